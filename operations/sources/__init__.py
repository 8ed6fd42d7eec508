"""Sources that live: fetched under guard, checked, described, kept."""
