"""An open call that is public, told of and answered, and a draft of another: `import calling`, like `town`."""

from __future__ import annotations

from dataclasses import dataclass

from shutaf import content
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.calls.actions import call_correct, call_create, call_publish, call_save, told_add
from shutaf.partnerships.calls.answering import answer_fields, call_answer
from shutaf.partnerships.calls.queries import call_found
from shutaf.partnerships.queries import situation
from shutaf.reports.call.text import CallAbout, call_texts

TODAY = "2026-11-23"


@dataclass(frozen=True)
class Calls:
    """Refs of the two, and the public address of the first."""

    public: str
    draft: str
    address: str

    def placed(self, path: str) -> str:
        """{c} the public call, {d} the draft, {a} the public address."""
        return path.replace("{c}", self.public).replace("{d}", self.draft).replace("{a}", self.address)


def two_calls(editor: Viewer) -> Calls:
    seen = situation(editor)
    about = CallAbout(seen.place.name or "עיר", seen.initiatives[0] if seen.initiatives else None, goals=seen.place.goals)
    public, draft = (call_create(editor, texts=call_texts(seen, about))[0] for _n in range(2))
    call_save(editor, ref=public, texts={}, channels=["website", "board"], closes_on="2099-12-20")
    call_publish(editor, ref=public, today=TODAY)
    told_add(editor, ref=public, channel="letter", told_on=TODAY, body_refs=[one.ref for one in seen.organisations[:5]], language="he")
    told_add(editor, ref=public, channel="board", told_on=TODAY, neighbourhood="מרכז", language="ar")
    words = {"he": "נוסף שבוע.", "ar": "أُضيف أسبوع.", "en": "One week more.", "de": "Eine Woche mehr."}
    assert set(words) == set(content.LANGUAGES)
    call_correct(editor, ref=public, today=TODAY, words=words, closes_on="2099-12-27")
    fields = {
        "sector": "business",
        "size": "small",
        "language": "ar",
        "person": "هدى سالم",
        "phone": "050-1234567",
        "brings": "نحن مخبز صغير.",
    }
    offers = [{"title": "غرفة في المساء", "kind": "space"}]
    everybody = Viewer("public", editor.workspace_id, editor.workspace_ref)
    call_answer(everybody, call_ref=public, op="an-answer-1", **answer_fields("مخبز الحي", fields | {"offers": offers}))
    found = call_found(editor, public)
    assert found
    return Calls(public, draft, found.address)
