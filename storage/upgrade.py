"""Run the migrations; they travel inside this package."""

import logging

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

logging.getLogger("alembic.runtime.migration").setLevel(logging.WARNING)  # it greets at every opening, in two lines


def migrations() -> Config:
    """Alembic's configuration."""
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.set_main_option("path_separator", "os")
    return config


def upgrade(connection: Connection) -> None:
    """Bring a database to the newest schema, in the connection's transaction."""
    config = migrations()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
