"""What a fetched page says: its main text, what it says about itself, whether it wants money."""

from .metadata import describe_page, is_deep
from .page import Page, open_page
from .paywall import is_paywalled
from .text import compare, fingerprint, paragraphs

__all__ = [
    "Page",
    "compare",
    "describe_page",
    "fingerprint",
    "is_deep",
    "is_paywalled",
    "open_page",
    "paragraphs",
]
