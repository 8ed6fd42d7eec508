"""Measurements of the site as it is served; ``make bench`` runs them."""
