"""Atom feeds (RFC 4287, pages after RFC 5005): the list under any query, and the corrections.

They stand in no language: titles carry both names, summaries say everything in both.
"""
