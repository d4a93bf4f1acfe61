"""The letter as a form: a field a paragraph, and a field for each text of the map that is not in the letter's language."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from shutaf.reports.dossier.letter import Letter, Shown

MOST_WORDS, MOST_SAID = 5000, 1000
TITLES = {
    "greeting": gettext_lazy("Greeting"),
    "opening": gettext_lazy("The opening: what they need"),
    "idea": gettext_lazy("The initiative"),
    "for_you": gettext_lazy("What is in it for them"),
    "your_part": gettext_lazy("What they could bring"),
    "ask": gettext_lazy("What we ask"),
    "open": gettext_lazy("Open to all"),
    "closing": pgettext_lazy("of a letter", "Closing"),
    "signature": gettext_lazy("Signature"),
}


def mark_of(*texts: str) -> str:
    """A short name for texts, such as may stand in a form."""
    return blake2b("\n".join(texts).encode(), digest_size=8).hexdigest()


def seen_of(letter: Letter) -> str:
    """A mark of what a reader of the form has before the eyes: facts, words, and what is said for texts."""
    shown = [part for one in letter.paragraphs for part in (one.paragraph.key, *rows_of(one), one.words)]
    return mark_of(*shown, *(part for pair in sorted(letter.said.items()) for part in pair), str(letter.is_settled))


def rows_of(one: Shown) -> list[str]:
    return [fact.row for fact in (*one.paragraph.facts, *one.before)]


class LetterForm(forms.Form):
    """Empty leaves a paragraph out; the draft's own words are not kept, so that it goes on following the map."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args: Any, letter: Letter, direction: str, said_before: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.letter = letter
        self.fields["seen"].initial = seen_of(letter)
        self.texts = tuple(dict.fromkeys((*letter.open_texts, *letter.said)))
        look = {"lang": letter.draft.language, "dir": direction}
        for one in letter.paragraphs:
            self._paragraph(one, look)
        for text in self.texts:
            self.fields[f"said-{mark_of(text)}"] = forms.CharField(
                label=text,
                required=False,
                max_length=MOST_SAID,
                initial=letter.said.get(text, said_before.get(text, "")),
                widget=forms.TextInput(attrs=look),
            )
            self.fields[f"same-{mark_of(text)}"] = forms.BooleanField(
                label=_("It stays as written"), required=False, initial=letter.said.get(text, said_before.get(text)) == text
            )

    def _paragraph(self, one: Shown, look: dict[str, str]) -> None:
        key, rows = one.paragraph.key, min(12, 1 + -(-len(one.words) // 70))
        self.fields[f"words-{key}"] = forms.CharField(
            label=TITLES[key],
            required=False,
            max_length=MOST_WORDS,
            initial=one.words,
            widget=forms.Textarea(attrs={**look, "rows": rows}),
            strip=True,
        )
        if one.is_edited:
            self.fields[f"back-{key}"] = forms.BooleanField(label=_("Back to the draft from the map"), required=False)
        if one.is_changed:
            self.fields[f"read-{key}"] = forms.BooleanField(label=_("Read again; it holds"), required=False)

    def clean_seen(self) -> str:
        if self.cleaned_data["seen"] != seen_of(self.letter):
            raise forms.ValidationError(
                _("The map or the letter changed meanwhile; nothing was saved. What you typed still stands here: compare and save again.")
            )
        return str(self.cleaned_data["seen"])

    def words(self) -> dict[str, str | None]:
        """By paragraph; None where it is as drafted, or shall be again."""
        return {one.paragraph.key: self._words(one) for one in self.letter.paragraphs}

    def _words(self, one: Shown) -> str | None:
        key = one.paragraph.key
        typed = self.cleaned_data[f"words-{key}"].replace("\r\n", "\n")
        if self.cleaned_data.get(f"back-{key}"):
            return None
        return None if not one.is_edited and typed == one.words.strip() else typed

    def said(self) -> dict[str, str]:
        """For each text that somebody said in the letter's language, or left as written."""
        found = {}
        for text in self.texts:
            typed = self.cleaned_data[f"said-{mark_of(text)}"].strip()
            if self.cleaned_data[f"same-{mark_of(text)}"]:
                found[text] = text
            elif typed and typed != text:
                found[text] = typed
        return found

    def read_again(self) -> set[str]:
        return {one.paragraph.key for one in self.letter.paragraphs if self.cleaned_data.get(f"read-{one.paragraph.key}")}

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What the page shows side by side: a paragraph's fields and what it rests on."""
        return [
            {"shown": one, "words": self[f"words-{one.paragraph.key}"], "back": self._bound(f"back-{one.paragraph.key}"), "read": self._bound(f"read-{one.paragraph.key}")}
            for one in self.letter.paragraphs
        ]  # fmt: skip

    @property
    def settling(self) -> list[dict[str, Any]]:
        return [
            {"text": text, "said": self[f"said-{mark_of(text)}"], "same": self[f"same-{mark_of(text)}"], "is_open": text in self.letter.open_texts}
            for text in self.texts
        ]  # fmt: skip

    def _bound(self, name: str) -> Any:
        return self[name] if name in self.fields else None
