"""The first schema."""

import sqlalchemy as sa
from alembic import op

from storage.columns import BigId, Json, Moment, Words

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the schema one step on."""
    op.create_table(
        "meta",
        sa.Column("key", Words(), nullable=False),
        sa.Column("value", Words(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    op.create_table(
        "raw_bytes",
        sa.Column("sha256", sa.LargeBinary(length=32), nullable=False),
        sa.Column("codec", Words(), nullable=False),
        sa.Column("dictionary", sa.LargeBinary(length=32), nullable=True),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["dictionary"], ["raw_bytes.sha256"], name=op.f("fk_raw_bytes_dictionary")),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_raw_bytes")),
    )
    op.create_table(
        "runs",
        sa.Column("id", BigId, nullable=False),
        sa.Column("spider", Words(), nullable=False),
        sa.Column("arguments", Json(), nullable=False),
        sa.Column("started_at", Moment(), nullable=False),
        sa.Column("finished_at", Moment(), nullable=True),
        sa.Column("status", Words(), nullable=False),
        sa.Column("counts", Json(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    op.create_table(
        "pages",
        sa.Column("id", BigId, nullable=False),
        sa.Column("run_id", BigId, nullable=True),
        sa.Column("url", Words(), nullable=False),
        sa.Column("final_url", Words(), nullable=False),
        sa.Column("site", Words(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("content_type", Words(), nullable=False),
        sa.Column("headers", Json(), nullable=False),
        sa.Column("fetched_at", Moment(), nullable=False),
        sa.Column("spider", Words(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_pages_run_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["sha256"], ["raw_bytes.sha256"], name=op.f("fk_pages_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pages")),
    )
    with op.batch_alter_table("pages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pages_run_id"), ["run_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pages_url"), ["url"], unique=False)

    op.create_table(
        "articles",
        sa.Column("id", BigId, nullable=False),
        sa.Column("public_id", Words(), nullable=False),
        sa.Column("canonical_url", Words(), nullable=False),
        sa.Column("site", Words(), nullable=False),
        sa.Column("page_id", BigId, nullable=False),
        sa.Column("fetched_at", Moment(), nullable=False),
        sa.Column("headline", Words(), nullable=True),
        sa.Column("standfirst", Words(), nullable=True),
        sa.Column("body", Words(), nullable=False),
        sa.Column("publisher", Words(), nullable=True),
        sa.Column("source", Words(), nullable=True),
        sa.Column("section", Json(), nullable=False),
        sa.Column("keywords", Json(), nullable=False),
        sa.Column("date_published", Moment(), nullable=True),
        sa.Column("date_modified", Moment(), nullable=True),
        sa.Column("date_precision", Words(), nullable=True),
        sa.Column("language", Words(), nullable=True),
        sa.Column("headline_language", Words(), nullable=True),
        sa.Column("rights", Words(), nullable=True),
        sa.Column("pager", Json(), nullable=True),
        sa.Column("verdict", Words(), nullable=False),
        sa.Column("decision", Words(), nullable=True),
        sa.Column("standing", Words(), nullable=False),
        sa.Column("text_hash", sa.LargeBinary(length=16), nullable=True),
        sa.Column("cluster_id", BigId, nullable=False),
        sa.Column("stored_at", Moment(), nullable=False),
        sa.Column("updated_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_articles_page_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
        sa.UniqueConstraint("public_id", name=op.f("uq_articles_public_id")),
    )
    with op.batch_alter_table("articles", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_articles_cluster_id"), ["cluster_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_articles_site"), ["site"], unique=False)
        batch_op.create_index(batch_op.f("ix_articles_standing_date_published"), ["standing", "date_published"], unique=False)
        batch_op.create_index(batch_op.f("ix_articles_text_hash"), ["text_hash"], unique=False)

    op.create_table(
        "bylines",
        sa.Column("article_id", BigId, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", Words(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_bylines_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", "position", name=op.f("pk_bylines")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("bylines", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bylines_name"), ["name"], unique=False)

    op.create_table(
        "candidates",
        sa.Column("article_id", BigId, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("field", Words(), nullable=False),
        sa.Column("origin", Words(), nullable=False),
        sa.Column("value", Words(), nullable=False),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_candidates_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", "position", name=op.f("pk_candidates")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "captions",
        sa.Column("article_id", BigId, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("credit", Words(), nullable=True),
        sa.Column("image", Words(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_captions_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", "position", name=op.f("pk_captions")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "comments",
        sa.Column("article_id", BigId, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("username", Words(), nullable=True),
        sa.Column("text", Words(), nullable=False),
        sa.Column("reply_to", Words(), nullable=True),
        sa.Column("parent", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_comments_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", "position", name=op.f("pk_comments")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "edits",
        sa.Column("article_id", BigId, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("before", Words(), nullable=False),
        sa.Column("after", Words(), nullable=True),
        sa.Column("reason", Words(), nullable=True),
        sa.Column("rule", Words(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_edits_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", "position", name=op.f("pk_edits")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "findings",
        sa.Column("article_id", BigId, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("fault", Words(), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("limit", sa.Double(), nullable=False),
        sa.Column("failed", sa.Boolean(), nullable=False),
        sa.Column("evidence", Json(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_findings_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", "position", name=op.f("pk_findings")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "images",
        sa.Column("article_id", BigId, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("url", Words(), nullable=False),
        sa.Column("alt", Words(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_images_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", "position", name=op.f("pk_images")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "outcomes",
        sa.Column("page_id", BigId, autoincrement=False, nullable=False),
        sa.Column("fate", Words(), nullable=False),
        sa.Column("article_id", BigId, nullable=True),
        sa.Column("reason", Words(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_outcomes_article_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_outcomes_page_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("page_id", name=op.f("pk_outcomes")),
    )
    with op.batch_alter_table("outcomes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outcomes_article_id"), ["article_id"], unique=False)

    op.create_table(
        "versions",
        sa.Column("article_id", BigId, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("page_id", BigId, nullable=False),
        sa.Column("fetched_at", Moment(), nullable=False),
        sa.Column("headline", Words(), nullable=True),
        sa.Column("body", Words(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_versions_article_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_versions_page_id")),
        sa.PrimaryKeyConstraint("article_id", "position", name=op.f("pk_versions")),
        sqlite_with_rowid=False,
    )
    _search_index()


def _search_index() -> None:
    """The words of each article as the analyser gives them: see ``storage.query.search``."""
    if op.get_context().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE article_words USING fts5(title, body, content='', tokenize='ascii')")
        return
    op.execute(
        "CREATE TABLE article_words"
        " (article_id BIGINT PRIMARY KEY REFERENCES articles ON DELETE CASCADE, words TSVECTOR NOT NULL)"
    )
    op.execute("CREATE INDEX ix_article_words_words ON article_words USING gin (words)")
