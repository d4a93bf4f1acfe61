"""Hands on a keyboard: real key events, also for letters that no American keyboard has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from playwright.sync_api import CDPSession, Page

PASTE = """text => { const data = new DataTransfer(); data.setData("text/plain", text);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }"""
COPY = """() => { const data = new DataTransfer();
  document.activeElement.dispatchEvent(new ClipboardEvent("copy", {clipboardData: data, bubbles: true, cancelable: true})); return data.getData("text/plain"); }"""


@dataclass
class Hands:
    """What is pressed, and how often: letters of texts and all other keys are counted apart."""

    page: Page
    letters: int = 0
    keys: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.cdp: CDPSession = self.page.context.new_cdp_session(self.page)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.keys.append(key)
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """Each sign by a key of its own, as on the keyboard of its language."""
        for sign in text:
            self.letters += 1
            self._sign(sign)

    def pick(self, text: str) -> None:
        """Letters that only find a word in a list: no text of hers, so they count as keys."""
        for sign in text:
            self.keys.append(sign)
            self._sign(sign)

    def _sign(self, sign: str) -> None:
        self.cdp.send("Input.dispatchKeyEvent", {"type": "keyDown", "key": sign, "text": sign, "unmodifiedText": sign, "code": "KeyA"})

    def paste(self, text: str) -> None:
        """A block from a spreadsheet: two keys."""
        self.keys.append("Control+V")
        self.page.evaluate(PASTE, text)

    def copied(self) -> str:
        self.keys.append("Control+C")
        return str(self.page.evaluate(COPY))


@dataclass
class GridHands(Hands):
    """The same in the grid."""

    def open(self, address: str) -> None:
        self.page.goto(address)
        self.page.wait_for_selector("[data-grid][data-ready]")

    def go(self, ref: str, field: str) -> None:
        """To a cell, as one who presses on it."""
        self.page.locator(f"tr[data-ref='{ref}'] [data-key={field}]").focus()

    def at(self) -> list[str]:
        """Row and column of the focus."""
        found: list[str] = self.page.evaluate("[document.activeElement.parentElement.dataset.ref, document.activeElement.dataset.key]")
        return found

    def text(self, ref: str, field: str) -> str:
        return self.page.locator(f"tr[data-ref='{ref}'] [data-key={field}] .cell bdi").inner_text()

    def state(self) -> str:
        return self.page.locator("[data-state]").inner_text()

    def settled(self, seconds: float = 15) -> None:
        """Everything is with the server."""
        self.page.wait_for_selector("[data-grid][data-waiting='0']:is([data-now=idle], [data-now=open])", timeout=seconds * 1000)

    def wait_text(self, ref: str, field: str, text: str, seconds: float = 15) -> None:
        self.page.locator(f"tr[data-ref='{ref}'] [data-key={field}] .cell bdi", has_text=text).wait_for(timeout=seconds * 1000)

    def refs(self) -> Sequence[str]:
        found: list[str] = self.page.eval_on_selector_all("tbody tr[data-ref]", "rows => rows.map(row => row.dataset.ref)")
        return found
