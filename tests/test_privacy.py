from __future__ import annotations

import json
import string
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operations.privacy import Kind, PersonalDataFound, find, validate

RAW = Path(__file__).parent.parent / "fixtures" / "raw"


def kinds(text: str) -> set[str]:
    return {finding.kind.value for finding in find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "the 39-year-old man surnamed Chan of Flat 12B",
        "住在12樓B室的39歲姓陳男子",
        "姓陳男子（３９歲），住１２Ｂ室",
        "THE 39-YEAR-OLD MAN\nSURNAMED CHAN\nOF FLAT 12B",
        "the 39\u200b-year-old m\u00adan surn\0amed Chan of Fl\u200dat 12B",
        "the 39‑year‑old man surnamed Chan of Flat 12B",
        "住在 12 樓 B 室的 39 歲\n姓 陳\n男子",
    ],
)
def test_the_man_in_the_flat_is_refused_however_he_is_typed(text: str) -> None:
    assert kinds(text) == {"age_and_sex", "surname", "address"}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("hkid", "A123456(3)"),
        ("hkid", "AB987654(3)"),
        ("hkid", "a 123456 (3)"),
        ("hkid", "Ａ１２３４５６（３）"),
        ("hkid", "身份A1234563號"),
        ("document", "passport no. K12345678"),
        ("document", "雙程證號碼C12345678"),
        ("document", "account no. 123-456-789012"),
        ("document", "identity card number A123456(7)"),
        ("document", "440301199001011234"),
        ("phone", "call 9123 4567"),
        ("phone", "tel:91234567"),
        ("phone", "電話６１２３４５６７"),
        ("phone", "+852 2860-5007"),
        ("phone", "(852) 2860 5007"),
        ("phone", "+853 6612 3456"),
        ("phone", "13812345678"),
        ("email", "write to someone@example.org."),
        ("handle", "see @somebody"),
        ("handle", "https://t.me/somebody"),
        ("handle", "wa.me/85291234567"),
        ("handle", "Telegram: abc_123"),
        ("handle", "微信號：abc123"),
        ("plate", "AB 1234"),
        ("plate", "XY123"),
        ("plate", "plate number ab 12"),
        ("plate", "a private car, AB 12"),
        ("plate", "車牌AB12"),
        ("plate", "私家車XY34"),
        ("plate", "粵B12345"),
        ("birth_date", "born on 12 June 1984"),
        ("birth_date", "born in 1984"),
        ("birth_date", "D.O.B. 12/6/84"),
        ("birth_date", "1984年6月12日出生"),
        ("birth_date", "出生日期：1984年"),
        ("surname", "surnamed Chan, 39"),
        ("surname", "Mr Chan"),
        ("surname", "ms. wong"),
        ("surname", "Miss Ho"),
        ("surname", "Chan Tai-man (39)"),
        ("surname", "Wong, aged 22"),
        ("surname", "the surname: Lee"),
        ("surname", "陳姓"),
        ("surname", "39歲姓陳"),
        ("surname", "姓欒男子"),
        ("surname", "陳某"),
        ("surname", "黃小姐"),
        ("surname", "陳大文（39歲）"),
        ("surname", "有陳某"),
        ("age_and_sex", "a 39-year-old man"),
        ("age_and_sex", "a thirty-nine-year-old woman"),
        ("age_and_sex", "a 14-year-old was arrested"),
        ("age_and_sex", "man, 39, was held"),
        ("age_and_sex", "a woman (22)"),
        ("age_and_sex", "woman aged 22"),
        ("age_and_sex", "a man from Thailand, aged 39"),
        ("age_and_sex", "she was 39."),
        ("age_and_sex", "the man, who is 39 years old,"),
        ("age_and_sex", "(M/39)"),
        ("age_and_sex", "two men aged 39 and 41"),
        ("age_and_sex", "39歲男子"),
        ("age_and_sex", "39岁男子"),
        ("age_and_sex", "一名39歲內地女子"),
        ("age_and_sex", "三十九歲女子"),
        ("age_and_sex", "女事主，現年22歲"),
        ("address", "Room 1203"),
        ("address", "Rm. 5"),
        ("address", "Block C"),
        ("address", "flat a, upstairs"),
        ("address", "Unit 12A"),
        ("address", "12/F"),
        ("address", "the third floor"),
        ("address", "12 Example Road"),
        ("address", "１２Ｂ室"),
        ("address", "12樓"),
        ("address", "三樓"),
        ("address", "12楼B室"),
        ("address", "A座"),
        ("address", "第三座"),
        ("address", "3期"),
        ("address", "花園第三期"),
        ("address", "某某道12號"),
    ],
)
def test_personal_data_is_found(kind: str, text: str) -> None:
    assert kinds(text) == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "14K, 和勝和, 新義安（老新）, 水房, O記",
        "Cap. 200 s.129; LCQ 15; DPP3; ISO 3166; COVID 19",
        "THUNDERBOLT 17 and FW 2023",
        "CNY 300, HK$83,000,000, HK$83000000, GBP 154,000",
        "20230612, 2015-2018, 12 June 2023, 12345678 pills, 23500000 pills",
        "In 2023 6400 people; 3,977–4,000",
        "A123456(7)",
        "https://www.hk01.com/%E7%AA%81%E7%99%BC/60285498/ and world-asia-34344595",
        "41 men aged 20 to 40 and women aged between 18 and 46",
        "aged 10 to 85; aged 18 or above; 14-year-olds; three 20-year-old women",
        "a girl under 16; a man in his 40s; the 30-year-old law",
        "4,115 male, 2,285 female; one woman, 39 premises; one victim, 44 customers",
        "年齡介乎10至85歲，41名20至40歲男子，三名20歲女子",
        "16歲以下女童，未滿16歲女童，18歲或以上人士，男子（20歲至40歲）",
        "平均39歲男子",
        "男子18人，女子39人",
        "Kwun Tong, 21 people; Hong Kong (39); Lee, 39 premises",
        "may miss the deadline; 20 ms later; the surname is not given",
        "姓名不詳，百姓，警方某部門，任何先生，有關某組織，上周某日",
        "block of flats; shop floor; flat rate of 30; 12 floors; Regional Crime Unit 1",
        "第二期行動拘捕45人，第三期，分3期進行，Phase 2",
        "一樓一鳳，樓宇，3座大廈，座談會，A座談會，3號風球，據報道12號",
        "born in Thailand, 12 of them; 出生率; 2016年生效",
        "Telegram: police said so; offered @ 300 each",
        "油尖旺 馬頭圍 黃大仙 何文田 羅湖 葵青 荃灣",
    ],
)
def test_ordinary_notes_pass(text: str) -> None:
    assert find(text) == []


def free_texts(node: object, key: str = "") -> Iterator[str]:
    """Every text of the raw data that is not an address, an id or a source's title."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from free_texts(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from free_texts(value, key)
    elif isinstance(node, str) and key not in {"title", "url", "hosted_copy"}:
        yield node


def test_the_real_data_pass_except_the_one_note_that_gives_a_single_age() -> None:
    names = ("operations", "tip", "government_statements", "context")
    texts = {
        text
        for name in names
        for text in free_texts(json.loads((RAW / f"{name}.json").read_text()))
    }
    assert len(texts) > 1000
    found = {text: [finding.excerpt for finding in find(text)] for text in texts if find(text)}
    assert found == {"five plus a fourth man aged 22; added up": ["man aged 22"]}


def published_check_digit(letters: str, digits: str) -> str:
    """Worked from the right: 2, 3 … 8 over letter and digits, 9 over the first of two letters."""
    values = [int(digit) for digit in reversed(digits)]
    values += [string.ascii_uppercase.index(letter) + 10 for letter in reversed(letters)]
    total = sum(value * weight for weight, value in enumerate(values, start=2))
    total += 36 * 9 if len(letters) == 1 else 0
    return "0123456789A"[-total % 11]


hkid_letters = st.text(alphabet=string.ascii_uppercase, min_size=1, max_size=2)
six_digits = st.text(alphabet=string.digits, min_size=6, max_size=6)


@given(
    hkid_letters,
    six_digits,
    st.sampled_from(["{}{}({})", "{} {} ({})", "{}{}{}", "（{}{}（{}））"]),
)
def test_every_identity_card_number_that_adds_up_is_found(
    letters: str, digits: str, shape: str
) -> None:
    text = shape.format(letters, digits, published_check_digit(letters, digits))
    assert [finding.kind for finding in find(f"證件 {text} 已記錄")] == [Kind.HKID]


@given(hkid_letters, six_digits, st.integers(min_value=1, max_value=10))
def test_a_number_with_the_wrong_check_digit_is_no_identity_card(
    letters: str, digits: str, off_by: int
) -> None:
    right = "0123456789A".index(published_check_digit(letters, digits))
    wrong = "0123456789A"[(right + off_by) % 11]
    assert "hkid" not in kinds(f"{letters}{digits}({wrong})")


def test_a_finding_points_at_the_words_as_they_were_typed() -> None:
    text = "高　級\u200b　（Ａ１２３４５６（３））"
    (finding,) = find(text)
    assert finding.excerpt == "Ａ１２３４５６（３）"
    assert text[finding.start : finding.end] == finding.excerpt
    assert str(finding.explanation).startswith("This is a Hong Kong identity card number.")


@given(st.text())
def test_any_text_is_read_and_findings_come_in_order(text: str) -> None:
    findings = find(text)
    assert [finding.excerpt for finding in findings] == [
        text[finding.start : finding.end] for finding in findings
    ]
    assert findings == sorted(findings, key=lambda finding: finding.start)


@pytest.mark.parametrize(
    "part",
    [
        "a",
        "1",
        "陳",
        " ",
        "A1",
        "1 ",
        "39歲",
        "12樓",
        "@",
        "a.",
        "姓",
        "(",
        "Mr ",
        "man aged ",
        "+1 ",
        "Chan ",
        "39-year-old ",
        "man a a a a ",
        "plate no. plate ",
        "account no",
        "\ufdfa",
        "\0",
    ],
)
def test_a_hundred_thousand_characters_are_read_in_linear_time(part: str) -> None:
    text = (part * 100_000)[:100_000]
    started = time.process_time()
    find(text)
    assert time.process_time() - started < 10


def test_validate_names_the_words_and_what_to_write_instead() -> None:
    validate("6,400 arrested, all offences")
    with pytest.raises(PersonalDataFound) as refusal:
        validate("He lived in Flat 12B.")
    assert [finding.kind for finding in refusal.value.findings] == [Kind.ADDRESS]
    assert str(refusal.value) == (
        "“Flat 12B”: This is an address finer than a district. Write the district and the kind of "
        "place instead, for example “a flat in Yau Tsim Mong”."
    )
