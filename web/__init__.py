"""Look at it: the web page and the HTTP API. The only package that knows FastAPI."""
