"""Do spellings that people interchange fold together, and different names stay apart?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.analysis.text.fold import fold, fold_header

SAME = [
    ("תֵּל־אָבִיב", "תל אביב"),
    ('עמותת "ידיד"', "עמותת ידיד"),
    ("בע״מ", 'בע"מ'),
    ("ג׳ת", "ג'ת"),
    ("גן ירק", "גן־ירק"),
    ("שׁלום", "שלום"),
    ("بَلَديّة", "بلدية"),
    ("بلدية", "بلديه"),
    ("أم الفحم", "ام الفحم"),
    ("مستشفى", "مستشفي"),
    ("جمعيـــة", "جمعية"),
    ("STRASSE", "Straße"),
    ("Ｇｒｅｅｎ", "green"),
    ("\u200fשלום\u200e", "שלום"),
    ("  Green\u00a0 \n Town ", "green town"),
    ("e\u0301cole", "École"),
]


@pytest.mark.parametrize(("written", "other"), SAME)
def test_spellings_of_one_name_fold_together(written: str, other: str) -> None:
    assert fold(written) == fold(other)


@pytest.mark.parametrize(("one", "two"), [("Bürger", "Burger"), ("בית", "בת"), ("جامعة", "جامع"), ("Team A", "Team B"), ("2a", "a2")])
def test_different_names_stay_apart(one: str, two: str) -> None:
    assert fold(one) != fold(two)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_case_and_outer_space_never_matter(text: str) -> None:
    assert fold(f"  {text}\t") == fold(text)
    assert fold(fold(text).upper().lower()) == fold(fold(text).upper())


@pytest.mark.parametrize(
    ("header", "plain"), [("node_id", "node id"), ("Recipient Org:Name", "recipient org name"), ("שם הארגון (*)", "שמ הארגונ")]
)
def test_a_header_splits_at_its_signs(header: str, plain: str) -> None:
    assert fold_header(header) == plain
