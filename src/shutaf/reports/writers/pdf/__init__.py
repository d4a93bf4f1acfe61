"""How does a report become a PDF that a screen reader can follow, without a hostile name or a huge document harming us?

The document goes as JSON to a child process, which lays it out with a fixed Typst template. Time and memory of the child are bounded;
one child at a time in this process.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Mapping
from importlib.resources import as_file, files
from typing import Any

from shutaf.reports.document import Document
from shutaf.reports.writers.failed import Cause, PdfFailed
from shutaf.reports.writers.pdf.payload import payload

SECONDS = 120  # ours: 1,000 pages take about 20 s
MEGABYTES = 900  # of private memory; ours: Typst takes about 60 MB and 0.4 MB a page

_ONE_AT_A_TIME = threading.Lock()
_EXITS: dict[int, Cause] = {3: "typst", 4: "memory", 5: "missing", -6: "memory", -9: "memory"}
"""What pdf/child.py returns. Rust aborts (-6) when an allocation fails; -9 is the system's own answer to too little memory."""


def write_pdf(document: Document, *, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> bytes:
    """A tagged PDF (PDF/UA-1) of the document. Raises PdfFailed, with the cause, when it cannot be made within `seconds` and `megabytes`."""
    return laid_out("brief", payload(document), seconds=seconds, megabytes=megabytes)


def laid_out(template: str, content: Mapping[str, Any], *, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> bytes:
    """Plain data laid out by one of our templates (the name of a .typ file here). Raises PdfFailed."""
    data = json.dumps(content, ensure_ascii=False).encode("utf-8")
    package = files("shutaf.reports")
    with _ONE_AT_A_TIME, as_file(package / "fonts") as fonts, as_file(package / "writers" / "pdf") as here:
        # -P: the folder of child.py stays off the module path.
        command = [sys.executable, "-P", str(here / "child.py"), str(fonts), str(megabytes), template]
        try:
            done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False)  # noqa: S603 - our own file, no shell
        except subprocess.TimeoutExpired:
            raise PdfFailed("slow", f"more than {seconds:g} s") from None
    if done.returncode == 0 and done.stdout.startswith(b"%PDF"):
        return done.stdout
    raise PdfFailed(_EXITS.get(done.returncode, "crashed"), done.stderr.decode("utf-8", "replace").strip()[-2000:])
