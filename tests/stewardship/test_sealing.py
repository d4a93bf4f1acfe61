"""Does a sealed archive give back every byte to whoever has the key, and nothing to anybody else?"""

from __future__ import annotations

import io
import json
import random

import pytest

from shutaf.stewardship.backup.sealing import CHUNK, MAGIC, TAG, BrokenSealError, Sealing, Unsealed, WrongKeyError, is_sealed

KEY = b"a long passphrase"


def sealed(plain: bytes, piece: int = 100_000) -> bytes:
    out = io.BytesIO()
    box = Sealing(out, KEY)
    for i in range(0, len(plain), piece):
        box.write(plain[i : i + piece])
    box.close()
    return out.getvalue()


def unsealed(data: bytes, key: bytes = KEY) -> bytes:
    return io.BufferedReader(Unsealed(io.BytesIO(data), key)).read()


def body_at(data: bytes) -> int:
    return data.index(b"\n", data.index(b"\n", len(MAGIC)) + 1) + 1


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7])
def test_every_byte_comes_back(size: int) -> None:
    plain = random.Random(size).randbytes(size)
    assert unsealed(sealed(plain)) == plain


def test_any_place_can_be_read() -> None:
    plain = random.Random(1).randbytes(3 * CHUNK + 500)
    file = Unsealed(io.BytesIO(sealed(plain)), KEY)
    draw = random.Random(2)
    for _ in range(50):
        at = draw.randrange(len(plain))
        file.seek(at)
        assert file.read(10) == plain[at : min(at + 10, (at // CHUNK + 1) * CHUNK)]
    file.seek(-5, io.SEEK_END)
    assert file.read() == plain[-5:]


def test_nothing_of_the_text_is_seen() -> None:
    data = sealed("דנה אבירם 052".encode() * 5000)
    assert is_sealed(data)
    assert "דנה".encode() not in data
    assert sealed(b"x" * 100) != sealed(b"x" * 100)  # a salt of its own each time


def test_another_key_is_told_as_such() -> None:
    with pytest.raises(WrongKeyError):
        unsealed(sealed(b"text"), b"another passphrase")


@pytest.mark.parametrize("seed", range(20))
def test_a_changed_bit_anywhere_is_refused(seed: int) -> None:
    data = bytearray(sealed(b"x" * (2 * CHUNK + 100)))
    at = random.Random(seed).randrange(body_at(bytes(data)), len(data))
    data[at] ^= 1
    with pytest.raises(BrokenSealError):
        unsealed(bytes(data))


@pytest.mark.parametrize("cut", [1, TAG, 200, CHUNK + TAG, 2 * (CHUNK + TAG)])
def test_an_archive_that_was_cut_off_is_refused(cut: int) -> None:
    data = sealed(b"x" * (3 * CHUNK))
    with pytest.raises(BrokenSealError):
        unsealed(data[:-cut])


def test_chunks_that_changed_places_are_refused() -> None:
    data = sealed(b"a" * CHUNK + b"b" * CHUNK + b"c")
    start, step = body_at(data), CHUNK + TAG
    swapped = data[:start] + data[start + step : start + 2 * step] + data[start : start + step] + data[start + 2 * step :]
    with pytest.raises(BrokenSealError):
        unsealed(swapped)


def test_an_archive_that_was_never_finished_is_refused() -> None:
    out = io.BytesIO()
    box = Sealing(out, KEY)
    box.write(b"x" * (2 * CHUNK + 5))
    box.abandon()
    with pytest.raises(BrokenSealError):
        unsealed(out.getvalue())


@pytest.mark.parametrize("wrong", [{"n": 2**30}, {"n": 0}, {"r": 10**6}, {"salt": "no hex"}, {"n": "many"}])
def test_a_head_that_asks_for_too_much_is_refused_before_it_costs_anything(wrong: dict[str, object]) -> None:
    head, rest = sealed(b"text")[len(MAGIC) :].split(b"\n", 1)
    with pytest.raises(BrokenSealError):
        unsealed(MAGIC + json.dumps({**json.loads(head), **wrong}).encode() + b"\n" + rest)
