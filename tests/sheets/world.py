"""Terms and sources that the files of the tests name."""

from __future__ import annotations

from operations.models import Agency, Group, Offence, Series
from tests import factories


class World:
    """Hong Kong with a district, an agency, a group, a series, an offence and two sources."""

    def __init__(self) -> None:
        self.hk = factories.place("hk")
        factories.place("hk.wan_chai", parent=self.hk, kind="district")
        factories.place("th", "Thailand")
        factories.term(Agency, "hkpf")
        factories.term(Group, "14k")
        factories.term(Series, "thunderbolt")
        factories.term(Offence, "hk.200.139", relevance="vice_offence")
        self.daily = factories.source("daily")
        self.release = factories.source("release")
