"""Labelled pages: how well cleaning does on them, and how others do."""
