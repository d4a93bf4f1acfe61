"""shutaf demo: the workbench in the browser, filled with the example town."""

from __future__ import annotations

import argparse
import os
import webbrowser
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.cli.parser import LANGUAGES, Parser, Words, whole
from shutaf.cli.terminal import Progress
from shutaf.cli.writing import write_bytes

NAME = "demo"
FORMS = (".html", ".pdf", ".docx")
DRIVER = "dana@ein-haruv.example"


def words() -> Words:
    return Words(_("Open the workbench in the browser with the example town (fictional), in a home of its own."), "shutaf demo")


def arguments(parser: Parser) -> None:
    parser.add_argument("--port", type=whole, default=8000, metavar="N", help=_("the port to listen on; the next free one if it is taken"))
    parser.add_argument("--no-open", action="store_true", help=_("do not open the browser"))
    parser.add_argument(
        "--files", type=Path, metavar="FOLDER", help=_("write the town's briefs in four languages into this folder instead")
    )


def run(arguments: argparse.Namespace) -> int:
    return write_files(arguments.files) if arguments.files else serve(arguments)


def serve(arguments: argparse.Namespace) -> int:
    """The example town in the browser, signed in by a link that works once."""
    from shutaf.cli import service
    from shutaf.cli.home import ready_or_said
    from shutaf.cli.serve import owner_link

    port = service.free_port("127.0.0.1", arguments.port)
    os.environ.setdefault("SHUTAF_URL", f"http://localhost:{port}")  # for the processes that serve
    settings.PUBLIC_URL = f"http://localhost:{port}"
    if code := ready_or_said():
        return code
    make_town()
    link = owner_link(DRIVER, minutes=12 * 60)[-1]

    def when_up() -> None:
        print(_("The example town Ein Haruv is fictional. Signed in by this link, once:"), flush=True)
        print(link, flush=True)
        print(_("Ctrl-C ends it."), flush=True)
        if not arguments.no_open and settings.HAS_SCREEN:
            webbrowser.open(link)

    commands = [service.web_command("127.0.0.1", port), service.worker_command()]
    return service.supervise(commands, when_up, "127.0.0.1", port, recurring=[service.tick_command()])


def make_town() -> None:
    """Dana, who drives the partnership, and her town; once."""
    from shutaf.accounts.actions import user_create
    from shutaf.accounts.queries import user_by_email, workspaces_of
    from shutaf.stewardship.actions import example_create

    user = user_by_email(DRIVER) or user_create(email=DRIVER, name="דנה אבירם", language="")
    if not workspaces_of(user):
        example_create(user)


def write_files(folder: Path) -> int:
    """The briefs of the town in four languages and forms, and its workbook."""
    from shutaf.analysis.preparation import prepare
    from shutaf.imports.example import EXAMPLE_TODAY, example_situation
    from shutaf.reports.brief import brief
    from shutaf.reports.workbook import write_workbook
    from shutaf.reports.writers import write

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
    return 0
