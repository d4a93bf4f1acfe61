"""What stands behind a code? The number's formula and the rows it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.preparation import Preparation
from shutaf.analysis.situation import Body, Influence, Initiative, Number, Offer, Origin, Person, Record, Stance, Tie
from shutaf.reports.brief import written
from shutaf.reports.document import plain
from shutaf.reports.wording.formulas import FORMULAS
from shutaf.reports.wording.speech import Speech


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it stands and what it says."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Explained:
    """One number explained. about: the bodies or words it is about."""

    code: str
    value: str
    about: str
    formula: str
    rows: tuple[Row, ...]


def explained(code: str, prepared: Preparation, language: str) -> tuple[Explained, ...]:
    """The numbers of the driver's brief with this code; empty when there is none."""
    speech = Speech(language, prepared.situation)
    with translation.override(language):
        records = prepared.situation.record_by_origin
        return tuple(explain(found, number, speech, records) for found, number in meant(code, prepared, language))


def meant(code: str, prepared: Preparation, language: str) -> tuple[tuple[str, Number], ...]:
    """The numbers of the brief in this language, else in English: Hebrew and Arabic say a one as a word, which carries no code."""
    most = len(prepared.situation.bodies)
    for spoken in dict.fromkeys((language, "en")):
        speech = written(prepared, language=spoken, audience="driver", most_sheets=most)[1]
        if found := speech.codes.meant(code):
            return found
    return ()


def explain(code: str, number: Number, speech: Speech, records: Mapping[Origin, Record]) -> Explained:
    """A number in words."""
    value = speech.digits(number.value, 3)
    if number.base == 1:
        value = speech.percent(number.value)
    elif number.base is not None:
        value = _("{value} of {base}").format(value=value, base=speech.digits(number.base))
    about = _(", ").join(filter(None, (said_about(ref, speech) for ref in dict.fromkeys(number.about))))
    rows = tuple(Row(where(origin, speech.language), said_record(records.get(origin), speech)) for origin in number.rows)
    return Explained(code, value, about, _(FORMULAS[number.key]), rows)


def said_about(ref: str, speech: Speech) -> str:
    """A ref as a name; a key of a closed list as its word; anything else as it stands."""
    if ref in speech.situation.body_by_ref:
        return speech.body(ref).text
    for list_key in ("sector", "theme", "resource"):
        if speech.has(list_key, ref):
            return content.say(list_key, ref, speech.language)
    if any(initiative.ref == ref for initiative in speech.situation.initiatives):
        return speech.initiative(ref).text
    if ref in ("room", "driver") or ref.isdigit():
        return ""  # tells two numbers apart, and nobody anything
    if ref == "department":
        return speech.group(ref)
    if (said := plain(speech.criterion(ref), isolate=False)) and said != ref:
        return said
    return speech.person(ref).text if ref in speech.situation.person_by_ref else speech.resource(ref).text


def where(origin: Origin, language: str) -> str:
    """Sheet and row as the user's program shows them; a file named by our key by the sheet's name."""
    if not origin.row:
        return _("typed in the browser")
    names = {sheet.key: sheet.names[language] for sheet in content.sheets()}
    return _("{sheet}, row {row}").format(sheet=names.get(origin.sheet, origin.sheet), row=origin.row)


def said_record(record: Record | None, speech: Speech) -> str:
    """What a row says, in short."""
    match record:
        case Tie():
            ends = f"{speech.body(record.source_ref).text} – {speech.body(record.target_ref).text}"
            status = content.say("tie_status", record.status, speech.language)
            held = speech.person(record.holder).text if record.holder else ""
            return " · ".join(part for part in (ends, status, held) if part)
        case Stance():
            return " · ".join((speech.body(record.body).text, record.objective, f"{record.level:+g}"))
        case Influence():
            return f"{speech.body(record.source_ref).text} – {speech.body(record.target_ref).text} · {record.level_0_4:g}"
        case Body():
            return " · ".join(part for part in (speech.body(record.ref).text, speech.group(record.group_key)) if part)
        case Offer() | Person() | Initiative():
            return plain((speech.resource(record.ref),), isolate=False) if isinstance(record, Offer) else record.name
    return getattr(record, "title", "") or getattr(record, "name", "") or getattr(record, "objective", "")
