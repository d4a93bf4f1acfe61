"""Which shape and colour stands for a sector, in a box of 20 by 20?

The same shapes as on the pages and in the charts; paths with straight edges only where a curve is not the shape itself.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """css: class of the page. svg: one element, even-odd filled. colour: on white paper."""

    css: str
    svg: str
    colour: str


SHAPES = {
    "public": Shape("is-public", '<rect x="2.8" y="2.8" width="14.4" height="14.4" rx="2"/>', "#154793"),
    "business": Shape("is-business", '<path d="M10 .9 19.1 10 10 19.1 .9 10z"/>', "#8A5200"),
    "civil_society": Shape("is-civil", '<circle cx="10" cy="10" r="7.6"/>', "#6D1A39"),
    "academia": Shape("is-academia", '<path d="M10 1.3 18.7 17H1.3z"/>', "#8F75DC"),
    "community": Shape("is-community", '<path d="M10 1.3 17.6 8.5v8.3H2.4V8.5z"/>', "#469A5D"),
    "department": Shape("is-department", '<path fill-rule="evenodd" d="M2.4 2.4h15.2v15.2H2.4zM6.8 6.8v6.4h6.4V6.8z"/>', "#137683"),
    "other": Shape("is-other", '<path d="M10 1.8 17.1 5.9v8.2L10 18.2 2.9 14.1V5.9z"/>', "#48595A"),
}
"""By group key (a sector, or `department`); a key that is not here is drawn as `other`."""

BRAND = (
    '<rect fill="#0B5A5E" x="3" y="10" width="22" height="22" rx="2.5"/><circle fill="#6D1A39" cx="25.5" cy="20" r="12"/>'
    '<path fill="#E8912B" d="M18.87 10H25v21.99A12 12 0 0 1 18.87 10z"/>'
)
"""The mark of the house, in a box of 40 by 40; it mirrors where the text runs right to left."""


def shape_of(group_key: str) -> Shape:
    return SHAPES.get(group_key, SHAPES["other"])


def shape_svg(group_key: str) -> str:
    """A whole SVG file of one shape, in its colour on paper."""
    shape = shape_of(group_key)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="20" height="20" fill="{shape.colour}">{shape.svg}</svg>'


def brand_svg(mirrored: bool) -> str:
    """A whole SVG file of the house's mark."""
    turn = ' transform="translate(40 0) scale(-1 1)"' if mirrored else ""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="40" height="40"><g{turn}>{BRAND}</g></svg>'
