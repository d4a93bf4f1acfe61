"""Which deeds may a program ask for by name, and with which values? The same for the API and the command line."""

from shutaf.stewardship.doing.deeds import BY_NAME, DOINGS
from shutaf.stewardship.doing.doing import DoneDeed, RefusedValuesError, RowMade, do
from shutaf.stewardship.doing.special import MetError

__all__ = ["BY_NAME", "DOINGS", "DoneDeed", "MetError", "RefusedValuesError", "RowMade", "do"]
