"""How long does a command run, and how much memory do it and its children hold at one moment?

Memory: every 20 ms the resident set (VmRSS) of the process and all its descendants is added up; the largest sum counts. Pages that
two of them share are counted twice, so the figure is an upper bound. Linux only.
"""

from __future__ import annotations

import resource
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY_SECONDS = 0.02
PROC = Path("/proc")


@dataclass(frozen=True)
class Measured:
    """One run. cpu_seconds: of the process and its children, whatever else the machine does meanwhile."""

    seconds: float
    cpu_seconds: float
    peak_mb: float
    out: str


def measured(command: Sequence[str]) -> Measured:
    """Run a command to its end. Raises CalledProcessError when it fails."""
    start, cpu_start = time.perf_counter(), cpu_of_children()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(resident_kb(pid) for pid in (process.pid, *descendants(process.pid))))
        time.sleep(EVERY_SECONDS)
    seconds = time.perf_counter() - start
    assert process.stdout is not None
    out = process.stdout.read()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, out)
    return Measured(seconds, cpu_of_children() - cpu_start, peak / 1024, out)


def cpu_of_children() -> float:
    """User and system seconds of all children that ended, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def descendants(pid: int) -> list[int]:
    """Children, their children and so on."""
    try:
        tasks = list((PROC / str(pid) / "task").iterdir())
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:  # it ended while we looked
        return []
    return [*children, *(below for child in children for below in descendants(child))]


def resident_kb(pid: int) -> int:
    try:
        status = (PROC / str(pid) / "status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")), 0)
