"""Figures with their citations, edited inside the record that states them."""

from .inline import FigureInline
from .owner import OwnsFigures

__all__ = ["FigureInline", "OwnsFigures"]
