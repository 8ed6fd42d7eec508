"""What private revisions say, in the words of the form they were saved with."""

from .names import Names
from .told import Told, differences
from .whole import Part, whole

__all__ = ["Names", "Part", "Told", "differences", "whole"]
