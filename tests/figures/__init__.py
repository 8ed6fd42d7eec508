"""Tests of operations.figures."""
