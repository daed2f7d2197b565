"""What commands show of a plan, as small documents. Knows no terminal and reads no file."""
