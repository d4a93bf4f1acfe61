"""Where does a partnership stand on its way, and is partnership the right answer at all?"""

from shutaf.analysis.path.checks import Held, StepHeld, Wanted, held, step_now
from shutaf.analysis.path.course import Course, Recorded
from shutaf.analysis.path.gate import ASKED, Advice, Change, Reason, advise

__all__ = ["ASKED", "Advice", "Change", "Course", "Held", "Reason", "Recorded", "StepHeld", "Wanted", "advise", "held", "step_now"]
