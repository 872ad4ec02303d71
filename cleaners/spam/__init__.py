"""What somebody else put into a page: titles, blocks and words for search engines. Structure decides."""
