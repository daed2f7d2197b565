"""What changed between two states of a plan, in the plan's own terms, and which of it was decided."""
