"""Compiles every locale/*/LC_MESSAGES/*.po into the .mo beside it, when the package is built or installed."""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_messages(root: Path) -> list[Path]:
    """Write a .mo for each .po under root/src/shutaf/locale; returns the files written."""
    written = []
    for po in sorted((root / "src/shutaf/locale").glob("*/LC_MESSAGES/*.po")):
        with po.open("rb") as source:
            catalog = read_po(source, locale=po.parts[-3])
        target = po.with_suffix(".mo")
        with target.open("wb") as out:
            write_mo(out, catalog)
        written.append(target)
    return written


class MessagesHook(BuildHookInterface):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict) -> None:  # noqa: ARG002 - hatchling's signature
        compile_messages(Path(self.root))


if __name__ == "__main__":
    compile_messages(Path(__file__).resolve().parent.parent)
