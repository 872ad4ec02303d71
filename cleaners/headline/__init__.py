"""The headline on which a page agrees."""
