"""What is told of a database that cannot be used; apart, for commands know it before SQLAlchemy is loaded."""


class DatabaseProblem(Exception):  # noqa: N818 - the world is at fault, not the program
    """The database cannot be opened or used any more; the message is one line for the user."""
