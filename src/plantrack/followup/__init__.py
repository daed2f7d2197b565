"""How it stands: pure arithmetic over a plan, for a round and a day. Knows no files, languages or formats."""
