"""Tell whether two addresses lead to one article.

``canonical_url`` is the address to show; ``url_key`` is what all addresses of one article share: no scheme, no tracking,
one host for a site's mobile, AMP and print forms. What a site needs beyond that stands in ``SITES``.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import PurePosixPath
from types import MappingProxyType
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit, urlunsplit

import tldextract
from w3lib.url import canonicalize_url

_TRACKING = re.compile(
    r"utm_\w+|ga_\w+|hsa_\w+|mc_(?:cid|eid)|pk_\w+|mtm_\w+|at_(?:medium|campaign|custom\d|link\w+|ptr\w+|bbc\w+|format)"
    r"|fbclid|gclid|dclid|msclkid|yclid|twclid|igsh(?:id)?|srsltid|spm|scm|wfr|share_?(?:token|from|source|medium|plat|tag|id|app\w*)"
    r"|isappinstalled|nsukey|chksm|scene|sharer_\w+|clicktime|enterid|ascene|devicetype|pass_ticket|wx_header|wxshare_count"
    r"|ref_?(?:src|url)?|referrer|cmpid?|cid_source|ncid|ocid|icid|ito|smid|smtyp|partner|from_?source|source_?from|_ga|_gl",
    re.I,
)
"""Names of parameters that tell who sent the reader and change nothing on the page."""

_SENDER = re.compile(
    r"(?:from|source|src|channel)=(?:single|group)?(?:message|timeline|weixin|wechat|qq|weibo|rss|twitter|facebook"
    r"|email|newsletter|share|app|push|feed|ent|search|baidu|toutiao)\w*",
    re.I,
)
"""Such parameters with a telling value: elsewhere their names carry meaning."""

_FORM = re.compile(
    r"(?:amp|print|printable|output|outputtype|view|format|mode|m)=(?:1|true|amp|print\w*|mobile|all|full|)", re.I
)
"""Parameters that ask for another form of the same page."""

_HOST_FORM = re.compile(r"^(?:(?:www\d?|m|mobile|wap|amp|touch|3g|i)\.)+(?=[^.]+\.[^.]+)")
_PATH_FORM = re.compile(
    r"/(?:amp|print|mobile)(?=/?$)|^/(?:amp|print|mobile|wap)(?=/.)|(?<=[^/])\.amp(?=\.html?$|$)|(?<=/)index\.\w{3,5}$"
)

_WORD = re.compile(r"[^\W_]+")
_NUMBERED = re.compile(r"^(?=.*\d).{5,}")
"""A word that is, or holds, the number by which a site knows a story."""
_SLUG = 3
"""Words that name a story."""

SITES = MappingProxyType({
    "mp.weixin.qq.com": (re.compile(r"^/s$"), ("__biz", "mid", "idx", "sn")),
    "baijiahao.baidu.com": (re.compile(r"^/s$"), ("id",)),
    "youtube.com": (re.compile(r"^/watch$"), ("v",)),
    "sohu.com": (re.compile(r"^/a/\d+_\d+"), ()),
    "thepaper.cn": (re.compile(r"^/newsDetail_forward_\d+"), ()),
    "163.com": (re.compile(r"^/(?:dy|news|ent)/article/\w+"), ()),
    "k.sina.com.cn": (re.compile(r"^/article_\w+"), ()),
    "ifeng.com": (re.compile(r"^/c/\w+"), ()),
    "bilibili.com": (re.compile(r"^/(?:read|video)/"), ("p",)),
})  # fmt: skip
"""For paths of a site that match: the only parameters that name an article there."""

_ARTICLE_NUMBER = (
    ("163.com", re.compile(r"/article/(\w{16})\b")),
    ("thepaper.cn", re.compile(r"/newsDetail_forward_(\d+)")),
    ("toutiao.com", re.compile(r"^/(?:article/|i|a|group/)(\d{15,})")),
    ("qq.com", re.compile(r"^/(?:rain/)?(?:a|omn)/(?:\d{8}/)?(\w{14,16})(?:\.html)?/?$")),
)
"""Sites that serve one article under several paths, and the number that names it in all of them."""


def canonical_url(url: str, declared: str | None = None) -> str:
    """The address to show for an article: the page's own canonical link where it can be believed, without tracking.

    A link to another site, or from an article to the front page, a section or another story, is not believed: mirrors and
    careless templates have them, and would make one article of all that a site tells.

    >>> canonical_url("http://news.example/a?utm_source=x&id=7#top")
    'http://news.example/a?id=7'
    >>> canonical_url("https://news.example/a/1", "https://news.example/")
    'https://news.example/a/1'
    >>> canonical_url("https://news.example/2026/the-long-night-81722.html", "https://news.example/film/")
    'https://news.example/2026/the-long-night-81722.html'
    >>> canonical_url("https://news.example/2026/the-long-night-81722.html", "https://news.example/film/longest-night-81722")
    'https://news.example/film/longest-night-81722'
    """
    return _clean(declared if declared and _believed(url, declared) else url)


def url_key(url: str) -> str:
    """What all addresses of one article share; what is no address shares nothing with any.

    >>> url_key("http://www.news.example/a/?amp=1") == url_key("https://m.news.example/a")
    True
    """
    try:
        parts = urlsplit(_clean(url))
        port = "" if parts.port is None else f":{parts.port}"
    except ValueError:
        return url.strip()
    host = _HOST_FORM.sub("", (parts.hostname or "").lower())
    for site, number in _ARTICLE_NUMBER:
        if _is_of(host, site) and (match := number.search(parts.path)):
            return f"{site}#{match[1]}"
    path = _PATH_FORM.sub("", parts.path).rstrip("/")
    query = urlencode([pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _FORM.fullmatch("=".join(pair))])
    hashbang = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""
    return f"{host}{port}{path}{'?' if query else ''}{query}{hashbang}"


def public_id(url: str) -> str:
    """Sixteen letters and digits that name the article in every database.

    >>> public_id("https://news.example/a")
    '64443cb662e74d7f'
    """
    return hashlib.blake2b(url_key(url).encode(errors="replace"), digest_size=8).hexdigest()


def site_of(url: str) -> str:
    """The registered domain of an address, or its host where there is none; who lets a part of his domain has many sites.

    >>> site_of("https://film.github.io/a/"), site_of("https://quay.blogspot.com/"), site_of("https://github.io/")
    ('film.github.io', 'quay.blogspot.com', 'github.io')
    >>> site_of("https://ent.chinadaily.com.cn/a/1.html"), site_of("http://127.0.0.1:8000/"), site_of("https://電影.example/")
    ('chinadaily.com.cn', '127.0.0.1', 'xn--p3t494j.example')
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return _domain(site_named(host))


def site_named(name: str) -> str:
    """A site as it is kept, by the name that people know it by.

    >>> site_named("電影.example"), site_named("ChinaDaily.com.cn"), site_named("*.example")
    ('xn--p3t494j.example', 'chinadaily.com.cn', '*.example')
    """
    lower = name.lower()
    try:
        return lower if lower.isascii() else lower.encode("idna").decode("ascii")
    except UnicodeError:
        return lower


def _clean(url: str) -> str:
    """In one spelling, without tracking; a hashbang stays, other fragments go."""
    try:
        parts = urlsplit(canonicalize_url(url.strip(), keep_fragments=True))
    except ValueError:
        return url.strip()
    kept = urlencode(list(_kept(parts.hostname or "", parts.path, parts.query)))
    netloc = parts.netloc.removesuffix(":80" if parts.scheme == "http" else ":443")
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return urlunsplit((parts.scheme, netloc, re.sub(r"/{2,}", "/", parts.path), kept, fragment))


def _kept(host: str, path: str, query: str) -> Iterator[tuple[str, str]]:
    """The parameters that name the article, sorted."""
    pairs = sorted(parse_qsl(query, keep_blank_values=True))
    for site, (paths, names) in SITES.items():
        if _is_of(host, site) and paths.search(path):
            yield from (pair for pair in pairs if pair[0] in names)
            return
    for name, value in pairs:
        if not _TRACKING.fullmatch(name) and not _SENDER.fullmatch(f"{name}={value}"):
            yield name, value


def _believed(url: str, declared: str) -> bool:
    try:
        own, other = urlsplit(url), urlsplit(declared)
        _ = other.port  # one that no machine has makes it no address
    except ValueError:
        return False
    front = other.path in {"", "/"} and not other.query
    same_site = site_of(declared) == site_of(url) != ""
    return same_site and (not front or own.path in {"", "/"}) and not _is_another(own, other)


def _is_another(own: SplitResult, other: SplitResult) -> bool:
    """Whether one address names its story, by words or by a number, and the other names none or something else."""
    name, told = _words(PurePosixPath(own.path).stem), _words(f"{other.path} {other.query}")
    common = name & told
    if any(map(_NUMBERED.search, common)):
        return False
    if len(name) >= _SLUG:
        return 2 * len(common) < len(name)
    is_story = any(map(_NUMBERED.search, told)) or len(_words(PurePosixPath(other.path).stem)) >= _SLUG
    return any(map(_NUMBERED.search, name)) and not is_story


def _words(text: str) -> set[str]:
    return set(_WORD.findall(unquote(text).lower()))


def _is_of(host: str, site: str) -> bool:
    return host == site or host.endswith(f".{site}")


@lru_cache(maxsize=10_000)
def _domain(host: str) -> str:
    return _suffixes()(host).top_domain_under_public_suffix or _HOST_FORM.sub("", host)


@cache
def _suffixes() -> tldextract.TLDExtract:
    """The list that travels inside the library: nothing is fetched."""
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)
