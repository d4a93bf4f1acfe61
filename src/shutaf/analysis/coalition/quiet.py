"""How does a solver that at times prints a line of its own not end up inside a report written to standard output?"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_inside = 0
_kept = -1


@contextmanager
def quiet() -> Iterator[None]:
    """What the process prints below Python goes nowhere meanwhile. Threads share it: the first goes in, the last comes out.

    HiGHS 1.12 prints "transformNewIntegerFeasibleSolution" for some models, with and without presolve, and has no option against it.
    """
    _enter()
    try:
        yield
    finally:
        _leave()


def _enter() -> None:
    global _inside, _kept
    with _lock:
        _inside += 1
        if _inside > 1:
            return
        try:
            _flush()
            _kept = os.dup(1)
        except OSError:  # there is no standard output
            _kept = -1
            return
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)


def _leave() -> None:
    global _inside, _kept
    with _lock:
        _inside -= 1
        if _inside or _kept < 0:
            return
        if os.name == "posix":
            ctypes.CDLL(None).fflush(None)  # the line may still wait in the buffer of the C library
        os.dup2(_kept, 1)
        os.close(_kept)
        _kept = -1


def _flush() -> None:
    """What Python has printed so far goes where it belongs."""
    if sys.stdout is not None:
        sys.stdout.flush()
