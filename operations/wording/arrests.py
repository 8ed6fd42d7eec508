"""Measures that readers call arrests."""

from __future__ import annotations

from operations.codes import Measure

ARRESTS = (Measure.PERSONS_ARRESTED, Measure.PERSONS_ARRESTED_OR_TAKEN_IN)
