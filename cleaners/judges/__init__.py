"""Judges of the finished article. A judge measures and never edits."""
