"""How many operations name each of the 18 districts, on a map of equal tiles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from operations import wording
from operations.filters import Selection, select
from operations.models import Place
from operations.totals.reading import Related, read_terms
from operations.wording.numbers import digits

from .model import Bar, Cell, Chart, Column, Layout, Note, Row
from .reading import listed, question

# Row and column of each tile: neighbours on the ground are neighbours here as far as equal
# tiles allow. Nothing is measured.
TILES: dict[str, tuple[int, int]] = {
    "hk.yuen_long": (0, 1),
    "hk.north": (0, 2),
    "hk.tuen_mun": (1, 0),
    "hk.tsuen_wan": (1, 1),
    "hk.tai_po": (1, 2),
    "hk.kwai_tsing": (2, 1),
    "hk.sha_tin": (2, 2),
    "hk.sai_kung": (2, 3),
    "hk.sham_shui_po": (3, 1),
    "hk.wong_tai_sin": (3, 2),
    "hk.kwun_tong": (3, 3),
    "hk.yau_tsim_mong": (4, 1),
    "hk.kowloon_city": (4, 2),
    "hk.islands": (5, 0),
    "hk.central_and_western": (5, 1),
    "hk.wan_chai": (5, 2),
    "hk.eastern": (5, 3),
    "hk.southern": (6, 2),
}
NORTH_OF_HARBOUR = 4
HOME = "hk"


def districts(selection: Selection) -> Chart:
    """Operations of a query by the districts that they name; police regions stay what they are.

    Three queries, one more where the query asks for places itself.
    """
    named = read_terms(selection.editions, "place")
    counts = counted(named)
    wider = counts_behind(selection)
    most = max(counts.values(), default=0)
    names = {place.code: place for place in Place.objects.filter(code__in=TILES)}
    size = selection.editions.count()
    return Chart(
        name="districts",
        layout=Layout.TILES,
        title=_("Operations by the district that they name"),
        description=described(counts, names),
        question=question(selection),
        columns=(
            Column("place"),
            Column("name_en"),
            Column("name_zh_hant"),
            Column("", _("District")),
            Column("operations", _("Operations naming it"), is_number=True),
        ),
        rows=tuple(
            row(
                code,
                names.get(code),
                counts[code],
                most,
                listed(selection, place=code) if leads_on(counts, wider, code) else "",
            )
            for code in TILES
        ),
        notes=tuple(notes(named, size)),
        source=_("Numbers: the operations published in this record, each with its sources."),
        between=((NORTH_OF_HARBOUR, _("Victoria Harbour")),),
    )


def counted(named: Related) -> Counter[str]:
    """Operations by district. The index has broader terms too, so a district is found by name."""
    return Counter(code for places in named.values() for code in set(places) & TILES.keys())


def counts_behind(selection: Selection) -> Counter[str] | None:
    """The counts of the lists that tiles lead to, where those can differ from the picture.

    A query that asks for places has its place put in the place of that condition, since two
    places in one query mean either.
    """
    if not selection.chosen["place"]:
        return None
    query = selection.query.copy()
    query.pop("place")
    return counted(read_terms(select(query).editions, "place"))


def leads_on(counts: Counter[str], wider: Counter[str] | None, code: str) -> bool:
    """Whether the list of a district holds just what its tile counts."""
    return bool(counts[code]) and (wider is None or wider[code] == counts[code])


def row(code: str, place: Place | None, count: int, most: int, href: str) -> Row:
    texts = wording.both(place.names) if place else []
    name = texts[0] if texts else None
    second = texts[1] if len(texts) > 1 else None
    words = str(name) if name else code
    both = words + (f" {second}" if second else "")
    return Row(
        label=words,
        second=str(second) if second else "",
        second_lang=second.lang if second else "",
        words=digits(count),
        bars=(Bar(0, count / most),) if count else (),
        href=href,
        tile=TILES[code],
        cells=(
            Cell(value=code),
            Cell(value=place.name_en if place else ""),
            Cell(value=place.name_zh_hant if place else ""),
            Cell(both, href=href),
            Cell(digits(count), count),
        ),
    )


def notes(named: Related, size: int) -> Iterator[Note]:
    """What the tiles cannot show, in words and with numbers."""
    in_district = [code for code, places in named.items() if TILES.keys() & set(places)]
    others = [set(places) for places in named.values() if not TILES.keys() & set(places)]
    whole = [places for places in others if HOME in places]
    regional = [places for places in whole if any(is_regional(place) for place in places)]
    words = {"named": digits(len(in_district)), "size": digits(size)}
    yield Note(
        _(
            "%(named)s of %(size)s operations name a district; one that names several is counted in"
            " each, so the tiles do not add up."
        )
        % words
    )
    if len(whole) > len(regional):
        yield Note(in_hong_kong(len(whole) - len(regional)))
    if regional:
        yield Note(in_regions(len(regional)))
    if size - len(in_district) - len(whole):
        yield Note(elsewhere(size - len(in_district) - len(whole)))
    yield Note(
        _("A neighbourhood counts for its district. A tile is no measure of area or of people."),
        reverse("vocabulary", args=["place"]),
    )


def is_regional(place: str) -> bool:
    """An area or a police region, neither of which is a district."""
    return place.startswith(("hkpf.", "hk.")) and place not in TILES


def in_hong_kong(size: int) -> str:
    return ngettext(
        "%(size)s operation names Hong Kong and no district.",
        "%(size)s operations name Hong Kong and no district.",
        size,
    ) % {"size": digits(size)}


def in_regions(size: int) -> str:
    return ngettext(
        "%(size)s operation names an area or a police region and no district; these are not the"
        " 18 districts and are not converted.",
        "%(size)s operations name an area or a police region and no district; these are not the"
        " 18 districts and are not converted.",
        size,
    ) % {"size": digits(size)}


def elsewhere(size: int) -> str:
    return ngettext(
        "%(size)s operation names no place in Hong Kong.",
        "%(size)s operations name no place in Hong Kong.",
        size,
    ) % {"size": digits(size)}


def described(counts: Counter[str], names: dict[str, Place]) -> str:
    said = [
        _("%(place)s: %(number)s")
        % {
            "place": wording.pick(names[code].names) if code in names else code,
            "number": digits(number),
        }
        for code, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return _("; ").join(said) or _("None of these operations names a district.")
