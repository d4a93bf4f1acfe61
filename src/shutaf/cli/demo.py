"""shutaf demo: the main job on the example town, in four languages, opened in the browser."""

from __future__ import annotations

import argparse
import webbrowser
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.analysis.preparation import prepare
from shutaf.cli.parser import LANGUAGES, Parser, Words
from shutaf.cli.terminal import Progress
from shutaf.cli.writing import write_bytes
from shutaf.imports.example import EXAMPLE_TODAY, example_situation
from shutaf.reports.brief import brief
from shutaf.reports.workbook import write_workbook
from shutaf.reports.writers import write

NAME = "demo"
FORMS = (".html", ".pdf", ".docx")


def words() -> Words:
    return Words(_("Write the briefs of the example town (fictional) in four languages and open one."), "shutaf demo")


def arguments(parser: Parser) -> None:
    parser.add_argument("-o", "--output", type=Path, default=Path("out/demo"), metavar="FOLDER", help=_("the folder to write into"))
    parser.add_argument("--no-open", action="store_true", help=_("do not open the browser"))


def run(arguments: argparse.Namespace) -> int:
    folder: Path = arguments.output
    situation = example_situation()
    with Progress(patience_seconds=0) as progress:
        with progress.stage("analyse", _("Computing")):
            preparation = prepare(situation, today=EXAMPLE_TODAY)
        for language in LANGUAGES:
            with translation.override(language):
                document = brief(preparation, language=language, audience="room")
                for form in FORMS:
                    write_bytes(folder / f"brief.{language}{form}", write(document, form))
                write_bytes(
                    folder / f"brief-driver.{language}.pdf", write(brief(preparation, language=language, audience="driver"), ".pdf")
                )
            print(folder / f"brief.{language}.html", flush=True)
    write_workbook(situation, folder / "ein-haruv.xlsx", "he")
    print(_("The town is fictional. Its workbook: {file}").format(file=folder / "ein-haruv.xlsx"))
    shown = (folder / f"brief.{translation.get_language() or 'he'}.html").resolve()
    if not arguments.no_open and settings.HAS_SCREEN:
        webbrowser.open(shown.as_uri())
    else:
        print(_("Open it in a browser: {file}").format(file=shown))
    return 0
