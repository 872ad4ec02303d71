"""Keep, dedupe, store, query. The only package that knows SQLAlchemy."""
