"""Does the brief on screen look like the brief as a file? Both sheets say the same of everything on the paper."""

from __future__ import annotations

import re
from importlib.resources import files


def on_paper(package: str, name: str) -> list[str]:
    """The rules from the cover on, up to what is for the screen or the printer."""
    css = files(package).joinpath(name).read_text(encoding="utf-8")
    found = re.search(r"/\* -- cover, contents, sections.*?(?=\n\.only-wide|\n}\n@media print { \.paper)", css, re.DOTALL)
    assert found
    return [line for line in found[0].splitlines() if line]


def test_both_sheets_say_the_same_of_the_paper() -> None:
    as_file, on_screen = on_paper("shutaf.reports.writers.html", "brief.css"), on_paper("shutaf.web", "pages/brief/page.css")
    assert len(as_file) > 90
    assert on_screen == as_file
