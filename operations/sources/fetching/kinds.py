"""What a body is, by its first bytes: what a server says about it is not taken for true."""

from __future__ import annotations

import re

HTML, PDF, TEXT, OTHER = "text/html", "application/pdf", "text/plain", ""
READABLE = (HTML, PDF, TEXT)
HTML_NAMES = (HTML, "application/xhtml+xml", "application/xml", "text/xml")

BINARY = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"MZ",
    b"\x7fELF", b"Rar!", b"7z\xbc\xaf", b"OggS", b"ID3", b"\x1a\x45\xdf\xa3", b"\xd0\xcf\x11\xe0",
)  # fmt: skip
# The marks that the MIME Sniffing Standard takes for HTML.
MARKUP = re.compile(
    rb"(?:<!--.*?-->|<\?xml.*?\?>|\s)*<(?:!doctype\s+html|html|head|body|script|iframe|h1|div|font"
    rb"|table|a|style|title|b|br|p|meta|link|article|section|main)\b",
    re.IGNORECASE | re.DOTALL,
)
START = 4096
SIGNS = frozenset(range(0x20)) - set(b"\t\n\x0c\r\x1b")


def sniffed(body: bytes) -> str:
    """HTML, PDF, plain text, or nothing that this software reads."""
    start = body[:START].lstrip(b"\xef\xbb\xbf")
    if start.lstrip()[:5] == b"%PDF-":
        return PDF
    if start.startswith(BINARY):
        return OTHER
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return HTML if b"<\0" in start or b"\0<" in start else TEXT
    if MARKUP.match(start):
        return HTML
    return OTHER if SIGNS & set(start) else TEXT


def declared(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def lies(kind: str, content_type: str) -> bool:
    """Whether the server names another kind than the body is."""
    said = declared(content_type)
    if not said:
        return False
    if kind == HTML:
        return said not in HTML_NAMES
    if kind == TEXT:
        return not (said.startswith("text/") or "json" in said or "xml" in said)
    return said != kind
