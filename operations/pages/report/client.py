"""From which network address a request came, as far as that can be believed."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

# One household or office has at least such a network; whoever has it can take any address in it.
PREFIX = 64


def client_of(request: HttpRequest) -> str:
    """An address, of IPv6 the network; empty where only a machine of our own is known.

    Of a list, as in X-Forwarded-For, the last is what the proxy nearest to us has seen; those
    before it are what the visitor claims.
    """
    name = settings.CLIENT_ADDRESS_HEADER
    given = request.headers.get(name, "") if name else ""
    told = public_part(given.rpartition(",")[2].strip())
    return told or public_part(request.META.get("REMOTE_ADDR", ""))


def public_part(text: str) -> str:
    try:
        address: IPv4Address | IPv6Address = ip_address(text)
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address
    if address.is_private or address.is_loopback:
        return ""
    if isinstance(address, IPv6Address):
        return str(IPv6Network((address, PREFIX), strict=False))
    return str(address)
