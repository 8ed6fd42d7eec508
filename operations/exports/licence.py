"""Under which licence the data go out."""

LICENCE = "CC-BY-4.0"  # As SPDX writes it.
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
