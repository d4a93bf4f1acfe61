"""How is what was written down at a step read by those who do not write it?"""

from __future__ import annotations

from shutaf import content
from shutaf.analysis.path import Recorded
from shutaf.partnerships.paths import PathFacts
from shutaf.reports.wording.speech import Speech


def said_records(step: content.Step, path: PathFacts, speech: Speech) -> tuple[tuple[str, str], ...]:
    """(label, text) of each field; "" where nothing was written."""
    return tuple((one.label[speech.language], _said(one, path.records.get((step.key, one.key), Recorded()), speech)) for one in step.fields)


def _said(one: content.StepField, recorded: Recorded, speech: Speech) -> str:
    match one.kind:
        case "date":
            return speech.date(recorded.date)
        case "sectors":
            return ", ".join(speech.group(key) for key in recorded.words)
        case "initiative":
            return ", ".join(speech.initiative(ref).text for ref in recorded.words)
    return recorded.text
