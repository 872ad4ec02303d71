"""Fingerprints, relations, the rules behind a text, and the view for everyone's tools."""

import sqlalchemy as sa
from alembic import op

from storage.columns import BigId, Words

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the schema one step on."""
    op.create_table(
        "fingerprints",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article_id", BigId, nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_fingerprints_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("hash", "article_id", name=op.f("pk_fingerprints")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("fingerprints", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fingerprints_article_id"), ["article_id"], unique=False)

    op.create_table(
        "relations",
        sa.Column("article_id", BigId, nullable=False),
        sa.Column("other_id", BigId, nullable=False),
        sa.Column("kind", Words(), nullable=False),
        sa.Column("share", sa.Double(), nullable=False),
        sa.Column("share_of_other", sa.Double(), nullable=False),
        sa.Column("same_story", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_relations_article_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other_id"], ["articles.id"], name=op.f("fk_relations_other_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", "other_id", name=op.f("pk_relations")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("relations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_relations_other_id"), ["other_id"], unique=False)

    with op.batch_alter_table("articles", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sampled", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("rules", Words(), server_default="", nullable=False))

    with op.batch_alter_table("versions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("rules", Words(), server_default="", nullable=False))

    op.execute(CLEAN_ARTICLES.format(authors=_authors()))


def _authors() -> str:
    """The authors in the page's order, as each database can join them."""
    if op.get_context().dialect.name == "sqlite":
        ordered = "SELECT name FROM bylines WHERE article_id = a.id AND role = 'author' ORDER BY position"
        return f"(SELECT group_concat(name, '; ') FROM ({ordered}))"  # noqa: S608 - constants
    return "(SELECT string_agg(name, '; ' ORDER BY position) FROM bylines WHERE article_id = a.id AND role = 'author')"


CLEAN_ARTICLES = """
CREATE VIEW clean_articles AS
SELECT a.public_id AS id, a.canonical_url AS url, a.headline, a.standfirst, a.body, {authors} AS authors, a.publisher, a.site,
       a.source, a.language, a.date_published, a.date_modified, a.date_precision, a.section, a.keywords, a.rights, a.verdict,
       (SELECT count(*) FROM articles AS d WHERE d.cluster_id = a.cluster_id AND d.standing = 'duplicate') AS duplicates,
       a.fetched_at, a.updated_at
FROM articles AS a
WHERE a.standing = 'published'
"""
"""One row a story. Times are UTC; ``section`` and ``keywords`` are JSON lists; ``duplicates`` counts the other members."""
