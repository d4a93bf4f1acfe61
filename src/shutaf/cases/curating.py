"""What do a network's editors say of a case that a workspace tells beyond itself?"""

from __future__ import annotations

from shutaf.accounts.deeds import deed
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.cases.models import Curation
from shutaf.cases.queries import cases_to_curate
from shutaf.cases.rules import may_curate

VERDICTS = ("accepted", "returned", "withdrawn")


class NoReasonError(ValueError):
    """A case is returned or withdrawn with a note, from which its writers learn what to change."""


def case_curate(viewer: Viewer, *, address: str, edition: int, verdict: str, note: str = "") -> str:
    """Accept this edition of a case, return it with a note, or withdraw it. Written down in the network's own workspace. Returns the deed's ref.

    NotAllowedError for an edition that is not told any more: what was read is what is judged.
    """
    if verdict not in VERDICTS:
        raise ValueError(verdict[:20])
    if verdict != "accepted" and not note.strip():
        raise NoReasonError
    with deed(viewer, "case_curate", rule=may_curate) as working:
        found = next((one for one in cases_to_curate(viewer) if (one.address, one.edition) == (address, edition)), None)
        if found is None:
            raise NotAllowedError("case")
        working.record.about = found.case.original[:300]
        working.record.save(update_fields=["about"])
        said = {"edition": edition, "name": found.case.original[:300], "verdict": verdict, "note": note.strip()}
        row = Curation.objects.filter(workspace_id=viewer.workspace_id, address=address).first()
        if row is None:
            working.create(Curation(address=address, **said))
        else:
            working.restore(row)
            working.change(row, **said)
        return working.record.ref
