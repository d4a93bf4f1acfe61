"""Which matches did somebody accept, and nobody decline?"""

from __future__ import annotations

from collections.abc import Sequence

from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Need, Offer
from shutaf.exchange.answers import match_answers


def pairs_accepted(viewer: Viewer, needs: Sequence[Need], offers: Sequence[Offer]) -> tuple[tuple[str, str], ...]:
    """(ref of the need, ref of the offer) among what this Viewer may see, each once; a partner reads those of the own body. One query.

    A pair that one side accepted while the other declines it is not agreed; a declined reason whose facts changed no longer counts.
    """
    answers = match_answers(viewer, needs, offers)
    declined = {(one.need, one.offer) for one in answers if one.state == "declined" and one.holds}
    return tuple(
        dict.fromkeys((one.need, one.offer) for one in answers if one.state == "accepted" and (one.need, one.offer) not in declined)
    )
