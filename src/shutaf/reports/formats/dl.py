"""The map as UCINET DL: short labels in ASCII, and beside it the table that tells what they mean."""

from __future__ import annotations

import csv
import io
import zipfile

from shutaf.analysis.situation import Situation
from shutaf.reports.formats.network import Drawn, drawn
from shutaf.reports.workbook.folder import safe

_LABEL = "label"


def dl(situation: Situation, language: str) -> bytes:  # noqa: ARG001 - every format is asked alike
    """A zip of map.dl and labels.csv. UCINET cuts names at blanks and after 18 letters, so bodies are called B1, B2, ... there."""
    network = drawn(situation)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (("map.dl", _network(network).encode("ascii")), ("labels.csv", _table(network))):
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _network(network: Drawn) -> str:
    """A mutual tie stands there and back, as in a matrix; a strength that nobody said is left out."""
    labels = ",".join(f"B{node.number}" for node in network.nodes)
    ties = "".join(f"{edge.source} {edge.target}{'' if edge.weight is None else f' {edge.weight!r}'}\n" for edge in network.both_ways())
    return f"DL N={len(network.nodes)}\nFORMAT = EDGELIST1\nLABELS:\n{labels}\nDATA:\n{ties}"


def _table(network: Drawn) -> bytes:
    headers = [_LABEL, "name", *network.node_attributes]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([safe(header) for header in headers])
    for node in network.nodes:
        values = {_LABEL: f"B{node.number}", "name": node.body.name, **node.values}
        writer.writerow([safe(values.get(header, "")) for header in headers])
    return text.getvalue().encode("utf-8-sig")
