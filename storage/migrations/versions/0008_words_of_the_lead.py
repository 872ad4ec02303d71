"""The words of the lead, apart; on PostgreSQL an index that is never behind. The words of what is stored are put in anew."""

import sqlalchemy as sa
from alembic import op

from storage.care.rebuild import rebuild_words, told_version

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the schema one step on."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        op.execute("DROP TABLE article_words")
        op.execute("CREATE VIRTUAL TABLE article_words USING fts5(title, lead, body, content='', tokenize='ascii')")
    else:
        op.execute("ALTER INDEX ix_article_words_words SET (fastupdate = off)")
    rebuild_words(connection)
    if told_version(connection, "fingerprints") is None:
        connection.execute(sa.text("INSERT INTO meta (key, value) VALUES ('fingerprints', '1')"))
