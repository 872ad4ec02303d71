"""Articles with all that hangs on them: stored once, in versions, by rules that have a name."""
