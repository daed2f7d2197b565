"""The report: facts become a small document. Knows no format and reads no file.

``outline.SECTIONS`` is the table of contents, ``sections/`` holds one file a section, and
``compose.compose`` makes the document.
"""
