"""From which network a report came: ``REMOTE_ADDR``, which the site has made believable."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from django.http import HttpRequest

# One household or office has at least such a network; whoever has it can take any address in it.
PREFIX = 64


def client_of(request: HttpRequest) -> str:
    """An address, of IPv6 the network; empty where only a machine of our own is known."""
    return public_part(request.META.get("REMOTE_ADDR", ""))


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
