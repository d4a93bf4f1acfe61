"""How is an archive encrypted while it is written, and read at any place without a plain copy on the disk?

A head in JSON, then chunks of 64 KiB, each sealed by AES-256-GCM under a number that tells its place and whether it is the last:
chunks that are changed, swapped, left out or cut off are refused. The key comes from a passphrase or the text of a key file by scrypt.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import json
import os
from typing import IO, Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC: Final = b"SHUTAF SEALED 1\n"
CHUNK: Final = 64 * 1024
TAG: Final = 16
LEAST_LETTERS: Final = 12  # of a passphrase
_SCRYPT: Final = {"n": 2**15, "r": 8, "p": 1}
_MOST: Final = {"n": 2**18, "r": 16, "p": 4}  # a hostile head shall not ask for all the memory there is
_MOST_HEAD: Final = 4096


class WrongKeyError(ValueError):
    """The archive was sealed with another passphrase or key file."""


class BrokenSealError(ValueError):
    """The archive was changed or cut off after it was sealed."""


def is_sealed(start: bytes) -> bool:
    return start.startswith(MAGIC)


def _keys(secret: bytes, head: dict[str, Any]) -> tuple[bytes, bytes]:
    numbers = {name: int(head[name]) for name in _SCRYPT}
    if any(not 0 < value <= _MOST[name] for name, value in numbers.items()):
        raise BrokenSealError("head")
    room = 256 * numbers["n"] * numbers["r"] + 2**20
    both = hashlib.scrypt(secret, salt=bytes.fromhex(head["salt"]), n=numbers["n"], r=numbers["r"], p=numbers["p"], maxmem=room, dklen=64)
    return both[:32], both[32:]


def _number(i: int, is_last: bool) -> bytes:
    """The nonce of a chunk: each key seals one archive only, so its place is enough."""
    return i.to_bytes(11, "big") + bytes([is_last])


class Sealing(io.RawIOBase):
    """A file to write to that seals what comes. `close` writes the last chunk; without it the archive is refused as cut off."""

    def __init__(self, out: IO[bytes], secret: bytes) -> None:
        head: dict[str, Any] = {**_SCRYPT, "salt": os.urandom(16).hex(), "chunk": CHUNK}
        key, check = _keys(secret, head)
        self._out, self._box, self._heap, self._i = out, AESGCM(key), bytearray(), 0
        line = json.dumps(head, sort_keys=True).encode()
        out.write(MAGIC + line + b"\n" + hmac.new(check, line, hashlib.sha256).hexdigest().encode() + b"\n")

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._heap += data
        while len(self._heap) > CHUNK:  # the last one waits until it is known to be the last
            self._seal(bytes(self._heap[:CHUNK]), is_last=False)
            del self._heap[:CHUNK]
        return len(data)

    def _seal(self, chunk: bytes, *, is_last: bool) -> None:
        self._out.write(self._box.encrypt(_number(self._i, is_last), chunk, None))
        self._i += 1

    def abandon(self) -> None:
        """Close without a last chunk."""
        super().close()

    def close(self) -> None:
        if not self.closed:
            self._seal(bytes(self._heap), is_last=True)
            super().close()


class Unsealed(io.RawIOBase):
    """The plain archive behind a sealed one, at any place. Raises WrongKeyError, BrokenSealError."""

    def __init__(self, source: IO[bytes], secret: bytes) -> None:
        try:
            if source.read(len(MAGIC)) != MAGIC:
                raise BrokenSealError("head")
            line, told = source.readline(_MOST_HEAD).rstrip(b"\n"), source.readline(_MOST_HEAD).strip()
            key, check = _keys(secret, json.loads(line))
        except (KeyError, TypeError, ValueError) as wrong:
            raise BrokenSealError("head") from wrong
        if not hmac.compare_digest(hmac.new(check, line, hashlib.sha256).hexdigest().encode(), told):
            raise WrongKeyError
        self._source, self._box, self._start = source, AESGCM(key), source.tell()
        sealed = source.seek(0, io.SEEK_END) - self._start
        self._chunks = max(1, -(-sealed // (CHUNK + TAG)))
        self._size = sealed - self._chunks * TAG
        if self._size < 0:
            raise BrokenSealError("cut off")
        self._at, self._held, self._plain = 0, -1, b""
        self._chunk(self._chunks - 1)  # a cut is found before anything is read

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = max(0, {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence] + offset)
        return self._at

    def readinto(self, buffer: Any) -> int:
        if self._at >= self._size:
            return 0
        i, inside = divmod(self._at, CHUNK)
        piece = self._chunk(i)[inside : inside + len(buffer)]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def _chunk(self, i: int) -> bytes:
        if i != self._held:
            self._source.seek(self._start + i * (CHUNK + TAG))
            try:
                self._plain = self._box.decrypt(_number(i, i == self._chunks - 1), self._source.read(CHUNK + TAG), None)
            except InvalidTag:
                raise BrokenSealError(f"chunk {i}") from None
            self._held = i
        return self._plain
