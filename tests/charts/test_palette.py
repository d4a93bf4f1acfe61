"""Colours: readable, and sectors apart, for all eyes and on a copier.

Contrast: WCAG 2.2, 1.4.3 (text 4.5) and 1.4.11 (graphics 3), relative luminance of sRGB. Colour-blind eyes: Machado, Oliveira and
Fernandes 2009, "A Physiologically-based Model for Simulation of Color Vision Deficiency", table 1, severity 1.0, on linear RGB. Distance:
Euclidean in OKLab (Ottosson 2020); ours: 0.10 is clearly told apart side by side.
"""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from shutaf.charts.palette import GROUP_CLASS, GROUPS, PALETTES, PRINT, Palette, paints, stylesheet

SECTORS = ("public", "business", "civil_society", "academia", "community", "department")
EYES = {
    "normal": np.eye(3),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
}
TO_LMS = np.array(
    [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]]
)
TO_LAB = np.array(
    [[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]]
)
each_palette = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())


def linear(colour: str) -> np.ndarray:
    v = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    return float(linear(colour) @ [0.2126, 0.7152, 0.0722])


def ratio(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, eye: np.ndarray) -> np.ndarray:
    return TO_LAB @ np.cbrt(np.clip(TO_LMS @ np.clip(eye @ linear(colour), 0, 1), 0, None))


@each_palette
def test_text_is_readable_on_every_ground_it_stands_on(palette: Palette) -> None:
    for ink in (palette.ink, palette.ink_soft):
        for ground in (palette.ground, palette.sunken, palette.unknown_wash):
            assert ratio(ink, ground) >= 4.5


@each_palette
def test_number_in_heat_cell_is_readable_on_each_tint(palette: Palette) -> None:
    assert len(palette.heat) == len(palette.on_heat) == 7
    assert all(ratio(ink, tint) >= 4.5 for ink, tint in zip(palette.on_heat, palette.heat, strict=True))


@each_palette
def test_marks_stand_out_from_the_ground(palette: Palette) -> None:
    marks = [palette.group(key) for key in GROUPS] + [palette.edge, palette.now_edge, palette.unknown, palette.act]
    assert min(ratio(mark, palette.ground) for mark in marks) >= 3


@each_palette
@pytest.mark.parametrize("eye", EYES)
def test_sectors_are_apart_for_all_eyes(palette: Palette, eye: str) -> None:
    pairs = itertools.combinations((palette.group(key) for key in SECTORS), 2)
    assert min(float(np.linalg.norm(seen(a, EYES[eye]) - seen(b, EYES[eye]))) for a, b in pairs) >= 0.10


def test_printed_sectors_differ_in_lightness_so_that_a_grey_copy_keeps_them_apart() -> None:
    lightness = sorted(np.cbrt(luminance(PRINT.group(key))) for key in SECTORS)
    assert min(b - a for a, b in itertools.pairwise(lightness)) >= 0.04


@each_palette
def test_heat_steps_go_one_way_in_lightness(palette: Palette) -> None:
    steps = np.diff([luminance(colour) for colour in palette.heat])
    assert (steps < 0).all() or (steps > 0).all()


def test_stylesheet_repaints_every_class_in_its_scope() -> None:
    css = stylesheet(PRINT, ".paper")
    assert css.count("\n") == len(paints(PRINT))
    assert f".paper .{GROUP_CLASS['civil_society']} {{ fill: {PRINT.civil_society} }}" in css


def test_unknown_group_is_refused() -> None:
    with pytest.raises(ValueError, match="no such group"):
        PRINT.group("military")
