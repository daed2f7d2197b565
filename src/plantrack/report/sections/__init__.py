"""The sections of a report, one file each: facts in, one section of the document out."""
