"""A case of the little town, as tests of several rooms need one: the bakery and the merchants take part, the cafe is only named."""

from __future__ import annotations

from shutaf.cases.actions import ClaimGiven, MemberGiven, PlaceGiven, case_save
from shutaf.cases.own import OwnCaseFacts, own_case
from shutaf.partnerships.actions import partnership_save
from town import Town

TODAY, UNTIL, AFTER = "2026-11-23", "2026-12-10", "2026-12-11"
BAKERY, MERCHANTS = "bakery", "merchants"


def written(town: Town, *, claims: tuple[ClaimGiven, ...] | None = None, **fields: object) -> OwnCaseFacts:
    """A draft of a partnership of the bakery, with one claim of each and one of nobody."""
    partnership, _deed = partnership_save(town.editor, name="Bread for all", partners=(BAKERY, MERCHANTS))
    names = {body.ref: body.name for body in bodies(town)}
    given = claims or (
        ClaimGiven("done", f"{names[BAKERY]} gave bread each evening.", members=("m1",)),
        ClaimGiven("result", "40 kg a day", grade="self_reported"),
        ClaimGiven("lesson", "Ask the drivers first.", members=("m2",)),
    )
    ref, _deed = case_save(
        town.editor, partnership_ref=partnership, name="Bread for all", language="en", summary="Bread that was left over reached people.",
        place=PlaceGiven("Ein Haruv", "town", 24000), outcome="ended_early", typology="local_economy", themes=("food",), start_date="2024-05",
        members=(
            MemberGiven(names[BAKERY], "m1", BAKERY, "business", "member", "small_business"),
            MemberGiven(names[MERCHANTS], "m2", MERCHANTS, "business", "lead", "business_association"),
        ),
        claims=given, **fields,
    )  # fmt: skip
    found = own_case(town.editor, ref)
    assert found
    return found


def bodies(town: Town) -> tuple[object, ...]:
    from shutaf.partnerships.queries import situation

    return situation(town.editor).bodies
