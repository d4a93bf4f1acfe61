"""How is a picture of the charts fitted into a page that already holds others?"""

from __future__ import annotations

import re

_TAG = re.compile(r"<[^<>]*>")
_ID = re.compile(r'(\sid="|="#|url\(#)(?=[A-Za-z_])')
_ROOT = re.compile(r"<svg\b[^>]*>")
_OWN_NAMING = re.compile(r'\s(?:role|aria-label|aria-labelledby|aria-hidden|class)="[^"]*"')
_PROLOG = re.compile(r"^\s*(?:<\?xml[^>]*\?>)?\s*(?:<!DOCTYPE[^>]*>)?\s*", re.IGNORECASE)


def bare(svg: str) -> str:
    """The picture without an XML declaration."""
    return _PROLOG.sub("", svg)


def with_own_ids(svg: str, prefix: str) -> str:
    """Each id of the picture, and each reference to one, begins with the prefix: two pictures in one page may not share an id.

    >>> with_own_ids('<svg><path id="a"/><use href="#a"/></svg>', "p1-")
    '<svg><path id="p1-a"/><use href="#p1-a"/></svg>'
    """
    return _TAG.sub(lambda tag: _ID.sub(rf"\g<1>{prefix}", tag.group()), svg)


def named(svg: str, naming: str) -> str:
    """The picture's root with our class and naming attributes in place of its own."""
    return _ROOT.sub(lambda root: _OWN_NAMING.sub("", root.group()).replace("<svg", f"<svg {naming}", 1), svg, count=1)
