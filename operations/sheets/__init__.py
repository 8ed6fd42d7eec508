"""Spreadsheets in and out: CSV and XLSX by one definition of columns, JSON as documents.

File → ``reading`` (tables of texts, each with its row) → ``plan`` (documents beside the working
copy, faults by row and column, what would change) → ``apply`` (through ``importing``, all or
nothing). ``writing`` makes of working copies the very files that can be read again.
"""
