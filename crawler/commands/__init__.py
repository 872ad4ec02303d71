"""Commands of Filmwire on Scrapy's own command line; the file name is the command."""
