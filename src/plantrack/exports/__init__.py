"""One file a way to hand the plan, or its format, on as data."""
