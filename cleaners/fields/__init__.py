"""The other fields around the text, and the order in which all of them are read."""
