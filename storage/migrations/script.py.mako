"""${message}."""

import sqlalchemy as sa
from alembic import op

from storage.columns import BigId, Json, Moment, Words

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the schema one step on."""
    ${upgrades if upgrades else "pass"}
