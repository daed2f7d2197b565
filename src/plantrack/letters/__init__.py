"""Letters to the organisations: what each is asked or reminded of, in words that the plan's people can change.

Nothing is sent from here, and nothing is known here of who keeps the plan or of how an address was found.
"""
