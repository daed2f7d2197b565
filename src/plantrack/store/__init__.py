"""The only place that touches files and git."""
