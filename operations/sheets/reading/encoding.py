"""Bytes of a CSV file as text: UTF-8 and UTF-16; Big5 and GBK where only one of them fits."""

from __future__ import annotations

import codecs

from django.utils.translation import gettext as _

from operations.problems import Refused

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(content: bytes) -> tuple[str, str]:
    """The text, and a notice where the encoding had to be worked out."""
    for mark, name in MARKS:
        if content.startswith(mark):
            return strictly(content, name), ""
    if b"\0" in content[:4000]:
        return unmarked_utf16(content), _("Read as UTF-16.")
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        return chinese(content)


def strictly(content: bytes, name: str) -> str:
    try:
        return content.decode(name)
    except UnicodeDecodeError as error:
        message = _("The file says that it is %(name)s, and byte %(place)s is not.")
        raise Refused(message % {"name": name.upper(), "place": error.start}) from error


def unmarked_utf16(content: bytes) -> str:
    """ASCII letters have their zero after them in one order, before them in the other."""
    evens, odds = content[0:200:2], content[1:200:2]
    is_little = odds.count(0) > evens.count(0)
    if max(odds.count(0), evens.count(0)) < 0.6 * len(odds):
        raise Refused(no_table())
    try:
        text = content.decode("utf-16-le" if is_little else "utf-16-be")
    except UnicodeDecodeError as error:
        raise Refused(no_table()) from error
    if "\0" in text:
        raise Refused(no_table())
    return text


def chinese(content: bytes) -> tuple[str, str]:
    """What Excel writes in Hong Kong or on the mainland, if it can be only one of the two.

    GBK finds a character in nearly every pair of bytes; GB 2312, its everyday part, does not.
    """
    is_big5, is_gb = reads(content, "big5hkscs"), reads(content, "gb2312")
    if is_big5 and not is_gb:
        return content.decode("big5hkscs"), _("Read as Big5. Look at the Chinese below.")
    if is_gb and not is_big5:
        return content.decode("gb2312"), _("Read as GBK. Look at the Chinese below.")
    raise Refused(
        _(
            "The Chinese characters of this file can be read in more than one way, or in none."
            " Save it again as “CSV UTF-8”."
        )
    )


def reads(content: bytes, name: str) -> bool:
    try:
        content.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def no_table() -> str:
    return _("This is neither a CSV file nor a spreadsheet nor JSON.")
