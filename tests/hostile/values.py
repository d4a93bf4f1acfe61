"""What does somebody hostile type? Texts that broke programs before, numbers past every edge, and whatever hypothesis thinks of."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

TEXTS = (
    "", " ", "\x00", "a\x00b", "\ufeff", "\ufffd", "\u202e\u2066abc", "\u2028\u2029", "\r\n.\r\nSubject: x", "א" * 300, "a" * 40_000, "\U0001f9d1\u200d\U0001f33e" * 50,
    "<script>alert(1)</script>", "'\"><img src=x onerror=alert(1)>", "{{7*7}}{% debug %}", "%s%n%(x)s{0}{x.__class__}", "${7*7}", "\\", "\\u0000", "'; DROP TABLE x; --", "' OR 1=1 --",
    "../../../../etc/passwd", "..\\..\\x", "/", "//", ".", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "http://127.0.0.1:1/",
    "=1+1", "@x", "+x", "-x", "|x", "null", "None", "undefined", "true", "[]", "{}", "[" * 3000, '{"a":' * 500, "&a;", "<!DOCTYPE x [<!ENTITY a 'b'>]>",
)  # fmt: skip
NUMBERS = (
    "0", "-1", "1", "2", "9" * 19, "9" * 5000, "-" + "9" * 400, "2147483648", "9223372036854775807", "9223372036854775808", "1e999", "-1e999", "1e-999", "nan", "NaN", "inf", "-Infinity",
    "0.1", "1,5", "1.5", "٣", "३", "²", "½", "①", "1_000", "0x10", "0b1", "1e5", "+1", "--1", "1 000", "1\u00a0000", "1'000",
)  # fmt: skip
DATES = ("0000-00-00", "0000", "0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30", "2026-13-01", "2026-11-24T25:61", "-2026", "2026-W53-8", "31.12.2026", "99999999999999")  # fmt: skip

hostile = st.one_of(
    st.sampled_from(TEXTS),
    st.sampled_from(NUMBERS),
    st.sampled_from(DATES),
    st.text(max_size=60),
    st.integers().map(str),
    st.floats().map(str),
)


@st.composite
def spoilt(draw: Any, sends: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, list[str]]:
    """What a form sends, with fields changed, doubled, left out, exchanged or made up."""
    sent = {name: list(values) for name, values in sends}
    names = list(sent)
    for name in draw(st.lists(st.sampled_from(names), min_size=1, max_size=6)) if names else ():
        how = draw(st.sampled_from(("changed", "changed", "changed", "doubled", "left out", "exchanged")))
        if how == "changed":
            sent[name] = [draw(hostile)]
        elif how == "doubled":
            sent[name] = [*sent.get(name, []), draw(hostile), draw(hostile)]
        elif how == "left out":
            sent.pop(name, None)
        else:
            sent[name] = sent.get(draw(st.sampled_from(names)), [])
    if draw(st.integers(0, 3)) == 0:
        sent[draw(st.sampled_from(("id", "workspace", "role", "user", "pk", "is_staff", "created_at", "\x00", "a[b]", "__class__")))] = [
            draw(hostile)
        ]
    return sent


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), hostile),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(st.sampled_from(("op", "rows", "cells", "ref", "key", "value", "row", "was")), st.text(max_size=5)), inner, max_size=4
        ),
    ),
    max_leaves=12,
)
