"""Ways to print a document, one file each. They know no sections and compute nothing."""
