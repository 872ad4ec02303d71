"""What readers wrote below an article: lists of comments on pages, lines of them in plain texts."""
