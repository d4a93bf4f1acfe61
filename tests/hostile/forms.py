"""Which forms does a page hold, and what would they send if nobody touched them?"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import html

TYPED = frozenset({"text", "search", "email", "url", "tel", "number", "date", "month", "password", "hidden", "textarea", "color", "range"})


@dataclass(frozen=True)
class Form:
    """at: where it is sent; page: where it stood; sends: each field with its values as they stand; free: those that take any text."""

    page: str
    at: str
    method: str
    sends: tuple[tuple[str, tuple[str, ...]], ...]
    free: frozenset[str] = field(default_factory=frozenset)
    files: frozenset[str] = field(default_factory=frozenset)

    @property
    def name(self) -> str:
        return f"{self.method.upper()} {self.at} on {self.page}"

    @property
    def shape(self) -> tuple[str, str, tuple[str, ...]]:
        """Forms of one shape are one: a list has the same little form at each row."""
        return self.at.split("?")[0], self.method, tuple(name for name, _values in self.sends)


def forms_of(page: str, said: bytes) -> list[Form]:
    """page: its address, without host."""
    if not said.strip():
        return []
    tree = html.fromstring(said, parser=html.HTMLParser(encoding="utf-8"))
    return [form for node in tree.iter("form") for form in _with_buttons(page, node)]


def _with_buttons(page: str, node: html.FormElement) -> list[Form]:
    """One form a button, since what is sent and where may hang on it; bounded, as a matrix has hundreds alike."""
    sends: dict[str, list[str]] = {}
    free, files, buttons = set(), set(), []
    for one in node.iter("input", "select", "textarea", "button"):
        name, kind = one.get("name") or "", (one.get("type") or one.tag).lower()
        if one.tag == "button" or kind in ("submit", "image"):
            buttons.append(one)
        elif kind == "file":
            files.add(name)
        elif name and name != "csrfmiddlewaretoken":
            sends.setdefault(name, []).extend(_values(one, kind))
            if one.tag != "select" and kind in TYPED:
                free.add(name)
    method, action = (node.get("method") or "get").lower(), node.get("action")
    found = []
    for button in buttons[:4] or [None]:
        told = dict(sends)
        if button is not None and button.get("name"):
            told[button.get("name")] = [button.get("value") or ""]
        at = urljoin(page, (button.get("formaction") if button is not None else None) or action or page)
        sent = tuple((name, tuple(values)) for name, values in told.items())
        found.append(
            Form(page, at, (button.get("formmethod") if button is not None else None) or method, sent, frozenset(free), frozenset(files))
        )
    return found


def _values(one: html.HtmlElement, kind: str) -> list[str]:
    if one.tag == "select":
        options = list(one.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None] or options[:1]
        return [option.get("value", option.text or "") for option in chosen]
    if kind in ("checkbox", "radio"):
        return [one.get("value") or "on"] if one.get("checked") is not None else []
    return [(one.text or "") if one.tag == "textarea" else (one.get("value") or "")]
