"""The one definition of a citation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from operations import wording

# A text in each language, by the keys of documents: ``en`` and ``zh-Hant``.
Texts = Mapping[str, str]


def author() -> str:
    """Who is cited: the project, and never an editor."""
    return _("Enforcement operation tracker")


@dataclass(frozen=True)
class Citation:
    """What is cited and where it stays.

    ``states`` is what it says, in sentences; ``version`` which state of the record it is;
    ``address`` the whole address of the page in each language; ``issued`` when that state was
    published, None for an empty record. ``key`` is plain ASCII, the same each time.
    """

    key: str
    title: Texts
    states: Texts
    version: Texts
    address: Texts
    issued: datetime | None
    accessed: date = field(default_factory=timezone.localdate)
    author: Texts = field(default_factory=lambda: wording.in_each_language(author))

    @property
    def issued_on(self) -> date | None:
        """The day of publication in Hong Kong."""
        return timezone.localdate(self.issued) if self.issued else None

    @property
    def url(self) -> str:
        """The address for formats that hold one: the English page leads to the Chinese one."""
        return self.address["en"]

    def both(self, texts: Texts) -> str:
        """Both languages in one line, once where they are the same."""
        return " / ".join(dict.fromkeys(text for text in texts.values() if text))
