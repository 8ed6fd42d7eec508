"""Merging at the desk: what would be gained is shown before anybody confirms."""
