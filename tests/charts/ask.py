"""Pictures as a reader gets them: the words of the drawing, the rows of the file."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET

from django.test import Client

SVG = "{http://www.w3.org/2000/svg}"


def rows(client: Client, address: str) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    text = response.getvalue().decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def drawing(client: Client, address: str) -> ET.Element:
    """The root of an SVG file, which must be well-formed."""
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    assert response["Content-Type"] == "image/svg+xml"
    return ET.fromstring(response.getvalue())  # noqa: S314 — our own words.


def words(client: Client, address: str) -> list[str]:
    """Every text in an SVG file; lines and passages of one text with a space between."""
    texts = drawing(client, address).iter(f"{SVG}text")
    return [" ".join(" ".join(each.itertext()).split()) for each in texts]


def shapes(client: Client, address: str, ink: str) -> list[ET.Element]:
    """Rectangles drawn in one ink, those of the legend left out."""
    root = drawing(client, address)
    found = [each for each in root.iter(f"{SVG}rect") if each.get("class") == f"ink-{ink}"]
    return [each for each in found if "%" in each.get("width", "") or each.get("width") == "2"]
