"""What `check --deploy` reminds of."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Info, Tags, register


@register(Tags.security, deploy=True)
def whose_address_counts(app_configs: Any, **options: Any) -> list[CheckMessage]:
    """Behind a proxy that nobody told us of, everybody comes from one address.

    No more than a reminder: a server without a proxy is right as it is.
    """
    if not settings.HTTPS or settings.CLIENT_ADDRESS_HEADER:
        return []
    return [
        Info(
            "Wrong passwords are counted by the address of the connection. Behind a proxy this is "
            "the proxy's own, and strangers can close the log-in to everybody.",
            hint="Set CLIENT_ADDRESS_HEADER to the header in which your proxy names the visitor.",
            id="accounts.I001",
        )
    ]
