"""What does nearly every page of a workspace need at hand? What this viewer may see, what was computed of it, and the reader's speech."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest
from django.utils import translation

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.preparation import Preparation
from shutaf.analysis.situation import Situation
from shutaf.partnerships.preparing import preparation
from shutaf.partnerships.queries import situation
from shutaf.reports.brief import MOST_SHEETS, Audience
from shutaf.reports.brief.writing import Writing
from shutaf.reports.wording.speech import Speech
from shutaf.web.parts.clock import today_of


@dataclass
class Reading:
    """Computed when asked for, once a request."""

    request: HttpRequest
    viewer: Viewer

    @cached_property
    def situation(self) -> Situation:
        return situation(self.viewer)

    @cached_property
    def prepared(self) -> Preparation:
        return preparation(self.viewer, today=today_of(self.request.workspace))  # type: ignore[attr-defined]

    @cached_property
    def speech(self) -> Speech:
        return Speech((translation.get_language() or "he")[:2], self.situation)

    @property
    def audience(self) -> Audience:
        return "driver" if sees_everything(self.viewer) else "room"

    @cached_property
    def writing(self) -> Writing:
        return Writing(self.prepared, self.speech, self.audience, MOST_SHEETS)
