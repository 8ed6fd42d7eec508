"""The record as tables: one module a format, all over ``operations.columns``."""
