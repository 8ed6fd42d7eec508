"""What a file is by its first bytes, and whether it is safe to unfold."""

from __future__ import annotations

import zipfile
from typing import BinaryIO

from django.utils.translation import gettext as _

from operations.problems import Refused

from .limits import MAX_PARTS, MAX_UNFOLDED

ZIP = b"PK\x03\x04"
# Old Excel files, and new ones under a password.
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")


def refuse_compound(content: bytes) -> None:
    if LOCKED in content:
        raise Refused(_("The file is protected by a password. Take the password off and save it."))
    raise Refused(_("This is an Excel file of the old kind. Save it as .xlsx."))


def refuse_bomb(stream: BinaryIO) -> None:
    """Of a zip file: what it says it unfolds to. Python unfolds no more than that."""
    try:
        with zipfile.ZipFile(stream) as parts:
            listed = parts.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise Refused(_("The file is damaged: it cannot be unfolded.")) from error
    if len(listed) > MAX_PARTS or sum(part.file_size for part in listed) > MAX_UNFOLDED:
        words = {"limit": MAX_UNFOLDED // 1024**2}
        raise Refused(
            _("The file unfolds to more than %(limit)s MB. Bring it in smaller pieces.") % words
        )
    if not any(part.filename.casefold() == "xl/workbook.xml" for part in listed):
        raise Refused(_("This is no .xlsx file. Save the table as .xlsx or CSV."))
