"""The child process that lays out one PDF: JSON on stdin, the PDF on stdout, the reason of a refusal on stderr.

Started by path with the folder of fonts, the memory limit in MB and the name of the template, so it loads nothing but Typst. Exit codes: 0 done, 3 refused, 4 no memory, 5 no Typst.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any

REPLACEMENT = "□"
TRIED_PER_BLOCK = 16  # letters; ours: a script of which so many are missing is missing
_MARKS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
"""Hebrew points and Arabic vowel signs. Some letters with two of them cannot be told from their drawing, and PDF/UA refuses what cannot be read back."""

_PROBE = b'#set document(title: "x")\n#set text(font: "Rubik")\n#text(sys.inputs.letters)'


def main(fonts: str, megabytes: str, template: str) -> int:
    data = sys.stdin.buffer.read().decode("utf-8")
    try:
        import typst
    except ImportError as error:
        print(error, file=sys.stderr)
        return 5
    _limit_memory(int(megabytes))
    warnings.simplefilter("ignore")
    compiler = typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False, font_paths=[fonts]))
    try:
        pdf = _laid_out(compiler, _drawable(compiler, data), template)
    except typst.TypstError as error:
        print(error, *(getattr(error, "hints", None) or ()), getattr(error, "diagnostic", ""), sep="\n", file=sys.stderr)
        return 3
    except MemoryError:
        return 4
    sys.stdout.buffer.write(pdf)
    return 0


def _limit_memory(megabytes: int) -> None:
    """Private memory only: RLIMIT_AS would also count what threads merely reserve."""
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit holds there
        return
    resource.setrlimit(resource.RLIMIT_DATA, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _laid_out(compiler: Any, data: str, template: str) -> bytes:
    """With points and vowel signs as written, or without them where they cannot be read back."""
    import typst

    try:
        return _compiled(compiler, data, template)
    except typst.TypstError as error:
        if "codepoints" not in f"{error} {getattr(error, 'diagnostic', '')}":
            raise
        return _compiled(compiler, _MARKS.sub("", data), template)


def _compiled(compiler: Any, data: str, template: str) -> bytes:
    here = Path(__file__).parent
    sources = {path.name: path.read_bytes() for path in here.glob("*.typ")}
    main_file = sources.pop(f"{template}.typ")
    pdf = compiler.compile(
        input={"main.typ": main_file, **sources, "document.json": data.encode("utf-8")}, format="pdf", pdf_standards=["ua-1"]
    )
    return bytes(pdf)


def _drawable(compiler: Any, data: str) -> str:
    """The data with a box for each letter that no font at hand can draw (an emoji in a name): PDF/UA refuses a document with a missing glyph."""
    missing = _missing(compiler, {letter for letter in data if letter > "\u024f"})
    if not missing:
        return data
    one = f"[{''.join(re.escape(letter) for letter in sorted(missing))}]"
    return re.sub(f"{one}(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d{one})*", REPLACEMENT, data)


def _missing(compiler: Any, letters: set[str]) -> set[str]:
    if _draws(compiler, letters):
        return set()
    blocks: dict[int, list[str]] = {}
    for letter in sorted(letters):
        blocks.setdefault(ord(letter) >> 8, []).append(letter)
    missing: set[str] = set()
    for block in blocks.values():
        if not _draws(compiler, block):
            tried = {letter for letter in block[:TRIED_PER_BLOCK] if not _draws(compiler, letter)}
            rest = block[TRIED_PER_BLOCK:]
            missing |= tried | (set(rest) if len(tried) == TRIED_PER_BLOCK else {letter for letter in rest if not _draws(compiler, letter)})
    return missing


def _draws(compiler: Any, letters: Iterable[str]) -> bool:
    import typst

    try:
        compiler.compile(input=_PROBE, format="pdf", pdf_standards=["ua-1"], sys_inputs={"letters": " ".join(sorted(letters))})
    except typst.TypstError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
