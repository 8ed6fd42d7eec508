"""What a reader is asked, and as little of it as will do."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from operations.codes import RemovalClass, ReportKind
from operations.models.base import URL_LENGTH
from operations.models.report import CONTACT_LENGTH, TEXT_LENGTH

# A removal is asked for by its reason, so that one question tells kind and class.
ABOUT = (
    ("correction", _("The number, or something said about it, is wrong")),
    ("source", _("A source has changed or is gone")),
    ("privacy", _("It could identify or harm somebody: please remove it")),
    ("legal", _("A law or a court forbids showing it: please remove it")),
    ("other", _("Please remove it for another reason")),
)


class TypedText(forms.CharField):
    """Browsers send each line break as two characters and count it as one."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text


class ReportForm(forms.Form):
    """``homepage`` is for programs, which fill in every field."""

    about = forms.ChoiceField(
        choices=ABOUT,
        label=_("What is it about?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is about.")},
    )
    wrong = TypedText(
        max_length=TEXT_LENGTH,
        label=_("What is wrong?"),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Say in a sentence or two what is wrong.")},
    )
    source = forms.URLField(
        max_length=URL_LENGTH,
        required=False,
        assume_scheme="https",
        label=_("Where can that be read? (not required)"),
        # A wrong address is our refusal to word, in the language of the page.
        widget=forms.TextInput(
            attrs={"inputmode": "url", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"invalid": _("Give a web address, such as https://www.example.org/page.")},
    )
    contact = forms.EmailField(
        max_length=CONTACT_LENGTH,
        required=False,
        label=_("Your e-mail address (not required)"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "invalid": _("Give an e-mail address, such as name@example.org, or leave it empty.")
        },
    )
    homepage = forms.CharField(
        required=False,
        label=_("Leave this field empty. It is there to catch programs."),
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            # A browser would cut off the end of a long text that is pasted, without a word.
            field.widget.attrs.pop("maxlength", None)
        self.fields["wrong"].help_text = gettext(
            "Up to %(most)s characters. Please name nobody and give no number of a document: the"
            " figure and the source are enough. The text is deleted %(days)s after the report is"
            " closed."
        ) % {"most": f"{TEXT_LENGTH:,}", "days": days(settings.REPORT_TEXT_DAYS)}
        self.fields["source"].help_text = gettext(
            "The address of a page. With it, a correction is much quicker."
        )
        self.fields["contact"].help_text = gettext(
            "Only to ask you something, or to tell you what became of it. The editors who work on"
            " reports see it, nobody else, and it is never published. It is deleted %(closed)s"
            " after the report is closed, and at the latest %(open)s after you sent it."
        ) % {
            "closed": days(settings.REPORT_CONTACT_DAYS),
            "open": days(settings.REPORT_OPEN_DAYS),
        }

    def clean_source(self) -> str:
        address = str(self.cleaned_data["source"])
        if address:
            message = self.fields["source"].error_messages["invalid"]
            URLValidator(schemes=["http", "https"], message=message)(address)
        return address

    def clean_homepage(self) -> str:
        if self.cleaned_data["homepage"]:
            raise ValidationError(
                _("One field, out of sight, has to stay empty, and was filled in. It is empty now.")
            )
        return ""

    @property
    def kind(self) -> ReportKind:
        about = self.cleaned_data["about"]
        return ReportKind.REMOVAL if about in RemovalClass.values else ReportKind(about)

    @property
    def removal_class(self) -> str:
        about = str(self.cleaned_data["about"])
        return about if about in RemovalClass.values else ""


def days(count: int) -> str:
    return ngettext("%(count)s day", "%(count)s days", count) % {"count": count}
