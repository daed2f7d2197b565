"""Forms: what organisations are asked, on paper that they know, and what they wrote in it.

A ``Form`` is made from the plan, written as Excel or Markdown, and read back as a ``Filled``, which becomes a
draft. Nothing here writes a file or knows what a rule says of an answer.
"""
