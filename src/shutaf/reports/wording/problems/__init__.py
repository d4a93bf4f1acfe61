"""The words of: what is wrong in a file, where, and how to mend it. And what each foreign column was taken for."""

from shutaf.reports.wording.problems.answer import said_answer
from shutaf.reports.wording.problems.guess import said_guess
from shutaf.reports.wording.problems.question import said_option, said_question
from shutaf.reports.wording.problems.say import said_here, said_problem

__all__ = ["said_answer", "said_guess", "said_here", "said_option", "said_problem", "said_question"]
