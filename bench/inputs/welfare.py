"""The catalogue of Israeli welfare services in the shared data: what each is for, what it is, and the labels that officials gave it.

Source: Israeli government open data, two versions (2020, 2021-05) of 137 services with the same texts; the later one is read, since its labels are cleaner.
"""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VERSION = "2021-05"
LABELS = ("domain", "mode")


@dataclass(frozen=True)
class Service:
    """need: what it is for, as a need would be written. offer: its name and description. labels: by the name of the column; empty where nobody labelled it."""

    ref: str
    need: str
    offer: str
    labels: dict[str, frozenset[str]]


def catalogue() -> Path:
    return Path(os.environ.get("SHUTAF_TEST_DATA") or ROOT.parent / "shared/data") / "israel/welfare_service_catalogue.csv"


def services() -> list[Service]:
    with catalogue().open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["source_version"] == VERSION]
    return [
        Service(
            row["service_id"],
            row["goal"],
            f"{row['name']} {row['description']}",
            {label: frozenset(part.strip() for part in row[label].split("|") if part.strip()) for label in LABELS},
        )
        for row in rows
    ]
