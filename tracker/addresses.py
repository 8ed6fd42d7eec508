"""Where a request comes from, as far as it can be believed."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

# A household or a rented machine owns at least this much of IPv6 and changes within it at will.
IPV6_PREFIX = 64


class ClientAddress:
    """Makes ``REMOTE_ADDR`` the address that can be believed, for everything that counts by it.

    Log-ins, readers' reports and the API then ask for one thing and need no setting of their own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.META["REMOTE_ADDR"] = client_address(request) or ""
        return self.get_response(request)


def client_address(request: HttpRequest) -> str | None:
    """The address that attempts are counted by.

    Only the header that the settings name is believed, and of a list only its last entry: the
    one that our own proxy wrote. Whatever stands before it the visitor may have invented.
    """
    said = header(request)
    return (said and network(said)) or network(request.META.get("REMOTE_ADDR", ""))


def header(request: HttpRequest) -> str | None:
    """What our proxy says, when there is one that we believe."""
    name: str = settings.CLIENT_ADDRESS_HEADER
    value = request.headers.get(name) if name else None
    return value.rsplit(",", 1)[-1] if value else None


def network(text: str) -> str | None:
    """An IPv4 address, the network of an IPv6 address, or nothing when it is neither."""
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    plain = ipaddress.IPv6Address(int(address))  # without a zone
    return str(ipaddress.ip_network((plain, IPV6_PREFIX), strict=False).network_address)
