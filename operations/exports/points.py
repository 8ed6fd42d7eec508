"""Where on a map the mark of a district stands. Nothing happened at that point."""

from __future__ import annotations

# Longitude and latitude in WGS 84, near the middle of where people live in each of the 18
# districts. Two decimals, about a kilometre: finer would look like an address.
POINTS: dict[str, tuple[float, float]] = {
    "hk.central_and_western": (114.15, 22.29),
    "hk.eastern": (114.22, 22.28),
    "hk.islands": (113.95, 22.26),
    "hk.kowloon_city": (114.19, 22.33),
    "hk.kwai_tsing": (114.11, 22.35),
    "hk.kwun_tong": (114.23, 22.31),
    "hk.north": (114.14, 22.49),
    "hk.sai_kung": (114.27, 22.38),
    "hk.sha_tin": (114.20, 22.39),
    "hk.sham_shui_po": (114.16, 22.33),
    "hk.southern": (114.16, 22.25),
    "hk.tai_po": (114.16, 22.45),
    "hk.tsuen_wan": (114.12, 22.37),
    "hk.tuen_mun": (113.98, 22.39),
    "hk.wan_chai": (114.17, 22.28),
    "hk.wong_tai_sin": (114.20, 22.34),
    "hk.yau_tsim_mong": (114.17, 22.32),
    "hk.yuen_long": (114.02, 22.44),
}
