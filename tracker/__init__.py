"""The site: settings, addresses and the server. What it is about lives in ``operations``."""
