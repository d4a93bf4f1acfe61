"""Are all messages there in four languages? extract, update, compile and check the catalogs in src/shutaf/locale.

dev/messages update     read the messages out of the code into the four catalogs
dev/messages check      fail on a missing, fuzzy or outdated message, or a broken placeholder
dev/messages missing he print what still wants a translation
"""

from __future__ import annotations

import ast
import io
import re
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import pofile
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
if not settings.configured:
    settings.configure()  # templatize reads whether debugging is on
LOCALE = ROOT / "src/shutaf/locale"
LANGUAGES = ("he", "ar", "en", "de")
# How each language counts; Hebrew has a dual of its own.
PLURALS = {
    "he": (3, "(n == 1 ? 0 : n == 2 ? 1 : 2)"),
    "ar": (6, "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5"),
    "en": (2, "(n != 1)"),
    "de": (2, "(n != 1)"),
}
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "N_": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "plural": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}


def path_of(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES/django.po"


def extracted() -> Catalog:
    catalog = Catalog(project="Shutaf", charset="utf-8")
    for filename, _line, message, _comments, context in extract_from_dir(
        ROOT / "src/shutaf", method_map=[("**.py", "python")], keywords=KEYWORDS
    ):
        catalog.add(message, None, [(f"src/shutaf/{filename}", 1)], context=context)
    for path in sorted((ROOT / "src/shutaf").rglob("*.html")):
        for message, context in in_template(path.read_text(encoding="utf-8")):
            catalog.add(message, None, [(path.relative_to(ROOT).as_posix(), 1)], context=context)
    return catalog


_CALL = re.compile(r""" ((?:n|p|np)?gettext|_)\(((?:u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*"|[, ]|count)+)\) """)


def in_template(source: str) -> Iterator[tuple[str | tuple[str, str], str | None]]:
    """(message, context) of a Django template: Django writes its tags as calls of gettext, which are read as Python."""
    for name, arguments in _CALL.findall(templatize(source)):
        texts = ast.literal_eval(f"[{arguments.removesuffix('count').rstrip(', ')}]")
        context = texts.pop(0) if "p" in name else None
        yield (texts[0], texts[1]) if name.startswith("n") else texts[0], context


def read(language: str) -> Catalog:
    with path_of(language).open("rb") as source:
        return pofile.read_po(source, locale=language)


def update() -> None:
    template = extracted()
    for language in LANGUAGES:
        old = read(language) if path_of(language).exists() else Catalog()
        new = Catalog(locale=language, project="Shutaf", charset="utf-8", fuzzy=False)
        new._num_plurals, new._plural_expr = PLURALS[language]
        for message in template:
            if message.id:
                new.add(message.id, translated(old, message, language), sorted(set(message.locations)), context=message.context)
        write(new, language)


def translated(old: Catalog, message: Message, language: str) -> str | tuple[str, ...]:
    """What the old catalog says; English says its own message."""
    if language == "en":
        return message.id
    before = old.get(message.id[0] if message.pluralizable else message.id, message.context)
    empty: str | tuple[str, ...] = ("",) * PLURALS[language][0] if message.pluralizable else ""
    return before.string if before and before.string and isinstance(before.string, type(empty)) else empty


def write(catalog: Catalog, language: str) -> None:
    path_of(language).parent.mkdir(parents=True, exist_ok=True)
    out = io.BytesIO()
    pofile.write_po(out, catalog, width=140, sort_output=True, no_location=True, omit_header=True)
    count, rule = PLURALS[language]
    head = (
        f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals={count}; plural={rule};\\n"\n\n'
    )
    path_of(language).write_text(head + out.getvalue().decode(), encoding="utf-8")


def placeholders(text: str) -> set[str]:
    """{braces}, and the %(names)s of the sentences that argparse brings."""
    if re.search(r"%\(\w+\)[sr]|%s", text):
        return set(re.findall(r"%\(\w+\)[sr]|%s", text))
    return {f"{key}:{spec}" if spec else key for _, key, spec, _ in string.Formatter().parse(text) if key is not None}


def problems(language: str, template: Catalog) -> list[str]:
    found = []
    catalog = read(language)
    wanted = {(m.id[0] if m.pluralizable else m.id, m.context) for m in template if m.id}
    held = {(m.id[0] if m.pluralizable else m.id, m.context) for m in catalog if m.id}
    found += [f"{language}: not in the catalog, run dev/messages update: {i[0]!r}" for i in sorted(wanted - held, key=str)]
    found += [f"{language}: no longer used, run dev/messages update: {i[0]!r}" for i in sorted(held - wanted, key=str)]
    for message in catalog:
        if message.id:
            found += [f"{language}: {why}: {message.id!r}" for why in wrong(message)]
    return found


def wrong(message: Message) -> list[str]:
    ids = message.id if message.pluralizable else (message.id,)
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    if message.fuzzy:
        return ["fuzzy"]
    if not all(strings):
        return ["not translated"]
    expected = set().union(*(placeholders(i) for i in ids))
    out = []
    for said in strings:
        try:
            found = placeholders(said)
        except ValueError:
            return ["a brace is broken"]
        # A singular or dual may say "one" or "two" in words, so a count may be missing from a plural form, never anything else.
        if found - expected or (expected - found and not message.pluralizable) or len(expected - found) > 1:
            out.append(f"placeholders {sorted(found)} instead of {sorted(expected)}")
        if said.count("**") % 2 or bool(re.search(r"\*\*", said)) != bool(re.search(r"\*\*", ids[-1])):
            out.append("the ** marks differ")
    return out


def check() -> int:
    template = extracted()
    found = [problem for language in LANGUAGES for problem in problems(language, template)]
    print("\n".join(found) or f"{len(template)} messages in {len(LANGUAGES)} languages")
    return bool(found)


def missing(language: str) -> int:
    for message in read(language):
        if message.id and not all(message.string if isinstance(message.string, tuple) else (message.string,)):
            print(repr(message.id))
    return 0


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["update"]:
            update()
        case ["check"]:
            sys.exit(check())
        case ["missing", language]:
            sys.exit(missing(language))
        case _:
            sys.exit(__doc__)
