"""The published documents as files: one module a format, all over the same editions."""
