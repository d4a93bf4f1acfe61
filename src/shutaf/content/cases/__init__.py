"""Which partnerships can others learn from, and what bears each thing we tell of them?"""

from shutaf.content.cases.reading import case, cases
from shutaf.content.cases.schema import OUTCOMES, PARTS, PLACE_KINDS, TRAITS, Case, CasePlace, Claim, Partner, Read, Texts

__all__ = ["OUTCOMES", "PARTS", "PLACE_KINDS", "TRAITS", "Case", "CasePlace", "Claim", "Partner", "Read", "Texts", "case", "cases"]
