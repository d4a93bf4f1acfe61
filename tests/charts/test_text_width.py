"""Widths of labels against the font itself, and how labels are cut."""

from __future__ import annotations

import importlib.util
import json
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.charts.text_width import ELLIPSIS, shorten, text_width, wrap

LABELS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


@pytest.fixture(scope="module")
def measuring() -> ModuleType:
    path = Path(__file__).parents[2] / "dev" / "measure_font.py"
    spec = importlib.util.spec_from_file_location("measure_font", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_table_is_what_the_committed_fonts_say(measuring: ModuleType) -> None:
    stored = files("shutaf.charts").joinpath("advance_widths.json").read_text(encoding="ascii")
    assert json.loads(stored) == json.loads(measuring.main())


# Widths in px of the ink that resvg 0.5 draws at 40 px with the two Rubik files, regular and semibold; kerning and side bearings explain the rest.
@pytest.mark.parametrize(
    ("label", "regular", "strong"),
    [
        ("סוחרי הרחוב הראשי", 316, 329),
        ("Wirtschaftsförderung Stadt", 509, 545),
        ("مركز الشباب والرياضة", 344, 355),
        ("السلام للإسكان", 241, 248),
        ("Omar Khoury, חבר ועד", 387, 405),
    ],
)
def test_width_is_within_three_per_cent_of_what_is_drawn(label: str, regular: float, strong: float) -> None:
    assert text_width(label, 40) == pytest.approx(regular, rel=0.03)
    assert text_width(label, 40, strong=True) == pytest.approx(strong, rel=0.03)


def test_marks_over_letters_take_no_width() -> None:
    assert text_width("שָׁלוֹם", 20) == text_width("שלום", 20)
    assert text_width("مُحَمَّد", 20) == text_width("محمد", 20)


@given(LABELS, st.floats(20, 400))
def test_shortened_label_fits_and_short_one_is_untouched(label: str, width: float) -> None:
    short = shorten(label, width, 12)
    assert text_width(short, 12) <= width
    assert (short == label) == (text_width(label, 12) <= width) or ELLIPSIS in label


def test_cut_leaves_both_ends_and_keeps_letters_with_their_marks() -> None:
    assert shorten("Association for the Protection of Nature", 120, 12).endswith("Nature")
    assert "👩‍🌾" in shorten("👩‍🌾" * 8, 60, 12)
    assert not shorten("é" * 30, 40, 12).replace(ELLIPSIS, "").replace("é", "")


@given(LABELS, st.floats(30, 300), st.integers(1, 3))
def test_wrapped_lines_fit_and_are_not_too_many(label: str, width: float, lines: int) -> None:
    out = wrap(" ".join(label.split()), width, 12, lines)
    assert len(out) <= lines
    assert all(text_width(line, 12) <= width for line in out)


def test_wrapping_a_name_with_room_loses_nothing() -> None:
    assert " ".join(wrap("ועד שכונת אל־עין", 60, 12, 3)) == "ועד שכונת אל־עין"
