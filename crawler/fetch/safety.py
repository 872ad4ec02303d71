"""What we never connect to, and what we never take for whole: addresses, ports, other sites, cut bodies."""

from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any, Self
from urllib.parse import urlsplit
from urllib.request import getproxies

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.internet.base import ReactorBase
from twisted.internet.interfaces import IAddress, IHostnameResolver, IResolutionReceiver
from zope.interface.declarations import implementer

from crawler.fetch.headers import bound_headers
from crawler.fetch.packing import UNPACKERS, is_readable, is_whole, packings
from crawler.links import ascii_host, is_within

PORTS = frozenset({80, 443})
_NAT64 = IPv6Network("64:ff9b::/96")
_UNICAST = IPv6Network("2000::/3")
"""All of IPv6 that is given out to the public; older Pythons take more for global."""
_PROTOCOLS = IPv4Network("192.0.0.0/24")
"""Set apart by IANA for protocols, wherever it may lead."""


def is_public(address: str) -> bool:
    """Whether an address belongs to the public internet, however it is wrapped into IPv6.

    >>> is_public("93.184.216.34"), is_public("169.254.169.254"), is_public("::ffff:127.0.0.1"), is_public("64:ff9b::7f00:1")
    (True, False, False, False)
    """
    address = address.partition("%")[0]
    return all(_is_global(part) for part in _unwrapped(ip_address(address)))


def _is_global(address: IPv4Address | IPv6Address) -> bool:
    inside = address not in _PROTOCOLS if isinstance(address, IPv4Address) else address in _UNICAST
    return inside and address.is_global and not address.is_multicast


def _unwrapped(address: IPv4Address | IPv6Address) -> Iterable[IPv4Address | IPv6Address]:
    """The address, or those of IPv4 that it leads to."""
    if isinstance(address, IPv4Address):
        return (address,)
    if address in _NAT64:
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    if address.teredo:
        return address.teredo
    wrapped = address.ipv4_mapped or address.sixtofour
    return (wrapped,) if wrapped else (address,)


@implementer(IHostnameResolver)
class PublicResolver:
    """Hands the connection only addresses that may be dialled: what it lets through is what is dialled, rebinding or not."""

    refused: dict[str, str] = {}
    """Hosts whose address was refused, and that address; the guard tells them from hosts that do not exist."""

    allowed: set[str] = set()
    """Hosts that may be dialled whatever their address; each crawl's guard adds those of its settings."""

    def __init__(self, reactor: ReactorBase) -> None:
        self.reactor = reactor
        self.original: Any = reactor.nameResolver  # zope's interfaces have no types

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Build it the way Scrapy asks."""
        return cls(reactor)

    def install_on_reactor(self) -> None:
        """Let every connection of this process come by here."""
        self.reactor.installNameResolver(self)  # type: ignore[arg-type]

    def resolveHostName(  # noqa: N802 - Twisted's interface
        self,
        resolutionReceiver: Any,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type[IAddress]] | None = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> Any:
        """Resolve a name, keeping back addresses that are not public."""
        receiver = resolutionReceiver
        if not self.allowed & {hostName, f"{hostName}:{portNumber}"}:
            receiver = _OnlyPublic(receiver, hostName, self.refused)
        return self.original.resolveHostName(receiver, hostName, portNumber, addressTypes, transportSemantics)


@implementer(IResolutionReceiver)
class _OnlyPublic:
    def __init__(self, receiver: Any, host: str, refused: dict[str, str]) -> None:
        self.receiver, self.host, self.refused = receiver, host, refused

    def resolutionBegan(self, resolution: Any) -> None:  # noqa: N802
        self.receiver.resolutionBegan(resolution)

    def addressResolved(self, address: Any) -> None:  # noqa: N802
        if is_public(address.host):
            self.receiver.addressResolved(address)
        else:
            self.refused[self.host] = address.host

    def resolutionComplete(self) -> None:  # noqa: N802
        self.receiver.resolutionComplete()


class Guard:
    """A downloader middleware: refuses what must not be asked for, and sends back what came cut."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.allowed = allowed_hosts(crawler.settings.getlist("FILMWIRE_ALLOWED_HOSTS"))
        self.most = crawler.settings.getint("DOWNLOAD_MAXSIZE")
        PublicResolver.allowed |= self.allowed
        bound_headers()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it the way Scrapy asks."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Refuse other schemes and ports, and redirects that leave the site."""
        try:
            parts = urlsplit(request.url)
            port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
        except ValueError:
            raise IgnoreRequest("no valid address") from None
        if port is None:
            raise IgnoreRequest(f"not fetched by {parts.scheme}")
        if not ascii_host((parts.hostname or "").rstrip(".")):  # a resolver would not say so, and never answer
            raise IgnoreRequest("no valid address")
        if port not in PORTS and not self.allowed & {parts.hostname, f"{parts.hostname}:{port}"}:
            raise IgnoreRequest(f"port {port}")
        domains = getattr(self.crawler.spider, "allowed_domains", None)
        if domains and "leased" in request.meta and not is_within(request.url, domains):
            raise IgnoreRequest("leads to another site")

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Say of a host that has only private addresses that it was refused, and do not try again."""
        address = PublicResolver.refused.get(urlsplit(request.url).hostname or "")
        if address is not None:
            raise IgnoreRequest(f"not a public address: {address}")

    def process_response(self, request: Request, response: Response) -> Response | Request:
        """Ask again for a body that was cut inside its compression, which nothing else notices; give it up if it stays so.

        Nor is a page what a server calls none, a part of one, or unchanged when nobody had asked.
        """
        if "leased" in request.meta and is_no_page(request, response):
            raise HttpError(response, f"status {response.status}")
        encoding, *further = packings(response.headers.getlist("Content-Encoding")) or [""]
        if further:
            raise IgnoreRequest("packed more than once")
        if not is_readable(response.body, encoding):
            raise IgnoreRequest("packed in an unknown way")
        if request.method == "HEAD" or not response.body or is_whole(response.body, encoding, self.most):
            # Alone: Scrapy unpacks nothing that is also called identity, and complains of what is no packing.
            response.headers.setlist("Content-Encoding", [encoding] if encoding in UNPACKERS else [])
            return response
        spider = self.crawler.spider
        again = get_retry_request(request, spider=spider, reason="cut short") if spider else None
        if again is None:
            raise IgnoreRequest("cut short")
        return again


def is_no_page(request: Request, response: Response) -> bool:
    """Whether an answer without an error is no page all the same: 202 and 204 have none, 206 is a part, 304 refers to none.

    >>> asked = Request("https://film.example/")
    >>> [is_no_page(asked, Response(asked.url, status=status)) for status in (200, 203, 204, 206, 304, 404)]
    [False, False, True, True, True, False]
    """
    if response.status == 304:
        return not {b"If-None-Match", b"If-Modified-Since"} & request.headers.keys()
    return 200 <= response.status < 300 and response.status not in (200, 203)


def allowed_hosts(named: Iterable[str]) -> frozenset[str]:
    """The hosts (with or without a port) that may be dialled although they are not public: those named, and the proxies."""
    proxies = (urlsplit(url if "//" in url else f"//{url}").hostname for url in getproxies().values())
    return frozenset(filter(None, (*named, *proxies)))
