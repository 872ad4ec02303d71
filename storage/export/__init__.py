"""The articles, or the pages they came from, as files for other tools."""
