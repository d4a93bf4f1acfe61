"""How does a Word file look the same on a computer that does not have our font? It brings the font along, in the way Word reads it."""

from __future__ import annotations

import uuid
from functools import cache
from importlib.resources import files
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from shutaf.reports.writers.docx.xml import NAMESPACES

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_FACES = (("embedRegular", "Rubik-Regular.ttf"), ("embedBold", "Rubik-SemiBold.ttf"))
_OBFUSCATED = 32  # bytes at the beginning, ECMA-376 part 4, 17.8.1


def embed_fonts(document_part: Any) -> None:
    """Puts both weights into the file (the licence, OFL, allows it) and names them in its table of fonts."""
    table = document_part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    embeds = ""
    for number, (element, name) in enumerate(_FACES, start=1):
        key, blob = obfuscated(name)
        part = Part(PackURI(f"/word/fonts/font{number}.odttf"), _CONTENT_TYPE, blob, document_part.package)
        embeds += f'<w:{element} r:id="{table.relate_to(part, _RELATION)}" w:fontKey="{key}"/>'
    table._blob = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {NAMESPACES}><w:font w:name="Rubik"><w:altName w:val="Arial"/><w:charset w:val="00"/>'
        f'<w:family w:val="swiss"/><w:pitch w:val="variable"/>{embeds}</w:font></w:fonts>'
    ).encode()


@cache
def obfuscated(name: str) -> tuple[str, bytes]:
    """The font's key and its bytes with the first 32 mixed with that key, as Word expects."""
    data = (files("shutaf.reports") / "fonts" / name).read_bytes()
    key = uuid.uuid5(uuid.NAMESPACE_URL, f"urn:shutaf:font:{name}")
    mask = key.bytes[::-1] * 2
    head = bytes(letter ^ mask[i] for i, letter in enumerate(data[:_OBFUSCATED]))
    return f"{{{str(key).upper()}}}", head + data[_OBFUSCATED:]
