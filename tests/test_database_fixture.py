"""The databases that the other tests lean on are real ones."""

from sqlalchemy import create_engine, text


def test_the_database_answers(database_url: str) -> None:
    engine = create_engine(database_url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT 1 + 1")).scalar() == 2
    engine.dispose()
