"""The charts of a report, one file each: facts in, a picture with its words and its table out; None where nothing is to see."""
