"""The spiders that the publishers inherit."""
