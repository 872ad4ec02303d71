"""Encrypted connections and proxies that do not do: why is told in words, and nothing is fetched past them."""

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.crawler.server import Site, article_html, serving
from tests.hostile.servers import frontier, story

MANY = {"SPIDER_MODULES": "tests.hostile.spiders", "FILMWIRE_ALLOWED_HOSTS": "127.0.0.1,localhost", "RETRY_TIMES": 0}


def encrypted(site: Site, folder, days: int = 1) -> Site:
    """Let a server speak TLS, with a certificate for 127.0.0.1 that it signed itself, from yesterday on."""
    key, name, now = ec.generate_private_key(ec.SECP256R1()), folder / f"{site.port}.pem", datetime.now(UTC)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "film")])
    made = x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(days=2)).not_valid_after(now + timedelta(days=days))
    mine = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    signed = made.add_extension(mine, critical=False).sign(key, hashes.SHA256())
    form, syntax = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    secret = key.private_bytes(form, syntax, serialization.NoEncryption())
    name.write_bytes(secret + signed.public_bytes(form))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(name)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    return site


@pytest.fixture
def trusted(tmp_path, monkeypatch):
    """Two encrypted servers; everybody trusts the certificate of the first, and that of the second is over."""
    first, second = encrypted(Site(), tmp_path), encrypted(Site(), tmp_path, days=-1)
    together = (tmp_path / f"{first.port}.pem").read_text() + (tmp_path / f"{second.port}.pem").read_text()
    (tmp_path / "trusted.pem").write_text(together)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "trusted.pem"))
    with serving(first), serving(second):
        yield first, second


def test_certificates_are_asked_for_and_what_is_wrong_with_them_is_told(site: Site, trusted, scrapy, tmp_path):
    good, over = trusted
    with serving(encrypted(Site(), tmp_path)) as unknown:
        good.page(story("good"), article_html("The good story", "harbour night fog pilot rope quay"))
        wrong = {
            f"https://localhost:{good.port}/": "its certificate is another host's",
            f"https://127.0.0.1:{over.port}/": "its certificate is not trusted",
            f"https://127.0.0.1:{unknown.port}/": "its certificate is not trusted",
            f"https://127.0.0.1:{site.port}/": "speaks no TLS that we do",
        }
        good.page("/film/", f"<a href='{story('good')}'>x</a>")
        seeds = " ".join((f"https://127.0.0.1:{good.port}/film/", *wrong))
        done = scrapy("crawl", "many", "-a", f"seeds={seeds}", "-a", "domains=127.0.0.1 localhost", **MANY)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    states = frontier(tmp_path)
    assert states[f"https://127.0.0.1:{good.port}{story('good')}"] == ["done", None]
    assert {url: states[url][1] for url in wrong} == {url: f"no robots.txt ({why})" for url, why in wrong.items()}
    assert over.asked == unknown.asked == site.asked == []


def test_a_proxy_that_does_not_do(site: Site, scrapy, tmp_path, monkeypatch):
    monkeypatch.setenv("https_proxy", site.url)
    done = scrapy("crawl", "many", "-a", "seeds=https://film.example/film/", "-a", "domains=film.example", **MANY)
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    assert frontier(tmp_path) == {"https://film.example/film/": ["skipped", "no robots.txt (the proxy refuses)"]}
