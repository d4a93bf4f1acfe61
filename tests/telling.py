"""A draft that waits for its partners and a case that everybody reads, as tests of several rooms need them."""

from __future__ import annotations

from dataclasses import dataclass

from shutaf.accounts.viewer import Viewer
from shutaf.cases.actions import ClaimGiven, MemberGiven, PlaceGiven, case_ask, case_publish, case_save
from shutaf.cases.own import own_case

TODAY = "2026-11-23"


@dataclass(frozen=True)
class Cases:
    """draft: the ref of one that is written on; asked: of one that is read by those who take part; address: of one that is public."""

    draft: str
    asked: str
    address: str

    def placed(self, path: str) -> str:
        """A path with these in it."""
        return path.replace("{k}", self.draft).replace("{q}", self.asked).replace("{t}", self.address)


def three_cases(owner: Viewer, partnership: str, body: str) -> Cases:
    """Of this partnership, with this body in it, in Hebrew."""
    refs = [_case(owner, partnership, body, name) for name in ("לחם שנשאר", "קרטון משותף", "רחוב מוצל")]
    case_ask(owner, ref=refs[1], until="2099-01-01", today=TODAY)
    case_publish(owner, ref=refs[2], audience="public", today=TODAY)
    found = own_case(owner, refs[2])
    assert found
    return Cases(refs[0], refs[1], found.address)


def _case(owner: Viewer, partnership: str, body: str, name: str) -> str:
    ref, _deed = case_save(
        owner, partnership_ref=partnership, name=name, language="he", summary="מה שנשאר הגיע למי שצריך.", place=PlaceGiven("עין חרוב", "town", 24000),
        typology="local_economy", themes=("food", "waste"), outcome="ended_early", start_date="2024-05",
        members=[MemberGiven("מאפייה", "m1", body, "business", "lead", "small_business"), MemberGiven("Open Kitchen", "m2", "", "civil_society")],
        claims=[
            ClaimGiven("done", "בכל ערב נאסף לחם.", members=("m1",)), ClaimGiven("result", "40 ק״ג ביום", grade="self_reported"),
            ClaimGiven("lesson", "לשאול קודם את הנהגים.", basis="inferred", source="record:extend_embed_end.learned"),
        ],
    )  # fmt: skip
    return ref
