"""What publishers do not want done with their articles."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Json

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the schema one step on."""
    with op.batch_alter_table("articles", schema=None) as batch_op:
        batch_op.add_column(sa.Column("opt_outs", Json(), server_default="[]", nullable=False))
