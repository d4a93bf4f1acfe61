"""How many minutes does it take to find out?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MINUTES: Final[Mapping[str, float]] = {
    "sector_of_body": 1.0,  # a tap on a list; the smallest step we name
    "invite_of_body": 1.0,  # a decision she can take alone
    "rating_of_body": 1.0,  # two numbers from memory
    "months_of_initiative": 1.0,  # one number, asked of the department that would carry it
    "chance_of_initiative": 2.0,  # one number, talked over with a colleague
    "tie_of_pair": 2.0,  # a message to one of the two
    "offer_for_requirement": 5.0,  # one call
    "need_of_body": 5.0,  # one call
    "goals_of_place": 5.0,  # copy them from the last decision of the council
    "ties_of_department": 15.0,  # a short talk over the list, ticking who works with whom
}
"""Minutes to answer one question of each kind. Ours: estimates for one person who knows the town; they order questions and promise nothing."""

NAMES_AND_SECTORS, DEPARTMENTS_AND_TICKS, NEEDS_AND_OFFERS, INITIATIVES = 10.0, 15.0, 20.0, 15.0
"""Minutes of the first hour's four parts, as the design sets them: 30 names with sectors by minute 10, ticks by 25, needs and offers by 45, a brief by 60."""
