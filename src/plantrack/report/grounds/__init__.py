"""What each figure of a report rests on: what was said, the rule that was used, and the places in the plan's files."""
