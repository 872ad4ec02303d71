"""What any text says about itself, wherever it stands: words, lines, titles, dates, likeness."""
