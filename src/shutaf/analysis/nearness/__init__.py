"""Who was like us? How far a place is from a documented case, by what, and how sure that is."""

from shutaf.analysis.nearness.distance import FEATURES, Feature, Likeness, Profile, compare, nearest
from shutaf.analysis.nearness.from_map import profile_of

__all__ = ["FEATURES", "Feature", "Likeness", "Profile", "compare", "nearest", "profile_of"]
