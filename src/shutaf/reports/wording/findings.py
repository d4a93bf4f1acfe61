"""Every finding in words: its sentence, why, how sure, what to do next."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from shutaf.analysis.situation import Finding, Sure
from shutaf.reports.document import Line, SaidFinding, line
from shutaf.reports.wording import actors, changes, initiatives, missing, network, reciprocity, stances
from shutaf.reports.wording.said import Choice, Words, chosen, lines
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.template import Template, speak

FINDINGS: Mapping[str, Words] = {
    **actors.FINDINGS,
    **missing.FINDINGS,
    **network.FINDINGS,
    **changes.FINDINGS,
    **initiatives.FINDINGS,
    **reciprocity.FINDINGS,
    **stances.FINDINGS,
}
STEPS: Mapping[str, Choice] = {
    **actors.STEPS,
    **missing.STEPS,
    **network.STEPS,
    **changes.STEPS,
    **initiatives.STEPS,
    **reciprocity.STEPS,
    **stances.STEPS,
}
SURE: Mapping[str, Template] = {
    **actors.SURE,
    **missing.SURE,
    **network.SURE,
    **changes.SURE,
    **initiatives.SURE,
    **reciprocity.SURE,
    **stances.SURE,
}


def said(finding: Finding, speech: Speech) -> SaidFinding:
    """The finding in the reader's language. Raises KeyError for a key without words."""
    requirement = finding.facts.get("requirement")
    facts = {
        **finding.facts,
        **stances.objectives_said(finding.facts, speech.language),
        "for_editors": finding.audience == "driver",
        "first_need": next(iter(finding.facts.get("needs", ())), ""),
        "kind": requirement.kind if requirement else finding.facts.get("kind"),
        "subject": finding.subject[0] if finding.subject else "",
        "subjects": finding.subject,
    }
    words = FINDINGS[finding.key]
    title = chosen(words.title, facts, speech) or ()
    step = chosen(STEPS[finding.step], facts, speech) if finding.step else None
    return SaidFinding(title, lines(words.why, facts, speech), finding.sure.level, said_sure(finding.sure, speech), step or ())


def said_sure(sure: Sure, speech: Speech) -> Line:
    """The level as a word, and its cause."""
    level = {1: _("hardly sure"), 2: _("somewhat sure"), 3: _("fairly sure"), 4: _("sure")}[sure.level]
    return line(level, ": ", speak(SURE[sure.cause], sure.facts, speech))
