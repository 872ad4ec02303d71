"""Looking after a database: check, copy, make anew what is derived, clean again."""
