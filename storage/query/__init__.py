"""What is asked of the database: words and filters, lists, facets, figures."""
