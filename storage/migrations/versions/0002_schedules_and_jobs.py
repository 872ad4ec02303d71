"""Schedules, jobs, and the job of a run."""

import sqlalchemy as sa
from alembic import op

from storage.columns import BigId, Json, Moment, Words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the schema one step on."""
    op.create_table(
        "schedules",
        sa.Column("id", BigId, nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("spider", Words(), nullable=False),
        sa.Column("arguments", Json(), nullable=False),
        sa.Column("lane", Words(), nullable=False),
        sa.Column("cron", Words(), nullable=False),
        sa.Column("zone", Words(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("next_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schedules")),
        sa.UniqueConstraint("name", name=op.f("uq_schedules_name")),
    )
    op.create_table(
        "jobs",
        sa.Column("id", BigId, nullable=False),
        sa.Column("kind", Words(), nullable=False),
        sa.Column("target", Words(), nullable=False),
        sa.Column("arguments", Json(), nullable=False),
        sa.Column("lane", Words(), nullable=True),
        sa.Column("schedule_id", BigId, nullable=True),
        sa.Column("state", Words(), nullable=False),
        sa.Column("due_at", Moment(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("worker", Words(), nullable=True),
        sa.Column("lease_until", Moment(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("finished_at", Moment(), nullable=True),
        sa.Column("reason", Words(), nullable=True),
        sa.ForeignKeyConstraint(["schedule_id"], ["schedules.id"], name=op.f("fk_jobs_schedule_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
    )
    op.create_index(op.f("ix_jobs_state_due_at"), "jobs", ["state", "due_at"])
    _unique_where("one_running_job_a_lane", "lane", "state = 'running'")
    _unique_where("one_open_job_a_schedule", "schedule_id", "state IN ('queued', 'running')")
    _runs_of_jobs()


def _unique_where(name: str, column: str, condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, "jobs", [column], unique=True, sqlite_where=where, postgresql_where=where)


def _runs_of_jobs() -> None:
    """Written by hand: Alembic would copy the table and drop the old one, and SQLite would then forget each page's run."""
    number = "INTEGER" if op.get_context().dialect.name == "sqlite" else "BIGINT"
    op.execute(f"ALTER TABLE runs ADD COLUMN job_id {number} CONSTRAINT fk_runs_job_id REFERENCES jobs (id)")
    op.add_column("runs", sa.Column("exit_code", sa.Integer(), nullable=True))
    op.add_column("runs", sa.Column("log", Words(), nullable=True))
    op.create_index(op.f("ix_runs_job_id"), "runs", ["job_id"])
