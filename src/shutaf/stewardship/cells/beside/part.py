"""What does every kind of row beside a body offer to the grid?"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Max

from shutaf.accounts.deeds import Working
from shutaf.accounts.viewer import Viewer
from shutaf.imports.problem import Problem


class Part(ABC):
    """Rows of one table, of the bodies with these pks. ends: the foreign keys by which they hang on a body."""

    ends: tuple[str, ...] = ("body_id",)

    def __init__(self, viewer: Viewer, pks: Sequence[int], language: str) -> None:
        self.viewer, self.pks, self.language = viewer, pks, language

    @classmethod
    @abstractmethod
    def is_of(cls, key: str) -> bool:
        """Whether a column is kept here."""

    @classmethod
    @abstractmethod
    def all_rows(cls, viewer: Viewer) -> Any:
        """Rows of the workspace, those in the trash too."""

    @abstractmethod
    def text(self, pk: int, key: str) -> str:
        """What stands in the cell of a body."""

    @abstractmethod
    def read(self, text: str, key: str) -> tuple[Any, tuple[Problem, ...]]:
        """What was typed as a value, and what is wrong with it."""

    @abstractmethod
    def write(self, working: Working, body: Any, values: Mapping[str, Any]) -> None:
        """Keep the values of a body's cells."""

    def offered(self) -> tuple[str, ...]:
        return ()

    def last_deeds(self, pks: Iterable[int]) -> dict[int, int]:
        """Body -> the pk of the last deed among its rows."""
        found: dict[int, int] = defaultdict(int)
        for end in self.ends:
            rows = self.all_rows(self.viewer).filter(**{f"{end}__in": list(pks)}).order_by()
            for pk, deed in rows.values_list(end).annotate(Max("changed_in_id")):
                found[pk] = max(found[pk], deed)
        return dict(found)

    @classmethod
    def touched(cls, viewer: Viewer, since: int, most: int) -> set[int]:
        """The bodies whose rows changed after the revision `since`."""
        rows = cls.all_rows(viewer).filter(changed_in__revision__gt=since)
        return {pk for ends in rows.values_list(*cls.ends)[:most] for pk in ends if pk}
