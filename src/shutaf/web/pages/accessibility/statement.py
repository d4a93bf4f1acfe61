"""What does the accessibility statement say? The form its law asks for, filled from the settings; what the operator has not said is said to be missing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. own: what the operator wrote, in whatever language. missing: what the operator has not said yet. part: a piece of the page with its own form."""

    key: str
    title: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    own: str = ""
    missing: str = ""
    part: str = ""


def statement() -> tuple[Section, ...]:
    """The sections in the order of the law's form, in the active language."""
    if settings.ACCESSIBILITY_LAW == "de":
        return (_status(), _gaps(), _made(), _contact(), _enforcement(), *_easy())
    return (_israeli(), _done(), _gaps(), _contact(), *_place(), _made(), *_easy())


def operator() -> str:
    """Who runs this service; where nobody said, its address."""
    return settings.OPERATOR or urlsplit(settings.PUBLIC_URL).netloc


def checked() -> str:
    """The ISO day on which the operator last looked; "" where none is said."""
    return settings.ACCESSIBILITY_CHECKED if _DAY.fullmatch(settings.ACCESSIBILITY_CHECKED) else ""


def _israeli() -> Section:
    return Section(
        "status",
        _("What the law asks, and how far this service is"),
        (
            _("Regulation 35 of the Equal Rights for Persons with Disabilities Regulations (Accessibility Adjustments to a Service), 2013, asks of a public authority's online service the level AA of Israeli Standard 5568, which adopts the Web Content Accessibility Guidelines (WCAG) of the W3C."),
            _("The service is built to WCAG 2.2, level AA, which holds what the earlier editions ask. It meets this in part: what is missing stands below."),
        ),
    )  # fmt: skip


def _status() -> Section:
    return Section(
        "status",
        _("How far it conforms"),
        (
            _("The measure is the accessibility law of the state (Land) to which the operator belongs; most follow the BITV 2.0, which points to the standard EN 301 549 and through it to the Web Content Accessibility Guidelines (WCAG), level AA."),
            _("This service conforms in part, because of what is listed below. It is built to WCAG 2.2, level AA, which holds what the earlier editions ask."),
        ),
    )  # fmt: skip


def _done() -> Section:
    return Section(
        "done",
        _("What was made accessible"),
        items=(
            _("Everything works with the keyboard alone, without a mouse and without dragging; what has the focus is always seen."),
            _("Every map is also a list, a table and a tree, every chart a table; pictures have a text."),
            _("The pages keep their content at 320 pixels and enlarged fourfold, and follow the colours, the contrast and the wish for less motion of the device."),
            _("Hebrew, Arabic, English and German, each in its direction; a change of language keeps what was typed."),
            _("Reports come as tagged PDF (PDF/UA), as Word with headings and table headers, and as a web page."),
            _("Signing in needs no puzzle and no memory: a link by e-mail is enough."),
        ),
    )  # fmt: skip


def _gaps() -> Section:
    return Section(
        "missing",
        _("What is not accessible yet"),
        items=(
            _("Names and texts are shown as people wrote them; their language is not always marked, so a screen reader may read them with the wrong voice."),
            _("The picture of the map has no text of its own beyond its summary; “The map in words” tells the same."),
            _("Files that people upload are kept as they are and were not checked."),
            _("People who use a screen reader every day have not tried it yet."),
        ),
        own=settings.ACCESSIBILITY_MISSING,
    )  # fmt: skip


def _made() -> Section:
    on_machine = _("The program is checked with every change: automatic checks of every page in four languages, in light and dark; the main work by keyboard alone; enlarged fourfold; every PDF for its tags.")  # fmt: skip
    how = _("The statement rests on a check of our own, not on an outside examination.")
    return Section(
        "made", _("How this statement was made"), (on_machine, how), part="made", missing="" if checked() else _("The operator has not yet said on which day the statement was last checked.")
    )  # fmt: skip


def _contact() -> Section:
    said = settings.ACCESSIBILITY_PERSON or settings.ACCESSIBILITY_MAIL or settings.ACCESSIBILITY_PHONE
    title = _("Tell us of a barrier") if settings.ACCESSIBILITY_LAW == "de" else _("Accessibility coordinator")
    missing = "" if said else _("The operator has not yet named anybody. The form below reaches whoever runs this service.")
    days = _("A barrier is removed within a reasonable time, sixty days at most after it was told. Whoever told it gets a number to look up what became of it.")  # fmt: skip
    return Section("contact", title, (days,), part="contact", missing=missing)


def _place() -> tuple[Section, ...]:
    own = settings.ACCESSIBILITY_PLACE
    return (Section("place", _("Accessibility of the office"), own=own),) if own else ()


def _enforcement() -> Section:
    return Section(
        "enforcement",
        _("If our answer is not enough"),
        (_("Whoever gets no answer within a reasonable time, or one that does not help, can turn to the enforcement or arbitration body of the state (Land). Its help costs nothing and needs no lawyer."),),
        own=settings.ACCESSIBILITY_ENFORCER,
        missing="" if settings.ACCESSIBILITY_ENFORCER else _("The operator has not yet named the body."),
    )  # fmt: skip


def _easy() -> tuple[Section, ...]:
    is_told = settings.EASY_LANGUAGE_URL or settings.SIGN_LANGUAGE_URL
    return (Section("easy", _("Easy language and sign language"), part="easy"),) if is_told else ()
