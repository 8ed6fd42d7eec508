"""One spelling of an address, to recognise the same page when it is pasted again.

Two addresses with one key are taken for one page. So the key forgets only what does not choose a
page: scheme, ``www.``, mobile hosts that are known, default ports, the case of the host, fragments,
marks of campaigns, the order of parameters, a slash or ``index.html`` at the end, and how
characters are escaped. Everything else is kept: better two records than two pages in one.
courlan knows more marks, but also drops ``source``, ``ref`` and ``cid``, which choose a page on
some sites.
"""

from __future__ import annotations

import hashlib
import re
from unicodedata import normalize
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

KEY_LENGTH = 500
READABLE = 400

MARKS = re.compile(
    r"(utm_\w+|mtm_\w+|hsa_\w+|pk_(campaign|kwd|source|medium)|[fgdty]clid|fbclid|gclsrc|[gw]braid"
    r"|msclkid|twclid|igshid?|mc_[ce]id|_g[al]|_hs(enc|mi)|cmpid|ocid|ref_src|ref_url|s_kwcid"
    r"|xtor|spm|vero_id|oly_(anon|enc)_id)\Z",
    re.IGNORECASE,
)
# Sites whose pages have the same path and number on the mobile host.
MOBILE = {
    "m.scmp.com": "scmp.com",
    "m.hk01.com": "hk01.com",
    "m.mingpao.com": "news.mingpao.com",
    "m.facebook.com": "facebook.com",
    "m.youtube.com": "youtube.com",
    "m.orientaldaily.on.cc": "orientaldaily.on.cc",
    "mobile.twitter.com": "twitter.com",
}
MOBILE_WIKI = re.compile(r"\A([a-z-]+)\.m\.(wiki\w+\.org)\Z")
INDEX = re.compile(r"/index\.(html?|php|aspx?|jsp)\Z", re.IGNORECASE)
# A character that means something to the server stays escaped when it was.
RESERVED = re.compile(r"%(2[0-9A-Fa-f]|3[ABDFabdf]|40|5[BDbd])")
DEFAULT_PORTS = {None, 80, 443}


def address_key(url: str) -> str:
    """The key of an address; empty for none, and for what is no web address."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        return ""
    host = plain_host(parts.hostname) + ("" if port in DEFAULT_PORTS else f":{port}")
    key = host + plain_path(parts) + plain_query(parts.query)
    if len(key) <= READABLE:
        return key
    # An index has a limit; the start stays readable.
    return f"{key[: READABLE - 70]}…{hashlib.sha256(key.encode()).hexdigest()}"


def plain_host(host: str) -> str:
    host = host.rstrip(".").lower()
    if not host.isascii():
        try:
            host = normalize("NFKC", host).encode("idna").decode("ascii")
        except UnicodeError:
            return host
    host = MOBILE.get(host, host)
    host = MOBILE_WIKI.sub(r"\1.\2", host)
    return host.removeprefix("www.")


def plain_path(parts: SplitResult) -> str:
    path = INDEX.sub("/", parts.path or "/")
    return unescaped(path).rstrip("/")


def plain_query(query: str) -> str:
    pairs = [pair for pair in parse_qsl(query, keep_blank_values=True) if not MARKS.match(pair[0])]
    return "?" + "&".join(f"{name}={value}" for name, value in sorted(pairs)) if pairs else ""


def unescaped(path: str) -> str:
    """Readable characters as they are, meaningful ones escaped in capitals."""
    kept = RESERVED.sub(lambda found: f"%25{found[1].upper()}", path)
    return normalize("NFC", unquote(kept, errors="replace"))
