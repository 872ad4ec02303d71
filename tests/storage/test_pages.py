from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select

from storage.engine import writing
from storage.models import RawBytes
from storage.pages import keep_page, load_page
from tests.storage.samples import page


def test_a_page_comes_back_as_it_was(engine: Engine) -> None:
    sent = page("https://films.example/a?b=1", body=b"\x00\xff<p>\xd0" * 1000)
    with writing(engine) as session:
        assert load_page(session, keep_page(session, sent)) == sent


def test_the_same_bytes_are_kept_once(engine: Engine) -> None:
    with writing(engine) as session:
        first = keep_page(session, page("https://films.example/a", body=b"same"))
        second = keep_page(session, page("https://films.example/b", body=b"same"))
        assert first != second
        assert session.scalar(select(func.count()).select_from(RawBytes)) == 1


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary())
def test_any_bytes_come_back(engine: Engine, body: bytes) -> None:
    sent = page("https://films.example/a", body=body)
    with writing(engine) as session:
        assert load_page(session, keep_page(session, sent)).body == body
