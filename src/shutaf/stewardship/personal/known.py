"""How is somebody who was told looked for, and what stands in their place?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from shutaf.analysis.text.fold import fold
from shutaf.stewardship.personal.mentions import Mention, joined
from shutaf.stewardship.personal.who import Who


@dataclass(frozen=True, slots=True)
class Known:
    """The keys of one person, for mentions()."""

    names: frozenset[str]
    emails: frozenset[str]
    phones: frozenset[str]

    def knows(self, kind: str, key: str) -> bool:
        return key in {"name": self.names, "email": self.emails, "phone": self.phones}[kind]

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """(kind, key), in a settled order."""
        return (
            *(("name", key) for key in sorted(self.names)),
            *(("email", key) for key in sorted(self.emails)),
            *(("phone", key) for key in sorted(self.phones)),
        )

    def hint(self, text: str) -> bool:
        """A cheap look: False only where nobody of these keys can stand."""
        if self.emails and "@" in text:
            return True
        if self.phones and sum(map(str.isdigit, text)) >= 7:
            return True
        folded = fold(text)
        return any(all(word in folded for word in name.split(" ")) for name in self.names)

    def loosely(self, text: str) -> bool:
        """Whether they could stand in a text that has no clear words: all words of a name, an address or the digits of a number."""
        folded, digits = fold(text), "".join(filter(str.isdigit, text))
        by_name = any(all(word in folded for word in name.split(" ")) for name in self.names)
        return by_name or any(one in text.casefold() for one in self.emails) or any(one in digits for one in self.phones)


def known_by(who: Who) -> Known:
    return Known(frozenset(joined(key) for key in who.name_keys), who.email_keys, who.phone_keys)


def one_stand_in(sign: str) -> Callable[[Mention], str]:
    """The same for every mention: those who were erased stay apart from each other, and nobody can tell who they were."""
    return lambda mention: sign if mention.kind == "name" else "…"
