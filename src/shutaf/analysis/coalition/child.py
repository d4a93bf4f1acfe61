"""How does a time limit hold that the solver itself may overrun? It works in a process of its own, which is ended when time is up."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
import time
from queue import Empty, SimpleQueue
from typing import IO

import numpy as np
from scipy.sparse import csr_array

from shutaf.analysis.coalition.model import Model
from shutaf.analysis.coalition.stages import BIG, SHARE_OF_TIME, Reached, search

START = "import sys; sys.path[:] = {path!r}; from shutaf.analysis.coalition.child import work; work({seconds!r})"


def searched(model: Model, seconds: float, known: float = np.inf) -> Reached:
    """`search` that comes back in time with the best it has; large models are searched in a child process.

    The child is a fresh interpreter (no fork, no import of the caller's main module), so threads, notebooks and scripts may call it alike.
    """
    if model.rows.nnz <= BIG:
        return search(model, time.monotonic() + seconds * SHARE_OF_TIME, known=known)
    deadline = time.monotonic() + seconds
    command = [sys.executable, "-c", START.format(path=sys.path, seconds=seconds)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:  # noqa: S603
        try:
            return _listen(child, packed(model, known), deadline)
        finally:
            child.kill()


def _listen(child: subprocess.Popen[bytes], given: bytes, deadline: float) -> Reached:
    heard: SimpleQueue[Reached | None] = SimpleQueue()
    assert child.stdin is not None
    assert child.stdout is not None
    threading.Thread(target=_give, args=(child.stdin, given), daemon=True).start()
    threading.Thread(target=_hear, args=(child.stdout, heard), daemon=True).start()
    latest = Reached(None, np.inf, -np.inf)
    while True:
        try:
            told = heard.get(timeout=max(0.0, deadline - time.monotonic()))
        except Empty:
            return latest
        if told is None:
            return latest
        latest = told


def _give(pipe: IO[bytes], given: bytes) -> None:
    try:
        pipe.write(given)
        pipe.close()
    except OSError:  # it was ended before it had read all
        return


def _hear(pipe: IO[bytes], heard: SimpleQueue[Reached | None]) -> None:
    for told in pipe:
        if told.endswith(b"\n"):
            values = json.loads(told)
            heard.put(Reached(None if values[0] is None else tuple(values[0]), *values[1:]))
    heard.put(None)


def work(seconds: float) -> None:
    """The child: reads a model, tells every step forward as a line. Whatever the solver prints goes nowhere."""
    told = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nobody listens to the error output
    model, known = unpacked(sys.stdin.buffer.read())

    def tell(reached: Reached) -> None:
        flags = (reached.is_proven, reached.is_settled, reached.is_impossible)
        told.write(json.dumps([reached.chosen, reached.value, reached.bound, *flags]).encode() + b"\n")
        told.flush()

    search(model, time.monotonic() + seconds * SHARE_OF_TIME, tell, known)


def packed(model: Model, known: float) -> bytes:
    """The arrays of a model as bytes."""
    held = io.BytesIO()
    rows = {"data": model.rows.data, "indices": model.rows.indices, "indptr": model.rows.indptr, "shape": np.array(model.rows.shape)}
    bounds = {name: getattr(model, name) for name in ("low", "high", "lower", "upper", "whole", "aims")}
    np.savez(held, allow_pickle=False, counts=np.array([model.candidates, model.cover]), known=np.array(known), **rows, **bounds)
    return held.getvalue()


def unpacked(given: bytes) -> tuple[Model, float]:
    """A model of its bytes."""
    with np.load(io.BytesIO(given), allow_pickle=False) as held:
        count, columns = (int(count) for count in held["shape"])
        rows = csr_array((held["data"], held["indices"], held["indptr"]), shape=(count, columns))
        candidates, cover = (int(count) for count in held["counts"])
        bounds = {name: held[name] for name in ("low", "high", "lower", "upper", "whole", "aims")}
        return Model(candidates=candidates, cover=cover, rows=rows, **bounds), float(held["known"])
