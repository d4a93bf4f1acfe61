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
    def current(self) -> Situation:
        """What the Viewer may see, as it is now."""
        return situation(self.viewer)

    @property
    def situation(self) -> Situation:
        """What `prepared` was computed from: of a large map it may be the state before the last change, and `is_updating` says so."""
        return self.prepared.situation

    @property
    def is_updating(self) -> bool:
        return self.prepared.situation is not self.current

    @cached_property
    def prepared(self) -> Preparation:
        found = preparation(self.viewer, today=today_of(self.request.workspace))  # type: ignore[attr-defined]
        self.request.is_updating = found.situation is not self.current  # type: ignore[attr-defined]  # the frame says so
        return found

    @cached_property
    def speech(self) -> Speech:
        return Speech((translation.get_language() or "he")[:2], self.situation)

    @property
    def audience(self) -> Audience:
        return "driver" if sees_everything(self.viewer) else "room"

    @cached_property
    def writing(self) -> Writing:
        return Writing(self.prepared, self.speech, self.audience, MOST_SHEETS)
