"""What was public once is given back, although a form would refuse it today."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command

from operations import history, privacy, publishing
from operations.models import Edition, Figure, Group, Operation, PrivacyOverride
from tests import factories
from tests.releases.anew import released_anew, restored

pytestmark = pytest.mark.django_db(transaction=True)

NAMES = "Police arrested a man surnamed Chan on Monday."
LET_STAND = "It stands in the release that was restored."


def let_stand(made: Operation | Figure, reason: str) -> None:
    made.privacy_override = reason
    history.record_override(made, None)


def test_a_text_that_was_let_stand_is_given_back_and_can_be_published_again() -> None:
    made = factories.operation("named", summary_en=NAMES)
    assert made.personal_data()
    let_stand(made, "A matter of record.")
    let_stand(factories.figure(made, 100, note_en=NAMES), "Printed so.")
    factories.publish(made)
    restored()
    again = Operation.objects.get(code="named")
    assert again.summary_en == NAMES
    noted = PrivacyOverride.objects.order_by("code")
    assert list(noted.values_list("record", "code", "field", "reason")) == [
        ("operation", "named", "summary_en", LET_STAND),
        ("figure", "named.1", "note_en", LET_STAND),
    ]
    Operation.objects.filter(pk=again.pk).update(status="ongoing")
    edition = factories.publish(again, "It goes on.")
    assert edition is not None
    assert edition.number == 2
    call_command("verify", verbosity=0)


def test_what_was_withdrawn_for_privacy_does_not_keep_the_rest_from_coming_back() -> None:
    factories.published("kept")
    made = factories.published("named", summary_en=NAMES)
    publishing.withdraw(made, by=None, withdrawal_class="privacy", reason="It names somebody.")
    restored()
    assert list(Edition.objects.public().values_list("code", flat=True)) == ["kept"]
    assert Operation.objects.get(code="named").current_edition is not None
    assert privacy.find(Operation.objects.get(code="named").summary_en)


def two_preferred() -> None:
    covered = factories.published("covered")
    made = factories.operation("two")
    factories.figure(made, 100, rank="preferred", rank_reason="official_over_secondary")
    more = factories.figure(made, 300, covers=[covered])
    more.rank, more.rank_reason = "preferred", "official_over_secondary"
    more.save()
    factories.publish(made)


def assert_two_preferred() -> None:
    content = Edition.objects.get(code="two").content
    assert [(f["rank"], f["covers"]) for f in content["figures"]] == [
        ("preferred", []),
        ("preferred", ["covered"]),
    ]
    assert publishing.publish(Operation.objects.get(code="two"), by=None) is None


def test_rivals_that_are_both_preferred_for_what_they_cover_stay_preferred() -> None:
    two_preferred()
    restored()
    assert_two_preferred()


def test_they_go_through_the_door_as_well() -> None:
    two_preferred()
    call_command("load_data", str(released_anew()), verbosity=0)
    assert_two_preferred()


def test_a_term_may_be_retired_in_favour_of_its_own_narrower_term() -> None:
    broad = factories.term(Group, "broad")
    narrow = factories.term(Group, "narrow", parent=broad)
    broad.successor = narrow
    broad.full_clean()
    broad.save()
    factories.published("one", groups=[narrow])
    folder = restored()
    rows = json.loads((folder / "terms" / "group.json").read_text("utf-8"))
    assert [(row["id"], row["parent"], row["successor"]) for row in rows] == [
        ("broad", None, "narrow"),
        ("narrow", "broad", None),
    ]
    assert list(Group.objects.order_by("code").values_list("code", "successor__code")) == [
        ("broad", "narrow"),
        ("narrow", None),
    ]
