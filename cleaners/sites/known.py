"""Publishers and agencies that go by several names: told by a name or by the host."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from cleaners.document import Document
from cleaners.language import HAN
from cleaners.text.titles import key


@dataclass(frozen=True, slots=True)
class Publisher:
    """``name`` is the one that articles are stored under; ``zone`` an IANA name."""

    name: str
    hosts: tuple[str, ...]
    others: tuple[str, ...]
    """Its other names; the first, if it is Chinese, is what pages in Chinese are stored under."""
    zone: str

    @property
    def chinese(self) -> str | None:
        """What its pages in Chinese call it; None where they are in English but for a column."""
        return self.others[0] if HAN.match(self.others[0]) else None


def _table(*rows: tuple[str, str, str, str]) -> tuple[Publisher, ...]:
    return tuple(Publisher(name, tuple(hosts.split()), tuple(others.split("|")), zone) for name, hosts, others, zone in rows)


PUBLISHERS = _table(
    ("China Daily", "chinadaily.com.cn chinadailyhk.com", "Chinadaily.com.cn|中国日报|中国日报网|中國日報", "Asia/Shanghai"),
    ("Xinhua", "xinhuanet.com news.cn", "新华网|新华社|Xinhua News Agency|Xinhuanet", "Asia/Shanghai"),
    ("Global Times", "globaltimes.cn", "GlobalTimes.cn|环球时报英文版", "Asia/Shanghai"),
    ("CGTN", "cgtn.com", "China Global Television Network", "Asia/Shanghai"),
    ("People's Daily", "people.com.cn people.cn", "人民网|人民日报|People's Daily Online", "Asia/Shanghai"),
    ("China News Service", "chinanews.com chinanews.com.cn ecns.cn", "中国新闻网|中新社|中新网|ECNS", "Asia/Shanghai"),
    ("Shanghai Daily", "shine.cn shanghaidaily.com", "SHINE", "Asia/Shanghai"),
    ("Sixth Tone", "sixthtone.com", "", "Asia/Shanghai"),
    ("South China Morning Post", "scmp.com", "SCMP|南华早报", "Asia/Hong_Kong"),
    ("New Express", "xkb.com.cn", "新快报|New Express Daily", "Asia/Shanghai"),
)  # fmt: skip
"""Only those whose English pages say nothing of their zone, or whose name stands in two languages on their pages."""


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Publisher]:
    return {key(name): publisher for publisher in PUBLISHERS for name in (publisher.name, *publisher.others) if name}


def publisher_named(name: str) -> Publisher | None:
    """The publisher that goes by a name.

    >>> publisher_named("中国日报网").name
    'China Daily'
    """
    return _by_name().get(key(name))


def publisher_at(url: str) -> Publisher | None:
    """The publisher whose host the URL has."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return None
    return next((known for known in PUBLISHERS if any(host == own or host.endswith("." + own) for own in known.hosts)), None)


def known_publisher(document: Document) -> Publisher | None:
    """The publisher told by the page's host, hints, site name or source."""
    meta = document.structured.meta
    named = (document.hints.publisher or "", *meta.get("og:site_name", ()), *meta.get("source", ()))
    return publisher_at(document.url) or next((known for name in named if (known := publisher_named(name))), None)
