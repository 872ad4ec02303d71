"""What a page's source says: its tree, its data for machines, what it hides, where its parts stand."""
