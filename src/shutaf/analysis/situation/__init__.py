"""What do we know about this place, and what do we not know? The one thing every computation starts from and ends in.

A Situation is made by a reader of files or by queries; everything that computes takes it. Three values are kept apart everywhere:
a number or a yes (known), a no (known), and None / "unknown" / "" (unknown). Nothing here is ever filled in by a default that claims knowledge.
"""

from shutaf.analysis.situation.choosing import NO_CHOOSING, CallReply, Choosing, OpenCall, ToldOfCall
from shutaf.analysis.situation.network import Bools, Floats, Ints, Network
from shutaf.analysis.situation.noticed import Finding, Number, Sure
from shutaf.analysis.situation.records import (
    MUNICIPALITY,
    Body,
    Department,
    Influence,
    Initiative,
    MapBasis,
    Need,
    Offer,
    Person,
    Place,
    Requirement,
    Resource,
    Stance,
    Tie,
)
from shutaf.analysis.situation.whole import Situation
from shutaf.analysis.situation.words import (
    NOTHING,
    SECTORS,
    TYPOLOGIES,
    Amount,
    Answer,
    Basis,
    Direction,
    Invite,
    Origin,
    Record,
    Shortlist,
    TieStatus,
    Visibility,
    Word,
)

__all__ = [
    "MUNICIPALITY",
    "NOTHING",
    "NO_CHOOSING",
    "SECTORS",
    "TYPOLOGIES",
    "Amount",
    "Answer",
    "Basis",
    "Body",
    "Bools",
    "CallReply",
    "Choosing",
    "Department",
    "Direction",
    "Finding",
    "Floats",
    "Influence",
    "Initiative",
    "Ints",
    "Invite",
    "MapBasis",
    "Need",
    "Network",
    "Number",
    "Offer",
    "OpenCall",
    "Origin",
    "Person",
    "Place",
    "Record",
    "Requirement",
    "Resource",
    "Shortlist",
    "Situation",
    "Stance",
    "Sure",
    "Tie",
    "TieStatus",
    "ToldOfCall",
    "Visibility",
    "Word",
]
