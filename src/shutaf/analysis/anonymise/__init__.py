"""What is left of a map when nobody on it can be named: its structure, under neutral labels?"""

from shutaf.analysis.anonymise.twin import Alias, Anonymised, anonymise

__all__ = ["Alias", "Anonymised", "anonymise"]
