"""The child that reads spoilt files: within its memory and its processor seconds, or it dies and its parent says of what.

Called as: python fuzzed_files.py FOLDER SEED COUNT. Prints one line of JSON: how many were read, refused, and the most memory it took.
"""

from __future__ import annotations

import io
import json
import os
import random
import resource
import sys
import zipfile
from pathlib import Path

MEMORY_BYTES = 1_500 * 2**20
SECONDS_EACH = 20
PIECES = (
    b'"', b"'", b"\n", b"\r", b"\x00", b"<", b"&", b"&#0;", b"&a;", b"1e999", b"-1", b"9" * 400, b"\xff\xfe", b"\xef\xbb\xbf", b"]]>", b"<!--", b"<!DOCTYPE x>", b"<![CDATA[", b"/", b"../",
    b"{", b"[" * 2000, b",", b";", b"\t", b"=1+1", b"\xe2\x80\xae", b"A" * 5000, b"PK\x03\x04", b"PK\x05\x06", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff",
)  # fmt: skip


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """Bytes changed, pieces cut out, doubled, moved or put in."""
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randrange(len(data) + 1), chance.choice((0, 1, 4, 30, 400))
        piece, how = data[at : at + length], chance.randrange(5)
        put = (chance.choice(PIECES), piece * 3, b"", bytes(chance.randrange(256) for _ in range(4)), data[: chance.randrange(200)])[how]
        data = data[:at] + put + data[at + (length if how in (2, 3) else 0) :]
    return data


def spoilt_inside(data: bytes, chance: random.Random) -> bytes:
    """A zip whose sums are right, with parts spoilt, doubled, renamed or left out: what damage to its bytes never reaches."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        hit = chance.choice(old.namelist())
        for name in old.namelist():
            if name != hit:
                new.writestr(name, old.read(name))
                continue
            how = chance.randrange(6)
            if how == 0:
                continue
            named = chance.choice(("../" + name, "/" + name, name.upper(), name + "\x01", "xl/workbook.xml")) if how == 1 else name
            part = chance.choice(PIECES) * chance.choice((1, 1000)) if how == 2 else spoilt(old.read(name), chance)
            new.writestr(named, part)
    return out.getvalue()


def main(folder: Path, seed: int, count: int) -> None:
    from shutaf.imports.load import load

    seeds = sorted(folder.glob("seed*"))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    read = refused = 0
    for number in range(seed, seed + count):
        chance = random.Random(number)  # its number alone brings a file back
        path = chance.choice(seeds)
        data = path.read_bytes()
        inside = path.suffix in (".xlsx", ".zip") and chance.random() < 0.8
        target = folder / f"try{path.suffix}"
        target.write_bytes(spoilt_inside(data, chance) if inside else spoilt(data, chance))
        used = sum(os.times()[:2])
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + SECONDS_EACH, resource.RLIM_INFINITY))
        print(f"{number} {path.name}", file=sys.stderr, flush=True)
        loaded = load([target])
        assert loaded.situation is not None or loaded.errors, "neither read nor refused"
        read, refused = read + (loaded.situation is not None), refused + (loaded.situation is None)
        assert {one.name for one in folder.iterdir() if not one.name.startswith(("seed", "try"))} == set(), "a file was written beside"
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"read": read, "refused": refused, "most_mb": most}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
