"""shutaf do: one deed on a workspace, with its values as JSON; what the browser and the API can do, a script on the machine can too."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser, Words

NAME = "do"


def words() -> Words:
    return Words(_("Do one deed on a workspace, as the API does it."), "shutaf do WORKSPACE body_create @body.json")


def arguments(parser: Parser) -> None:
    parser.add_argument("workspace", metavar="WORKSPACE", help=_("the workspace's letters in its address, after /w/"))
    parser.add_argument("deed", metavar="DEED", help=_("the deed's name, such as body_create; the reference of the API lists them"))
    parser.add_argument(
        "values", metavar="JSON", nargs="?", default="{}", help=_("its values as JSON; @FILE reads a file, - what is piped in")
    )


def run(arguments: argparse.Namespace) -> int:
    from django.core.exceptions import ObjectDoesNotExist

    from shutaf.accounts.queries import job_viewer
    from shutaf.accounts.viewer import NotAllowedError
    from shutaf.stewardship.doing import BY_NAME, MetError, RefusedValuesError, do

    if arguments.deed not in BY_NAME:
        return _wrong(_("There is no deed {name}.").format(name=arguments.deed))
    try:
        done = do(job_viewer(arguments.workspace), arguments.deed, _read(arguments.values))
    except ObjectDoesNotExist:
        return _wrong(_("There is no workspace {ref}.").format(ref=arguments.workspace))
    except (OSError, ValueError, NotAllowedError, MetError) as refused:
        errors = refused.errors if isinstance(refused, RefusedValuesError) else ()
        places = "; ".join(".".join(str(part) for part in one["loc"]) for one in errors)
        return _wrong(_("Nothing was changed: {detail}").format(detail=places or refused))
    print(json.dumps({"deed": done.deed, "made": [{"table": one.table, "ref": one.ref} for one in done.made]}, ensure_ascii=False))
    return 0


def _wrong(said: str) -> int:
    print(said, file=sys.stderr)
    return 1


def _read(told: str) -> dict[str, Any]:
    """The values. Raises ValueError where they are no JSON object."""
    text = sys.stdin.read() if told == "-" else Path(told[1:]).read_text(encoding="utf-8") if told.startswith("@") else told
    values = json.loads(text)
    if not isinstance(values, dict):
        raise ValueError(told[:60])
    return values
