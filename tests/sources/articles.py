"""Pages as newspapers make them."""

from __future__ import annotations

import json
from typing import Any

FIRST = "Police in Hong Kong said on Monday that 6,400 people were arrested in three months."
SECOND = "The operation, named Thunderbolt, was carried out with two neighbouring forces."
THIRD = "Of those arrested, 4,115 were men and 2,285 were women, a spokesman said."


def article(
    *paragraphs: str,
    head: str = "",
    beside: str = "",
    lang: str = "en",
    data: dict[str, Any] | None = None,
) -> str:
    """An article with navigation and adverts around it."""
    text = "\n".join(f"<p>{each}</p>" for each in paragraphs or (FIRST, SECOND, THIRD))
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    return f"""<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}{script}</head>
<body><nav><ul><li>Everything about the weather, sport, politics and entertainment</li></ul></nav>
<article><h1>Arrests</h1>{text}
<div class="ad-slot ads">Buy this very good watch now, for less than you would think it costs!</div>
</article><aside>{beside}</aside><footer>All rights reserved by the owners of this page.</footer>
</body></html>"""
