"""How are the shelves of the library called, and on what does a section rest?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_noop as N_

from shutaf.content.articles.schema import Rests, Shelf
from shutaf.content.cases.schema import Part

SHELVES: Final[Mapping[Shelf, tuple[str, str]]] = {
    "municipality": (N_("For the municipality"), N_("Why partner, how to begin, how to be a good partner, how to end well.")),
    "business": (N_("For businesses"), N_("What a firm gains, brings and should ask before it says yes.")),
    "civil_society": (N_("For civil-society bodies"), N_("How to enter as an equal, and how to be the one in the middle.")),
    "models": (N_("Four models of partnership"), N_("What each is, when it fits and what it asks of whom.")),
    "steps": (N_("The steps of the way"), N_("Why each step is there, how it is done, how one knows that it is done.")),
    "insights": (N_("Insights"), N_("What those who did it would tell others, and where it applies.")),
    "sectors": (N_("The sectors"), N_("What moves each of them, what stands in its way, how to speak with it.")),
    "methods": (N_("Methods"), N_("Ways of working together in plain language, and what of each is done here.")),
    "propriety": (N_("What is proper"), N_("Rules a municipality keeps when it works with others. No legal advice.")),
    "about": (N_("About this library"), N_("Where it comes from, what is whose, what to read further.")),
}  # fmt: skip
"""By shelf: its name, and what stands on it in a sentence."""

RESTS: Final[Mapping[Rests, tuple[str, str]]] = {
    "toolkit": (N_("From the toolkit"), N_("Retold from the pages of the toolkit that Shutaf implements.")),
    "sources": (N_("From sources we read"), N_("Each fact stands in the source named beside it.")),
    "ours": (N_("Our conclusion"), N_("No source says this; we conclude it.")),
}
"""On what a section rests: a label, and what it means."""

PARTS: Final[Mapping[Part, str]] = {
    "place": N_("Where"), "partners": N_("Who took part"), "start": N_("When it began"), "end": N_("When it ended"), "done": N_("What was done"),
    "precondition": N_("What was there before"), "people": N_("People it took"), "money": N_("Money it took"), "months": N_("Time it took"),
    "result": N_("What came of it"), "lesson": N_("What can be learnt"), "needs_here": N_("What it would need elsewhere in Israel"),
}  # fmt: skip
"""What is told of a case, in the order of content.cases.PARTS."""

GRADES: Final[Mapping[str, str]] = {
    "measured": N_("measured by somebody else"), "self_reported": N_("self-reported"), "expected": N_("expected, not yet seen"),
}  # fmt: skip

OUTCOMES: Final[Mapping[str, str]] = {
    "running": N_("still running"), "ended_well": N_("ended as planned"), "changed": N_("became something else"),
    "ended_early": N_("ended early"), "unknown": N_("not known how it went on"),
}  # fmt: skip

TOOLS: Final[Mapping[str, str]] = {
    "bodies": N_("Bodies"), "brief": N_("Brief"), "calls": N_("Open invitations"), "cases": N_("Our own cases"), "coalition": N_("Who could carry it"),
    "contacts": N_("Contact log"), "criteria": N_("What decides"), "departments": N_("Departments"), "dossiers": N_("Invitation dossiers"), "dossiers_of_first": N_("Invitation dossiers"),
    "exchange": N_("Needs and offers"), "export": N_("The map as files"), "findings": N_("Findings"), "gate": N_("Is partnership right?"), "history": N_("History"),
    "hour": N_("The first hour"), "initiatives": N_("What to start with"), "inside": N_("Inside the municipality"), "intake": N_("What waits"),
    "kit": N_("Workshop kit"), "like_us": N_("Who was like us?"), "links": N_("Personal links"), "matches": N_("Matches"), "members": N_("Members"),
    "missing": N_("Who is missing"), "model": N_("Which model fits?"), "network_map": N_("Network map"), "partnerships": N_("Partnerships"),
    "path": N_("The path"), "place": N_("The place"), "questions": N_("Questions for a meeting"), "reciprocity": N_("Who gives, who gets"),
    "rounds": N_("Rating apart"), "running_actions": N_("Running actions"), "stances": N_("Who wants what"), "ties": N_("Ties"),
    "body": N_("Bodies"), "card": N_("Bodies"), "department": N_("Departments"), "dossier": N_("Invitation dossiers"), "grid": N_("Bodies"),
    "hour_names": N_("Whom do you know?"),
    "hour_ticks": N_("Which department talks to whom?"), "hour_exchange": N_("Three needs and three offers a side"), "hour_brief": N_("Two pages to walk in with"),
    "import_new": N_("Import a file"), "initiative": N_("What to start with"), "told": N_("The map in words"), "outbox": N_("Outbox"),
    "open_call": N_("Open invitations"), "call": N_("Open invitations"), "rate": N_("Rating apart"), "merge": N_("Same body twice"), "requests": N_("Requests about personal data"),
}  # fmt: skip
"""By the name of a page of the workbench: how an article calls it."""
