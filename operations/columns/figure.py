"""The columns of figures, one row each, with what a figure must not be quoted without."""

from __future__ import annotations

from functools import partial

from django.utils.translation import gettext_lazy as _

from .column import Column

column = partial(Column, component="OwnedFigure", of=("figures",))

FIGURE_COLUMNS = (
    Column("operation", "operation", "OwnedFigure", _("The operation that it belongs to.")),
    column("id", "id", meaning=_("Permanent: the operation's id and a number.")),
    column(
        "measure",
        "measure",
        meaning=_("What is counted; it decides the unit, and whether operations may be added."),
    ),
    column("unit", "unit", meaning=_("What one of the things counted is; the measure decides it.")),
    column(
        "value_type", "value_type", meaning=_("Only “value” has a number. Nothing is not zero.")
    ),
    column(
        "value", "value", meaning=_("Read it with the qualifier. Empty: no number, or a range.")
    ),
    column("low", "low", meaning=_("The lower end, where the source gives a range.")),
    column("high", "high", meaning=_("The upper end, where the source gives a range.")),
    column(
        "currency",
        "currency",
        meaning=_("The currency (ISO 4217) where the number is an amount of money; not converted."),
    ),
    column(
        "qualifier",
        "qualifier",
        meaning=_("How exactly the source states the number; “about 100” is not 100."),
    ),
    column("scope", "scope", meaning=_("Which offences it covers. Never added to another scope.")),
    column("counted_in", "counted_in", meaning=_("The place that it was counted in.")),
    column(
        "period",
        "period",
        meaning=_("The span that is counted, in EDTF, where it is not that of the operation."),
    ),
    column("as_at", "as_at", meaning=_("The day for which the source gives it.")),
    column("reporting_status", "reporting_status", meaning=_("Interim is never added to final.")),
    column(
        "role",
        "who.role",
        meaning=_("The part that those counted are said to have played. Empty: none singled out."),
    ),
    column("sex", "who.sex", meaning=_("The one sex that is counted. Empty: none singled out.")),
    column(
        "age_group",
        "who.age_group",
        meaning=_("The one age group that is counted. Empty: none singled out."),
    ),
    column(
        "residency",
        "who.residency",
        meaning=_(
            "The one group by residence or immigration status that is counted, as the source"
            " reports it. Empty: none singled out."
        ),
    ),
    column(
        "nationality",
        "who.nationality",
        meaning=_(
            "The one nationality or ethnic group that is counted, as the source reports it. Empty:"
            " none singled out."
        ),
    ),
    column(
        "age_from",
        "who.age_from",
        meaning=_("The lowest age of those counted, in years; never the age of one person."),
    ),
    column(
        "age_to",
        "who.age_to",
        meaning=_("The highest age of those counted, in years; never the age of one person."),
    ),
    column(
        "source_term",
        "who.source_term",
        meaning=_("What the source calls those counted, word for word."),
    ),
    column(
        "offence", "offence", meaning=_("The one offence that is counted. Empty: none singled out.")
    ),
    column("part_of", "part_of", meaning=_("Parts are in their whole already: never add both.")),
    column(
        "breakdown",
        "breakdown",
        meaning=_("How a part relates to the other parts of the same split."),
    ),
    column(
        "breakdown_set",
        "breakdown_set",
        meaning=_("The name of the split that a part belongs to; one whole may have several."),
    ),
    column("covers", "covers", meaning=_("Other operations whose count is inside this one.")),
    column(
        "derived",
        "derived",
        meaning=_("True where no source gives the number and it was added up here from others."),
    ),
    column("came_from", "came_from", meaning=_("Where it was recorded before two were merged.")),
    column(
        "confidence",
        "confidence",
        meaning=_("How sure the editors are that this is what the source states."),
    ),
    column(
        "rank",
        "rank",
        meaning=_("What the editors ruled among rivals; “normal” leaves it to the stated rules."),
    ),
    column(
        "rank_reason",
        "rank_reason",
        meaning=_("The reason of that ruling. Empty where there is none."),
    ),
    column(
        "rank_note_en", "rank_note.en", meaning=_("That ruling in a sentence, written in English.")
    ),
    column(
        "rank_note_zh_hant",
        "rank_note.zh-Hant",
        meaning=_("That ruling in a sentence, written in Chinese."),
    ),
    column("headline", "headline", meaning=_("One figure leads among the rivals of its claim.")),
    column(
        "note_en",
        "note.en",
        meaning=_("What has to be known to quote the number, written in English."),
    ),
    column(
        "note_zh_hant",
        "note.zh-Hant",
        meaning=_("What has to be known to quote the number, written in Chinese."),
    ),
    column("sources", "citations[].source", meaning=_("The sources that state it.")),
    column(
        "locators",
        "citations[].locator",
        meaning=_("Where in each source, such as a page; in the order of the sources."),
    ),
)
