"""Figures with their citations, edited inside the record that states them."""

from .inline import FigureInline

__all__ = ["FigureInline"]
