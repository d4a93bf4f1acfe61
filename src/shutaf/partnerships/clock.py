"""Which day is it where the workspace is?"""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils import timezone

from shutaf.accounts.queries import WorkspaceFacts
from shutaf.imports.example import EXAMPLE_TODAY


def zone_of(workspace: WorkspaceFacts) -> datetime.tzinfo:
    try:
        return ZoneInfo(workspace.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("Asia/Jerusalem")


def today_of(workspace: WorkspaceFacts) -> str:
    """ISO day. The example town's story is told on its own day, so that it is the same on every day."""
    return EXAMPLE_TODAY if workspace.is_fictional else timezone.now().astimezone(zone_of(workspace)).date().isoformat()
