"""Do the rules say what the page on rights says?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shutaf.accounts import rules
from shutaf.accounts.viewer import Viewer

PAGE = Path(__file__).parents[2] / "docs/reference/rights.md"
WHO = {
    "owner": Viewer("user", 1, "w", "owner"), "editor": Viewer("user", 1, "w", "editor"),
    "facilitator": Viewer("user", 1, "w", "facilitator"), "viewer": Viewer("user", 1, "w", "viewer"),
    "support": Viewer("support", 1, "w", "viewer"),
    "partner": Viewer("user", 1, "w", "partner", body_refs=("own",)), "personal link": Viewer("link", 1, "w", body_refs=("own",), sheet="body"),
}  # fmt: skip
ROWS = re.findall(r"^\| `(\w+)`.*?\| (.*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("rule", "cells"), ROWS)
def test_the_page_on_rights_tells_the_rules(rule: str, cells: str) -> None:
    told = dict(zip(WHO, [cell.strip() == "yes" for cell in cells.split("|")], strict=True))
    asked = getattr(rules, rule)
    needs_body = rule in ("may_edit_body", "may_answer")
    assert {who: asked(viewer, "own") if needs_body else asked(viewer) for who, viewer in WHO.items()} == told


def test_nobody_speaks_for_another_body() -> None:
    assert not any(
        rules.may_edit_body(WHO[who], "other") or rules.may_answer(WHO[who], "other") for who in ("viewer", "partner", "personal link")
    )


def test_the_public_may_nothing() -> None:
    public = Viewer("public", 1, "w")
    assert not any(rule(public) for rule in (rules.sees_everything, rules.sees_shared, rules.may_edit, rules.may_manage))
