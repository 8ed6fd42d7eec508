"""Django's Atom writer with what it leaves out: several links, and pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.xmlutils import SimplerXMLGenerator

# When nothing has been published yet; the time of asking would change with every asking.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)

Link = Mapping[str, str]


class Feed(Atom1Feed):
    """``links`` of the feed and of each entry are mappings of attributes."""

    def latest_post_date(self) -> datetime:
        """The newest entry's time, so that the same entries are the same bytes."""
        return max((item["updateddate"] for item in self.items), default=NEVER)

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        write_links(handler, self.feed["links"])

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        write_links(handler, item["links"])


def write_links(handler: SimplerXMLGenerator, links: list[Link]) -> None:
    for link in links:
        handler.addQuickElement("link", "", dict(link))
