"""The pages of log-in, all under ``/admin/``."""
