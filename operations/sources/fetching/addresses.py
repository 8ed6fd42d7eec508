"""Which addresses may be fetched at all, and which machines may be contacted.

Two gates. The first reads the text of an address: scheme, port, no password, a name that is a
name. The second reads the numbers that the name resolves to: each must be a public machine. The
second alone would be enough to keep out of private networks; the first gives better words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

import idna

from operations.codes import Outcome

from .limits import Limits
from .stop import Stop

STANDARD_PORTS = {"http": 80, "https": 443}
LONGEST = 2000
UNPRINTABLE = re.compile(r"[\x00-\x20\x7f\\]")
LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)\Z")
# The last label of a number: 1, 0x7f, 017700000001. Browsers and C libraries read these as IPv4.
NUMBER = re.compile(r"([0-9]+|0x[0-9a-f]*)\Z")
PRIVATE_SUFFIXES = ("localhost", "local", "internal", "intranet", "lan", "home.arpa", "onion")

# Unicast that the registries hand out. Everything else of IPv6 is special: loopback, link-local,
# unique local, multicast, IPv4-mapped (::ffff:0:0/96), NAT64 (64:ff9b::/96).
GLOBAL_IPV6 = IPv6Network("2000::/3")
# Inside it: Teredo and its neighbours, documentation, 6to4 (an IPv4 address in disguise).
SPECIAL_IPV6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))


@dataclass(frozen=True)
class Target:
    """An address that passed the first gate."""

    url: str
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def target(url: str, limits: Limits) -> Target:
    """Read an address; ``Stop`` when it may not be fetched."""
    if len(url) > LONGEST or UNPRINTABLE.search(url):
        raise refused("It is too long or holds characters that no address has.")
    try:
        parts = urlsplit(url)
        port, given = parts.port, parts.hostname or ""
    except ValueError as error:
        raise refused("It cannot be read as an address.") from error
    if parts.scheme not in STANDARD_PORTS:
        raise refused("Only http and https are fetched.")
    if "@" in parts.netloc:
        raise refused("An address with a name or password in it is not fetched.")
    port = STANDARD_PORTS[parts.scheme] if port is None else port
    if port not in limits.ports:
        raise refused(f"Port {port} is not one of the standard ports.")
    host = plain_host(given)
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port == STANDARD_PORTS[parts.scheme] else f"{shown}:{port}"
    clean = parts._replace(netloc=netloc, path=parts.path or "/", fragment="")
    return Target(clean.geturl(), parts.scheme, host, port)


def plain_host(given: str) -> str:
    """The host in the one spelling that is used from here on: for checks, Host and TLS."""
    if ":" in given:
        return str(literal(given))
    host = given.rstrip(".").lower()
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except (idna.IDNAError, UnicodeError) as error:
            raise refused("Its host is not a name.") from error
    labels = host.split(".")
    if NUMBER.match(labels[-1]):
        # One spelling only: 127.1, 0x7f.0.0.1 and 2130706433 are all 127.0.0.1.
        return str(literal(host))
    if len(labels) < 2 or any(not LABEL.match(label) for label in labels) or len(host) > 253:
        raise refused("Its host is not the full name of a site.")
    if host.endswith(tuple(f".{suffix}" for suffix in PRIVATE_SUFFIXES)):
        raise Stop(Outcome.NOT_PUBLIC, host)
    return host


def literal(host: str) -> IPv4Address | IPv6Address:
    try:
        address = ip_address(host)
    except ValueError as error:
        raise refused("Its host is an unusual spelling of a number.") from error
    if not is_public(address):
        raise Stop(Outcome.NOT_PUBLIC, str(address))
    return address


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether a machine with this address is on the public internet, and one machine only."""
    if address.is_multicast or address.is_reserved or address.is_unspecified:
        return False
    if isinstance(address, IPv6Address):
        if address not in GLOBAL_IPV6 or any(address in net for net in SPECIAL_IPV6):
            return False
        return address.is_global and not address.scope_id
    return address.is_global and not (address.is_loopback or address.is_link_local)


def public_addresses(found: list[str], host: str) -> list[str]:
    """The numbers that a name resolved to, when every one of them is public.

    A name with one public and one private number is an attack or a mistake: neither is fetched.
    """
    try:
        numbers = [ip_address(each) for each in found]
    except ValueError as error:
        raise Stop(Outcome.NOT_PUBLIC, host) from error
    for number in numbers:
        if not is_public(number):
            raise Stop(Outcome.NOT_PUBLIC, f"{host}: {number}")
    return list(dict.fromkeys(map(str, numbers)))


def refused(why: str) -> Stop:
    return Stop(Outcome.BAD_ADDRESS, why)
