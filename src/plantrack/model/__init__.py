"""The records of a plan, one module per kind of file. Frozen values; nothing here computes."""
