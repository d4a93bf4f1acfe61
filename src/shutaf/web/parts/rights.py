"""How is a request about personal data called in a list?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

KINDS_SHORT = {"see": _("to know what is held"), "correct": _("a correction"), "object": _("an objection"), "erase": _("to be erased")}
STATES_SAID = {"open": _("waits for an answer"), "done": _("done"), "refused": _("refused, with the reason")}
