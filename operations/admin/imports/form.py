"""The one question of an import: which file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operations.models import Import
from operations.problems import Refused
from operations.sheets import bring
from operations.sheets.reading.limits import MAX_BYTES

ACCEPTED = ".xlsx,.csv,.tsv,.txt,.json"


class BringForm(forms.ModelForm):  # type: ignore[type-arg]
    """Stores the file when it is a table that is known; else says what is wrong with it."""

    brought = forms.FileField(
        label=gettext_lazy("file"),
        help_text=gettext_lazy(
            "XLSX, CSV or JSON, at most 20 MB and 20,000 rows. It is checked first; nothing is"
            " written before you confirm, and nothing is published."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
    )

    class Meta:
        model = Import
        fields: tuple[str, ...] = ()

    def clean_brought(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["brought"]
        if (file.size or 0) > MAX_BYTES:
            words = {"limit": MAX_BYTES // 1024**2}
            raise forms.ValidationError(_("The file is larger than %(limit)s MB.") % words)
        return file

    def take(self, by: Any) -> Import | None:
        """The stored import; nothing when the file was refused, which the form then says."""
        try:
            return bring.bring(self.cleaned_data["brought"], by)
        except Refused as refused:
            for reason in refused.reasons:
                self.add_error("brought", reason)
            return None
