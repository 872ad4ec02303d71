"""The frontier: what a crawl has found and not yet fetched outlives the process."""

import sqlalchemy as sa
from alembic import op

from storage.columns import BigId, Moment, Words

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the schema one step on."""
    op.create_table(
        "frontier",
        sa.Column("id", BigId, nullable=False),
        sa.Column("frontier", Words(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("url", Words(), nullable=False),
        sa.Column("kind", Words(), nullable=False),
        sa.Column("state", Words(), nullable=False),
        sa.Column("reason", Words(), nullable=True),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("headline", Words(), nullable=True),
        sa.Column("date", Moment(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("owner", Words(), nullable=True),
        sa.Column("lease_until", Moment(), nullable=True),
        sa.Column("found_at", Moment(), nullable=False),
        sa.Column("finished_at", Moment(), nullable=True),
        sa.Column("due_at", Moment(), nullable=True),
        sa.Column("etag", Words(), nullable=True),
        sa.Column("last_modified", Words(), nullable=True),
        sa.Column("content", sa.LargeBinary(length=16), nullable=True),
        sa.Column("barren", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_frontier")),
    )
    with op.batch_alter_table("frontier", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_frontier_frontier_digest"), ["frontier", "digest"], unique=True)
        batch_op.create_index(
            batch_op.f("ix_frontier_frontier_state_priority"), ["frontier", "state", "priority"], unique=False
        )
