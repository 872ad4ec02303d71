"""Who wrote and who edited an article: ``byline`` chooses among what the other files find."""
