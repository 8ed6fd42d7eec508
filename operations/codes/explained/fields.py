"""What each field of a record means, with its unit, in one sentence or two."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

DAY: Any = _("A day 2023-06-12, a month 2023-06, a year 2023, or a span with a slash between.")

FIGURE: dict[str, Any] = {
    "measure": _("What is counted. It fixes the unit and whether operations may be added."),
    "qualifier": _("How exactly the source states the number."),
    "value": _("The number alone, in the unit of the measure: 6400. Money in full, not millions."),
    "scope": _("Which offences the number covers. Different scopes are never added."),
    "counted_in": _("The place that the number speaks of: a code such as hk or mo, or a name."),
    "as_at": _("The day for which the source gives the number."),
    "reporting_status": _("Whether the source calls the number interim or final."),
    "source": _("Who says so. Without a source the figure cannot be published."),
    "locator": _("Where in the source: a page, a paragraph, a minute."),
    "part_of_row": _("The row of the whole, as numbered here: #1. Empty for a whole."),
    "breakdown": _("How the part relates to the other parts of its set."),
    "breakdown_set": _(
        "A name for one way of splitting: sex, residency. Parts of one set have the same name;"
        " readers see it."
    ),
    "role": _("The part that these people are said to have played. Empty: nobody singled out."),
    "sex": _("Only when the number counts one sex. Empty: nobody singled out."),
    "age_group": _("Only when the number counts one age group."),
    "residency": _("Only when the number counts one group, as the source reports it."),
    "nationality": _("Only when the number counts one group, as the source reports it."),
    "offence": _("Only when the number counts one offence."),
    "age_from": _("In years. The lowest age of a group; never the age of one person."),
    "age_to": _("In years. The highest age of a group; never the age of one person."),
    "source_term": _("What the source calls these people, in its own words."),
    "value_type": _("Whether there is a number at all: nothing found is not zero."),
    "low": _("Lower end of “between”."),
    "high": _("Upper end of “between”."),
    "currency": _("For money alone. As the source gives it; never converted."),
    "period": _("For yearly counts: the span that is counted."),
    "rank": _("Your ruling among rivals. Leave it at normal unless a reason below applies."),
    "rank_reason": _("Why it leads, or must not."),
    "confidence": _("How sure you are that this is what the source states."),
    "derived": _("No source gives the number; it was added up here from others."),
    "covers": _("Other operations whose count is inside this one."),
    "note_en": _("What a reader has to know to quote the number. Public."),
    "note_zh_hant": _("The same in Chinese. Public."),
    "rank_note_en": _("The ruling in a sentence. Public."),
    "rank_note_zh_hant": _("The same in Chinese. Public."),
}
OPERATION: dict[str, Any] = {
    "name_en": _("As the police call it; otherwise place and month, without names of people."),
    "name_zh_hant": _("As the police call it."),
    "code": _(
        "The permanent id in the address of the page: lower-case letters, digits and hyphens,"
        " best with the year. It can never be changed."
    ),
    "aliases": _("Other names and spellings under which it should be found."),
    "kind": _("What sort of operation it was, by its aim."),
    "status": _("Whether it has ended, as far as a source says."),
    "summary_en": _("Two or three sentences in your own words. No names, no ages of one person."),
    "summary_zh_hant": _("The same in Chinese."),
    "date_note_en": _("What readers have to know about the dates."),
    "date_note_zh_hant": _("The same in Chinese."),
    "series": _("A row of operations under one name, such as Thunderbolt."),
    "offences": _("What the people arrested were suspected of."),
    "methods": _("How people were recruited or controlled, as far as reported."),
    "flags": _("Warnings that readers see beside the record."),
}
ROWS: dict[str, Any] = {
    "operationagency.agency": _("A force or office that took part."),
    "operationagency.role": _("What it did."),
    "operationgroup.group": _("A society or syndicate that a source links to it."),
    "operationgroup.attribution": _("Who says so."),
    "operationroute.origin": _("Where people were moved from."),
    "operationroute.destination": _("Where they were moved to."),
    "operationlink.kind": _("What the page is. Sources of figures belong to the figures."),
    "operationlink.url": _("The whole address, with https."),
}
