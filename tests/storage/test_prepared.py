import pytest
from sqlalchemy import Engine, bindparam, insert, literal, literal_column, select, update
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError

from cleaners.article import CleanArticle
from storage.engine import reading, writing
from storage.models import Article, StoredEdit, StoredFinding, table_of
from storage.prepared import Listed, Prepared
from tests.storage.samples import MORNING, store

_ARTICLES, _EDITS, _FINDINGS = table_of(Article), table_of(StoredEdit), table_of(StoredFinding)
_EDIT = {"position": 0, "step": 0, "start": 0, "stop": 1, "before": "a\x00\ud800", "after": None, "reason": None, "rule": "x"}


@pytest.fixture
def article(engine: Engine) -> int:
    number = store(engine, "https://films.example/a", CleanArticle(headline="Quay", body="It is lit.")).article_id
    assert number is not None
    return number


def test_rows_come_back_as_core_gives_them(engine: Engine, article: int) -> None:
    columns = (_ARTICLES.c.id, _ARTICLES.c.fetched_at, _ARTICLES.c.keywords, _ARTICLES.c.text_hash, _ARTICLES.c.date_published)
    query = select(*columns).where(_ARTICLES.c.id == bindparam("this"))
    with reading(engine) as session:
        connection = session.connection()
        prepared = Prepared(query).rows(connection, {"this": article})
        assert prepared == connection.execute(query, {"this": article}).all()
    assert (prepared[0].fetched_at, prepared[0].keywords) == (MORNING, [])


def test_values_of_a_statement_and_of_its_execution_both_count(engine: Engine, article: int) -> None:
    query = select(_ARTICLES.c.id, literal(7).label("seven")).where(_ARTICLES.c.id == bindparam("this")).limit(3)
    with reading(engine) as session:
        assert Prepared(query).rows(session.connection(), {"this": article}) == [(article, 7)]
        assert Prepared(query).rows(session.connection(), {"this": article + 1}) == []


def test_what_no_database_takes_is_replaced_and_names_may_be_reserved_words(engine: Engine, article: int) -> None:
    finding = {
        "article_id": article,
        "position": 9,
        "fault": "x",
        "value": 1.5,
        "limit": 2.0,
        "failed": True,
        "evidence": ["«"],
    }
    with writing(engine) as session:
        Prepared(insert(_EDITS)).many(session.connection(), [{"article_id": article, **_EDIT}])
        Prepared(insert(_FINDINGS)).many(session.connection(), [finding])
    with reading(engine) as session:
        assert session.scalar(select(StoredEdit.before)) == "a\ufffd\ufffd"
        read = session.execute(select(*_FINDINGS.c).where(_FINDINGS.c.position == 9)).one()
    assert read._asdict() == finding


def test_many_times_nothing_is_nothing(engine: Engine, article: int) -> None:
    rename = Prepared(update(_ARTICLES).where(_ARTICLES.c.id == bindparam("this")).values(headline=bindparam("name")))
    with writing(engine) as session:
        rename.many(session.connection(), [])
        rename.many(session.connection(), [{"this": article, "name": "Pier"}, {"this": -1, "name": "None"}])
    with reading(engine) as session:
        assert session.scalar(select(Article.headline)) == "Pier"


def test_a_refusal_of_the_database_is_sqlalchemys_own_error(engine: Engine, article: int) -> None:
    edit = Prepared(insert(_EDITS))
    with pytest.raises(IntegrityError, match="edits"), writing(engine) as session:
        edit.many(session.connection(), [{"article_id": article, **_EDIT}, {"article_id": article, **_EDIT}])
    broken = Prepared(select(literal_column("nothing")).select_from(_ARTICLES))
    with pytest.raises((OperationalError, ProgrammingError), match="nothing"), reading(engine) as session:
        broken.rows(session.connection(), {})
    with reading(engine) as session:
        assert session.scalars(select(StoredEdit.before)).all() == []


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 64, 300])
def test_a_list_of_any_length_is_asked_about_whole_and_each_number_once(engine: Engine, article: int, count: int) -> None:
    asked = Listed(lambda these: select(_FINDINGS.c.position).where(_FINDINGS.c.position.in_(these)))
    finding = {"article_id": article, "fault": "x", "value": 1.5, "limit": 2.0, "failed": False, "evidence": []}
    with writing(engine) as session:
        Prepared(insert(_FINDINGS)).many(session.connection(), [{**finding, "position": at} for at in range(100, 400)])
        rows = asked.rows(session.connection(), range(100, 100 + count))
    assert sorted(row.position for row in rows) == list(range(100, 100 + count))
