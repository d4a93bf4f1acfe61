"""How is a text written into XML?"""

from __future__ import annotations

import re

from shutaf.reports.workbook.cells import Value

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_SIGN = re.compile(r"[&<>\"\n\r\t]")


def said(value: Value) -> str:
    """The value as text or as an attribute; line breaks survive in both, what XML cannot hold is left out.

    >>> said('a "b" < c')
    'a &quot;b&quot; &lt; c'
    """
    return _SIGN.sub(lambda sign: _SIGNS[sign[0]], _ILLEGAL.sub("", str(value)))
