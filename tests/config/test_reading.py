"""How values of the environment are read."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from shutaf.config.reading import secret


def test_all_that_start_together_read_one_whole_secret(tmp_path: Path) -> None:
    for turn in range(20):
        file, start = tmp_path / str(turn) / "secret", Barrier(8)

        def read(file: Path = file, start: Barrier = start) -> str:
            start.wait()
            return secret("SHUTAF_NO_SUCH", file)

        with ThreadPoolExecutor(8) as pool:
            read_by_each = {future.result() for future in [pool.submit(read) for _ in range(8)]}
        assert len(read_by_each) == 1
        assert min(map(len, read_by_each)) > 60
        assert [path.name for path in file.parent.iterdir()] == ["secret"]


def test_a_secret_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    secret("SHUTAF_NO_SUCH", tmp_path / "secret")
    assert (tmp_path / "secret").stat().st_mode & 0o077 == 0
