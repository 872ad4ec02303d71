"""The names and hosts that sites and publishers go by."""
