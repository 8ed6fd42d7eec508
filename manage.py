#!/usr/bin/env python
"""Command line of the site."""

from __future__ import annotations

import os
import sys

from tracker.commands import run

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    run(sys.argv)
