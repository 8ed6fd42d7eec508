"""How much one file may bring."""

MAX_BYTES = 20 * 1024 * 1024
# What an XLSX file unfolds to. A few kilobytes can be made to unfold to gigabytes.
MAX_UNFOLDED = 80 * 1024 * 1024
MAX_PARTS = 500
MAX_ROWS = 20_000
MAX_COLUMNS = 200
