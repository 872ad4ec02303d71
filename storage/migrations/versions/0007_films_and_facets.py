"""The films that articles name, also in the view; and an index in which filters are counted without reading the articles."""

import sqlalchemy as sa
from alembic import op

from storage.columns import BigId, Words

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the schema one step on."""
    op.create_table(
        "films",
        sa.Column("article_id", BigId, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("title", Words(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("origin", Words(), nullable=False),
        sa.Column("evidence", Words(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_films_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", "position", name=op.f("pk_films")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_films_name", "films", ["name"])
    op.create_index("ix_articles_facets", "articles", ["standing", "site", "language", "verdict", "date_published"])
    op.execute("DROP VIEW clean_articles")
    authors = _joined("name", "bylines", "AND role = 'author'")
    op.execute(CLEAN_ARTICLES.format(authors=authors, films=_joined("title", "films", "")))


def _joined(column: str, table: str, condition: str) -> str:
    """The article's values in their order, as each database can join them."""
    rows = f"FROM {table} WHERE article_id = a.id {condition}"
    if op.get_context().dialect.name == "sqlite":
        return f"(SELECT group_concat({column}, '; ') FROM (SELECT {column} {rows} ORDER BY position))"  # noqa: S608 - constants
    return f"(SELECT string_agg({column}, '; ' ORDER BY position) {rows})"


CLEAN_ARTICLES = """
CREATE VIEW clean_articles AS
SELECT a.public_id AS id, a.canonical_url AS url, a.headline, a.standfirst, a.body, {authors} AS authors, a.publisher, a.site,
       a.source, a.language, a.date_published, a.date_modified, a.date_precision, a.section, a.keywords, {films} AS films,
       a.rights, a.opt_outs, a.verdict,
       (SELECT count(*) FROM articles AS d WHERE d.cluster_id = a.cluster_id AND d.standing = 'duplicate') AS duplicates,
       a.fetched_at, a.updated_at
FROM articles AS a
WHERE a.standing = 'published'
"""
"""One row a story. Times are UTC; ``section``, ``keywords`` and ``opt_outs`` are JSON lists; ``duplicates`` counts the rest."""
