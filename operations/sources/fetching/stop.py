"""Why a fetch stops: raised inside the package, an outcome outside."""

from __future__ import annotations

from operations.codes import Outcome


class Stop(Exception):  # noqa: N818 - an end, not always an error
    """Ends a fetch with an outcome; ``detail`` is for the editor's eyes."""

    def __init__(self, outcome: Outcome, detail: str = "") -> None:
        super().__init__(outcome, detail)
        self.outcome = outcome
        self.detail = detail
