"""Dated packages of the whole record: made from one state, and the same bytes whenever made.

Files that programs take in again (``terms/``, ``operations/`` …, ``editions.ndjson``), tables for
people who count, and descriptions of both for machines.
"""

from .catalogue import Release, find, known, latest
from .make import make

__all__ = ["Release", "find", "known", "latest", "make"]
