"""Only public addresses are dialled, however they are spelled, and whatever a name led to a moment ago."""

import socket
from dataclasses import dataclass, field

import pytest

from crawler.fetch.safety import PublicResolver, is_public


@dataclass
class Address:
    host: str


@dataclass
class Receiver:
    """What a connection learns."""

    came: list[str] = field(default_factory=list)
    complete: bool = False

    def resolutionBegan(self, resolution: object) -> None:  # noqa: N802
        pass

    def addressResolved(self, address: Address) -> None:  # noqa: N802
        self.came.append(address.host)

    def resolutionComplete(self) -> None:  # noqa: N802
        self.complete = True


@dataclass
class Names:
    """A name server that gives a name's answers one after the other, and stands in the place of the reactor's."""

    answers: list[list[str]]

    @property
    def nameResolver(self) -> "Names":  # noqa: N802
        return self

    def resolveHostName(self, receiver: Receiver, *_: object) -> None:  # noqa: N802
        receiver.resolutionBegan(None)
        for host in self.answers.pop(0):
            receiver.addressResolved(Address(host))
        receiver.resolutionComplete()


def dialled(names: Names, host: str = "film.example", port: int = 80) -> list[str]:
    receiver = Receiver()
    PublicResolver(names).resolveHostName(receiver, host, port)
    assert receiver.complete
    return receiver.came


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 127.1.2.3 0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.168.0.1 192.0.0.8"
    " 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1"
    " ::ffff:a9fe:a9fe ::ffff:0:0 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 2002:7f00:1:: 2002:c0a8:1::"
    " 2001:0:4136:e378:8000:63bf:80ff:fffe"
    " fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1 2001:db8::1 100::1 ::127.0.0.1".split(),
)
def test_what_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", "93.184.216.34 8.8.8.8 2606:2800:220:1:248:1893:25c8:1946 64:ff9b::808:808 ::ffff:8.8.8.8".split()
)
def test_what_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "host", "127.1 2130706433 0x7f000001 0177.0.0.1 0x7f.1 0 127.0.0.1 localhost ::1 ::ffff:127.0.0.1".split()
)
def test_every_spelling_is_judged_by_the_address_that_it_means(host):
    meant = {str(found[4][0]) for found in socket.getaddrinfo(host, 80, type=socket.SOCK_STREAM)}
    assert meant
    assert not any(map(is_public, meant))
    assert dialled(Names([sorted(meant)]), host) == []


def test_of_a_name_with_several_addresses_only_the_public_ones_are_dialled():
    assert dialled(Names([["127.0.0.2", "93.184.216.34", "::1", "169.254.169.254"]])) == ["93.184.216.34"]


def test_each_connection_is_judged_by_its_own_answer():
    """DNS rebinding: public when it is looked at, private when it is dialled. Here both are one lookup."""
    names = Names([["93.184.216.34"], ["127.0.0.2"], ["93.184.216.34"]])
    assert [dialled(names) for _ in range(3)] == [["93.184.216.34"], [], ["93.184.216.34"]]
    assert PublicResolver.refused["film.example"] == "127.0.0.2"


def test_only_the_named_host_or_port_is_let_through(monkeypatch):
    monkeypatch.setattr(PublicResolver, "allowed", {"127.0.0.1", "inner.example:8080"})
    assert dialled(Names([["127.0.0.1"]]), "127.0.0.1", 9) == ["127.0.0.1"]
    assert dialled(Names([["10.0.0.1"]]), "inner.example", 8080) == ["10.0.0.1"]
    assert dialled(Names([["10.0.0.1"]]), "inner.example", 80) == []
    assert dialled(Names([["127.0.0.1"]]), "localhost.", 80) == []
