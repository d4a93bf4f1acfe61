"""The forms of one call: its text in four languages, a correction, who was told."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shutaf import content
from shutaf.partnerships.calls.queries import PARTS, CallFacts
from shutaf.web.pages.open_call.said import part_titles

RTL = ("he", "ar")
MOST_LETTERS = {"title": 300}


def day_field(label: Any, hint: Any = "", *, required: bool = False) -> forms.DateField:
    return forms.DateField(
        label=label, help_text=hint, required=required, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


def language_name(code: str) -> str:
    """Each language in itself."""
    return content.say("language", code, code)


def described(form: forms.BaseForm) -> None:
    for key, field in form.fields.items():
        if field.help_text:
            field.widget.attrs["aria-describedby"] = f"id_{form.add_prefix(key)}_helptext"


class CallForm(forms.Form):
    """24 texts, beside the dates and the channels; nothing is required while it is a draft."""

    opens_on = day_field(gettext_lazy("First day"), gettext_lazy("Empty: from the day it is published."))
    closes_on = day_field(
        gettext_lazy("Last day"), gettext_lazy("Answers are taken until the end of this day. Two to four weeks give small bodies a chance.")
    )
    channels = forms.MultipleChoiceField(
        label=gettext_lazy("By which channels will it go out?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, language: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["channels"].choices = [(one.key, one.names[language]) for one in content.entries("call_channel")]  # type: ignore[attr-defined]
        titles = part_titles()
        for code in content.LANGUAGES:
            attrs = {"dir": "rtl" if code in RTL else "ltr", "lang": code}
            for part in PARTS:
                widget: forms.Widget = forms.TextInput(attrs=attrs) if part == "title" else forms.Textarea(attrs=attrs | {"rows": 5})
                self.fields[f"{code}-{part}"] = forms.CharField(
                    label=titles[part], required=False, max_length=MOST_LETTERS.get(part, 6000), widget=widget
                )
        described(self)

    def languages(self) -> list[tuple[str, str, list[forms.BoundField], int]]:
        """(code, name, fields, how many are empty)."""
        found = []
        for code in content.LANGUAGES:
            fields = [self[f"{code}-{part}"] for part in PARTS]
            found.append((code, language_name(code), fields, sum(not str(one.value() or "").strip() for one in fields)))
        return found

    def texts(self) -> dict[str, dict[str, str]]:
        return {code: {part: self.cleaned_data[f"{code}-{part}"] for part in PARTS} for code in content.LANGUAGES}

    def days(self) -> dict[str, str]:
        return {key: self.cleaned_data[key].isoformat() if self.cleaned_data[key] else "" for key in ("opens_on", "closes_on")}

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("opens_on") and found.get("closes_on") and found["opens_on"] > found["closes_on"]:
            self.add_error("closes_on", _("The last day lies before the first."))
        return found


def call_initial(call: CallFacts) -> dict[str, Any]:
    texts = {f"{code}-{part}": call.text(code).get(part, "") for code in content.LANGUAGES for part in PARTS}
    return texts | {"opens_on": call.opens_on, "closes_on": call.closes_on, "channels": list(call.channels)}


class CorrectionForm(forms.Form):
    """What changed, said in all four languages, and perhaps a later last day."""

    closes_on = day_field(gettext_lazy("New last day"), gettext_lazy("Only if it moves, and only to a later day. Empty: it stays."))

    def __init__(self, *args: Any, call: CallFacts, **options: Any) -> None:
        super().__init__(*args, **options)
        self.call = call
        for code in content.LANGUAGES:
            attrs = {"dir": "rtl" if code in RTL else "ltr", "lang": code, "rows": 3}
            label = _("What changed, in {language}").format(language=language_name(code))
            self.fields[code] = forms.CharField(label=label, max_length=2000, widget=forms.Textarea(attrs=attrs))
        described(self)

    def common_fields(self) -> list[forms.BoundField]:
        return [*(self[code] for code in content.LANGUAGES), self["closes_on"]]

    def clean_closes_on(self) -> Any:
        day = self.cleaned_data["closes_on"]
        if day and day.isoformat() < self.call.closes_on:
            raise forms.ValidationError(_("The last day may move on, never back: somebody may count on it."))
        return day

    def words(self) -> dict[str, str]:
        return {code: self.cleaned_data[code] for code in content.LANGUAGES}


class ToldForm(forms.Form):
    """When, how, in which language, by whom; for bodies that are ticked, or for everybody whom a channel reaches."""

    channel = forms.ChoiceField(label=gettext_lazy("By which channel?"))
    told_on = day_field(gettext_lazy("When?"), required=True)
    language = forms.ChoiceField(label=gettext_lazy("In which language?"), required=False)
    whom = forms.CharField(
        label=gettext_lazy("Who reads or hears it there?"), help_text=gettext_lazy("Example: owners of shops in the old town, 300 addresses"),
        max_length=300, required=False, widget=forms.TextInput(attrs={"dir": "auto"}),
    )  # fmt: skip
    neighbourhood = forms.CharField(
        label=gettext_lazy("In which neighbourhood?"), help_text=gettext_lazy("Empty: everywhere, or not known."), max_length=200, required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )  # fmt: skip
    told_by = forms.CharField(
        label=gettext_lazy("Who told them?"), max_length=300, required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    note = forms.CharField(
        label=gettext_lazy("Note"), help_text=gettext_lazy("Only for members; it stands in no paper that is handed out."), max_length=1000,
        required=False, widget=forms.TextInput(attrs={"dir": "auto"}),
    )  # fmt: skip

    def __init__(self, *args: Any, language: str, is_direct: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        channels = [(one.key, one.names[language]) for one in content.entries("call_channel")]
        languages = [(one.key, one.names[language]) for one in content.entries("language")]
        self.fields["channel"].choices = [("", _("choose one")), *channels]  # type: ignore[attr-defined]
        self.fields["language"].choices = [("", _("not known")), *languages]  # type: ignore[attr-defined]
        if is_direct:
            del self.fields["whom"], self.fields["neighbourhood"]
        described(self)

    def values(self) -> dict[str, str]:
        found = {key: value for key, value in self.cleaned_data.items() if key != "told_on"}
        return found | {"told_on": self.cleaned_data["told_on"].isoformat()}
