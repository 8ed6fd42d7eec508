"""What every record shares: lengths, validators, bilingual text and the guard on free text."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from operations import privacy

NAME_LENGTH = 200
NOTE_LENGTH = 4000
URL_LENGTH = 1000
EDTF_LENGTH = 40

code_validator = RegexValidator(
    r"^[A-Za-z0-9][A-Za-z0-9_.+-]*\Z",
    _("Use letters, digits, dots, underscores, hyphens and plus signs only."),
)
slug_validator = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*\Z",
    _("Use lower-case letters and digits, joined by single hyphens."),
)


def text_field(
    verbose_name: Any, length: int = NOTE_LENGTH, **options: Any
) -> models.TextField[str, str]:
    """A text column whose length limit holds in every form and import."""
    return models.TextField(
        verbose_name,
        blank=True,
        default="",
        validators=[MaxLengthValidator(length)],
        **options,
    )


class AddressField(models.URLField[str, str]):
    """A web address of at most 1,000 characters; forms take one without a scheme as https."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", URL_LENGTH)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"assume_scheme": "https", **kwargs})


def validate_text_list(value: object) -> None:
    """Accept a list of at most 50 different, non-empty strings of at most 200 characters."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValidationError(_("Expected a list of texts."))
    if len(value) > 50 or any(not item.strip() or len(item) > NAME_LENGTH for item in value):
        raise ValidationError(_("At most 50 texts, each of 1 to 200 characters."))
    if len(set(value)) != len(value):
        raise ValidationError(_("The same text stands twice."))


# They make what is shown differ from what is stored, and no record needs them.
DIRECTION_MARKS = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def in_words(findings: list[privacy.Finding]) -> list[ValidationError]:
    """What was found in one text, each time with the words that gave it away."""
    message = _("“%(excerpt)s”: %(explanation)s")
    return [
        ValidationError(
            message,
            code="personal_data",
            params={"excerpt": found.excerpt, "explanation": found.explanation},
        )
        for found in findings
    ]


class Guarded(models.Model):
    """A record whose free text is searched for personal data before it is saved.

    Subclasses name their free text in ``free_text``. Addresses, ids, numbers and titles of
    sources are not free text. An administrator's override sets ``privacy_override`` to a
    reason before cleaning; whoever does so records it (see ``history.record_override``).
    """

    free_text: ClassVar[tuple[str, ...]] = ()
    privacy_override: str = ""

    class Meta:
        abstract = True

    def behind(self, field: str) -> tuple[str, ...]:
        """Fields on which a finding in ``field`` depends."""
        return (field,)

    @property
    def guarded_name(self) -> str:
        """How an override names this record."""
        return str(getattr(self, "code", self.pk))

    def clean(self) -> None:
        super().clean()
        message = _("Remove the invisible marks of direction from this text.")
        errors: dict[str, Any] = dict.fromkeys(self.marked_fields(), message)
        if not self.privacy_override:
            errors |= {name: in_words(found) for name, found in self.personal_data().items()}
        if errors:
            raise ValidationError(errors)

    def marked_fields(self) -> list[str]:
        """Fields that an editor fills and that hold a mark of direction."""
        texts = (models.CharField, models.TextField, models.JSONField)
        fields = [f for f in self._meta.concrete_fields if f.editable and isinstance(f, texts)]
        return [f.name for f in fields if DIRECTION_MARKS.search(self._free_text_of(f.name))]

    def personal_data(self) -> dict[str, list[privacy.Finding]]:
        """Findings by field name; empty when nothing personal was found."""
        found = {name: privacy.find(self._free_text_of(name)) for name in self.free_text}
        return {name: findings for name, findings in found.items() if findings}

    def _free_text_of(self, name: str) -> str:
        value = getattr(self, name)
        return "\n".join(map(str, value)) if isinstance(value, list) else str(value)


class Coded(Guarded):
    """A guarded record with an id, ``code``, that stays what it was first saved as."""

    code: models.CharField[str, str]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.pk is None:
            return
        saved = type(self)._base_manager.filter(pk=self.pk).first()
        if saved is not None and saved.code != self.code:
            message = _("An id is permanent: documents, history and other sites name it.")
            raise ValidationError({"code": message})


def keep_derived(options: dict[str, Any], *derived: str) -> None:
    """Of a ``save`` with ``update_fields``: store the derived columns as well."""
    if options.get("update_fields") is not None:
        options["update_fields"] = {*options["update_fields"], *derived}


def bilingual(en: str, zh_hant: str) -> dict[str, str]:
    """The two languages of one text, as documents write them."""
    return {"en": en, "zh-Hant": zh_hant}
