"""The words of: what is wrong in a file, where, and how to mend it."""

from __future__ import annotations


def said_problem(problem) -> str:
    return repr(problem)


def said_guess(guess) -> tuple[str, ...]:
    return (guess.column, guess.ours)
