"""A small film-news world to crawl without a network: fictional outlets, films and people, honest pages and spoilt ones."""
