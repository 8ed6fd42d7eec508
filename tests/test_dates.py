from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from operations.dates import DateError, DateSpan, date_validator, in_words, parse, parse_day

days = st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 12, 31))
near_dates = st.text(alphabet="0123456789X?~%-/.", max_size=24)


def bounds(text: str) -> tuple[date | None, date | None]:
    span = parse(text)
    return span.earliest, span.latest


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2004-06-12", date(2004, 6, 12), date(2004, 6, 12)),
        ("2004-06", date(2004, 6, 1), date(2004, 6, 30)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("2004", date(2004, 1, 1), date(2004, 12, 31)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
        ("2004-06-XX", date(2004, 6, 1), date(2004, 6, 30)),
        ("2004-XX", date(2004, 1, 1), date(2004, 12, 31)),
        ("2004-XX-XX", date(2004, 1, 1), date(2004, 12, 31)),
        ("2004-21", date(2004, 3, 1), date(2004, 5, 31)),
        ("2004-23?", date(2004, 9, 1), date(2004, 11, 30)),
        ("2023-06-12/2023-09-21", date(2023, 6, 12), date(2023, 9, 21)),
        ("2015-02/2017-10", date(2015, 2, 1), date(2017, 10, 31)),
        ("2020-01/2020-01-21", date(2020, 1, 1), date(2020, 1, 21)),
    ],
)
def test_bounds_are_the_first_and_last_day_that_the_text_allows(
    text: str, earliest: date, latest: date
) -> None:
    assert bounds(text) == (earliest, latest)


def test_an_empty_text_is_undated() -> None:
    assert parse("") == DateSpan("")
    assert parse("").is_undated
    assert bounds("") == (None, None)


@pytest.mark.parametrize("text", ["2008-09-24/", "/2008-09-24"])
def test_an_end_that_is_not_stated_is_filled_from_the_known_side(text: str) -> None:
    span = parse(text)
    assert bounds(text) == (date(2008, 9, 24), date(2008, 9, 24))
    assert not span.is_open
    assert (span.start is None, span.end is None) == (text[0] == "/", text[-1] == "/")


def test_a_month_with_an_end_not_stated_fills_both_bounds_from_that_month() -> None:
    assert bounds("2008-09/") == (date(2008, 9, 1), date(2008, 9, 30))


def test_only_two_dots_are_open_and_leave_no_latest_day() -> None:
    span = parse("2021-06-06/..")
    assert (span.earliest, span.latest, span.is_open) == (date(2021, 6, 6), None, True)


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("2004", (False, False)),
        ("2004?", (False, True)),
        ("2004-06~", (True, False)),
        ("2004-06-12%", (True, True)),
        ("2004?/2006~", (True, True)),
        ("2004~/..", (True, False)),
    ],
)
def test_doubt_is_a_flag_and_never_widens_the_bounds(text: str, flags: tuple[bool, bool]) -> None:
    span, plain = parse(text), parse(text.translate(dict.fromkeys(map(ord, "?~%"))))
    assert (span.approximate, span.uncertain) == flags
    assert (span.earliest, span.latest) == (plain.earliest, plain.latest)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-02-31", "There is no such date as “2024-02-31”"),
        ("2005-02-29", "There is no such date"),
        ("2023-13", "There is no such date"),
        ("0000", "There is no such date"),
        ("2023-09/2023-06", "ends before it starts"),
        ("2023/2022-12-31", "ends before it starts"),
        ("../2008", "always going on"),
        ("/", "neither a start nor a known end"),
        ("/..", "neither a start nor a known end"),
        ("2004-24", "is a winter"),
        ("1799", "outside the years 1800 to 2100"),
        ("2101-01-01", "outside the years 1800 to 2100"),
        ("21XX", "outside the years 1800 to 2100"),
        ("9" * 500, "A date of 500 characters is too long"),
        ("2" * 100_000, "A date of 100000 characters is too long"),
        ("201X/2021", "unspecified digits beside a slash"),
        ("2026-03-1X", "is not a date that can be recorded"),
        ("2004-XX-12", "is not a date that can be recorded"),
        ("[2004,2005]", "is not a date that can be recorded"),
        ("2004-25", "is not a date that can be recorded"),
        ("2004?-06", "is not a date that can be recorded"),
        ("2004-06-12T10:00:00", "is not a date that can be recorded"),
        ("Y20000", "is not a date that can be recorded"),
        ("-2004", "is not a date that can be recorded"),
        ("2004/2005/2006", "is not a date that can be recorded"),
        ("2004 ", "is not a date that can be recorded"),
        ("2004\n", "is not a date that can be recorded"),
        ("２０２３", "is not a date that can be recorded"),
        ("12 June 2023", "is not a date that can be recorded"),
        ("..", "is not a date that can be recorded"),
        ("?", "is not a date that can be recorded"),
        ("%s%(text)s", "“%s%(text)s” is not a date"),
    ],
)
def test_what_cannot_be_recorded_is_refused_with_what_is_wrong(text: str, words: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse(text)
    assert words in str(refusal.value)
    assert "xpected" in str(refusal.value)


def test_a_refusal_shows_no_control_characters() -> None:
    with pytest.raises(DateError) as refusal:
        parse("20\x0004\u202e")
    assert str(refusal.value).startswith("“20�04�” is not a date")


@given(st.one_of(st.text(), near_dates))
def test_any_text_is_a_span_in_order_or_a_date_error(text: str) -> None:
    try:
        span = parse(text)
    except DateError:
        return
    assert (span.earliest is None) == (text == "")
    assert span.is_open == (text != "" and span.latest is None)
    if span.earliest and span.latest:
        assert span.earliest <= span.latest


@given(st.one_of(st.text(), near_dates), st.sampled_from(["en", "zh-hant"]))
def test_whatever_can_be_parsed_can_be_said(text: str, language: str) -> None:
    try:
        parse(text)
    except DateError:
        with pytest.raises(DateError):
            in_words(text, language)
    else:
        assert in_words(text, language).strip()


@given(days, days)
def test_an_interval_runs_from_the_first_bound_of_its_start_to_the_last_of_its_end(
    one: date, other: date
) -> None:
    start, end = sorted((one, other))
    span = parse(f"{start:%Y-%m}/{end:%Y-%m-%d}")
    assert (span.earliest, span.latest) == (start.replace(day=1), end)


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("2023-06-12/2023-09-21", "12 June – 21 September 2023", "2023年6月12日至9月21日"),
        ("2023-04-27/2023-04-29", "27–29 April 2023", "2023年4月27日至29日"),
        (
            "2023-12-27/2024-01-03",
            "27 December 2023 – 3 January 2024",
            "2023年12月27日至2024年1月3日",
        ),
        ("2023-04/2023-06", "April–June 2023", "2023年4月至6月"),
        ("2015-02/2017-10", "February 2015 – October 2017", "2015年2月至2017年10月"),
        ("2020-01/2020-01-21", "January – 21 January 2020", "2020年1月至1月21日"),
        ("2013/2015", "2013–2015", "2013年至2015年"),
        ("2023-06-12/2024", "12 June 2023 – 2024", "2023年6月12日至2024年"),
        ("2004-06-12/2004-06-12", "12 June 2004", "2004年6月12日"),
        ("2024-11", "November 2024", "2024年11月"),
        ("2017", "2017", "2017年"),
        ("201X", "some time in 2010–2019", "2010至2019年間"),
        ("2004-06-XX", "a day in June 2004", "2004年6月某日"),
        ("2004-XX", "a month in 2004", "2004年某月"),
        ("2004-XX-XX", "a day in 2004", "2004年某日"),
        ("2004-22", "summer 2004", "2004年夏季"),
        (
            "2022-05-20/",
            "from 20 May 2022, end not stated",
            "由2022年5月20日起，未有說明何時結束",
        ),
        (
            "/2014-01-15",
            "until 15 January 2014, start not stated",
            "至2014年1月15日止，未有說明何時開始",
        ),
        ("2021-06-06/..", "since 6 June 2021 (ongoing)", "自2021年6月6日起（仍在進行）"),
        ("2004-06~", "about June 2004", "約2004年6月"),
        ("2004?", "2004 (uncertain)", "2004年（未能確定）"),
        ("2004%", "about 2004 (uncertain)", "約2004年（未能確定）"),
        (
            "2004-06?/2004-08",
            "June 2004 (uncertain) – August 2004",
            "2004年6月（未能確定）至2004年8月",
        ),
        ("", "date not stated", "日期未有說明"),
    ],
)
def test_dates_are_said_as_people_write_them(text: str, english: str, chinese: str) -> None:
    assert in_words(text, "en") == english
    assert in_words(text, "zh-hant") == chinese


def test_the_words_follow_the_language_asked_for_and_not_the_active_one() -> None:
    with translation.override("zh-hant"):
        assert in_words("2024-11", "en") == "November 2024"
    with translation.override("en"):
        assert in_words("2024-11", "zh-Hant") == "2024年11月"


def test_a_language_without_a_grammar_is_an_error() -> None:
    with pytest.raises(ValueError, match="not in 'fr'"):
        in_words("2024", "fr")


def test_the_validator_says_what_parse_says() -> None:
    date_validator("2023-06-12/..")
    with pytest.raises(ValidationError) as refusal:
        date_validator("2023-09/2023-06")
    assert refusal.value.code == "invalid_date"
    assert refusal.value.messages == [
        "“2023-09/2023-06” ends before it starts. Expected the earlier date first."
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_filter_day_widens_to_the_first_or_last_day(text: str, first: date, last: date) -> None:
    assert parse_day(text) == first
    assert parse_day(text, end=True) == last


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-02-31",
        "20240229",
        "2024-W01",
        "2024-21",
        "2024-45",
        "2024-1-1",
        "2024?",
        "2024/",
        "201X",
        "1500-01-01",
        "2024-01-01 ",
        "2024-01-01\n",
        "２０２４",
        "\0",
        "9" * 500,
    ],
)
def test_a_filter_day_of_any_other_shape_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_day(text)


@given(st.one_of(st.text(), near_dates))
def test_a_filter_day_is_a_day_or_a_date_error(text: str) -> None:
    try:
        first, last = parse_day(text), parse_day(text, end=True)
    except DateError:
        return
    assert date(1800, 1, 1) <= first <= last <= date(2100, 12, 31)
