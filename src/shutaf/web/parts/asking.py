"""What does one write to whom one sends a personal link, and to remind them? Ready messages in the recipient's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from shutaf.web.parts.qr import qr_svg

WHATSAPP = "https://wa.me/?text="
"""Opens the program with a text and lets the sender choose to whom; nothing is called before it is pressed."""


def address_of(token: str) -> str:
    return str(settings.PUBLIC_URL) + reverse("link_open", args=[token])


@dataclass(frozen=True, slots=True)
class Ready:
    """A message to be sent by hand. address: the link in it, "" for a reminder without one."""

    body: str
    person: str
    person_role: str
    language: str
    text: str
    address: str = ""

    @property
    def whatsapp(self) -> str:
        return WHATSAPP + quote(self.text, safe="")

    @property
    def qr(self) -> SafeString:
        return qr_svg(self.address)


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks whom for what. until: the day on which the link ends, as the language writes it."""

    workspace: str
    body: str
    language: str
    sheet: str = "body"
    person: str = ""
    until: datetime | None = None

    def said(self, address: str) -> tuple[str, str]:
        """(subject, text) of the first message."""
        with translation.override(self.language):
            asks = {"workspace": self.workspace, "body": self.body, "person": self.person}
            if self.sheet == "department":
                subject = _("A few questions to {body}").format(**asks)
                text = _("{workspace} prepares local partnerships and asks {body}: with whom do you work, what do you need, what can you give, what opens up this year? Ten minutes, without an account, also on the phone:")  # fmt: skip
            else:
                subject = _("What does {body} need, and what can it offer?").format(**asks)
                text = _("{workspace} prepares partnerships and asks {body}: what do you need, what can you offer? The answer takes five minutes, without an account:")  # fmt: skip
            end = _("The link is personal. Answering is up to you; nothing is shown to others before it was read.")
            return subject, "\n\n".join([*self._greeting(), text.format(**asks), address, end, self._notice()])

    def reminder(self, address: str = "") -> str:
        """To who did not answer yet; without an address it points to the message that was sent before."""
        with translation.override(self.language):
            day = f"{self.until.day}.{self.until.month}.{self.until.year}" if self.until else ""
            asks = {"workspace": self.workspace, "body": self.body, "day": day}
            text = _("A short reminder from {workspace}: the sheet of {body} is still open, until {day}. A few lines help already.")
            way = _("Here is a new link; the old one no longer works:") if address else _("The link is in the earlier message. If it was lost, a new one is made in a minute.")  # fmt: skip
            return "\n\n".join(filter(None, [*self._greeting(), text.format(**asks), way, address]))

    def _notice(self) -> str:
        """What somebody must be told whose name is kept: what for, their rights, and where the whole of it stands."""
        told = _("Your name and how to reach you are kept to prepare partnerships and shown to the team only. By the same link you read all that is kept, correct it, object or have it erased. Why, from whom and how long: {address}")  # fmt: skip
        return told.format(address=str(settings.PUBLIC_URL) + reverse("notice"))

    def _greeting(self) -> list[str]:
        return [_("Hello {person},").format(person=self.person)] if self.person else []

    def ready(self, text: str, address: str = "", person_role: str = "") -> Ready:
        return Ready(self.body, self.person, person_role, self.language, text, address)
