"""A PostgreSQL server of a test's own, that it may stop and kill: with the settings that keep what was confirmed, in a folder that goes with it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from serving import HOST, free_port

_PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def has_postgres() -> bool:
    return bool(_PLACES)


class Cluster:
    """fsync and synchronous_commit stay on: what is promised is promised for these."""

    def __init__(self) -> None:
        self._folder, self._port = (
            Path(tempfile.mkdtemp(prefix="shutaf-cluster-")),
            free_port(),
        )  # pytest's folders are closed to `postgres`
        if os.geteuid() == 0:
            shutil.chown(self._folder, "postgres")
        self._call("initdb", "-D", str(self._folder / "data"), "-U", "shutaf", "--locale=C.UTF-8", "--encoding=UTF8", "--auth=trust")
        self.start()
        self._call("createdb", "-h", HOST, "-p", str(self._port), "-U", "shutaf", "shutaf")

    @property
    def url(self) -> str:
        return f"postgres://shutaf@{HOST}:{self._port}/shutaf"

    def start(self) -> None:
        options = f"-p {self._port} -k {self._folder} -c listen_addresses={HOST} -c restart_after_crash=on"
        self._call("pg_ctl", "-D", str(self._folder / "data"), "-l", str(self._folder / "log"), "-w", "-o", options, "start")

    def stop(self, how: str) -> None:
        """how: fast (everybody is sent away) or immediate (no tidying up, as after a crash)."""
        self._call("pg_ctl", "-D", str(self._folder / "data"), "-m", how, "-w", "stop")

    def remove(self) -> None:
        self.stop("immediate")
        shutil.rmtree(self._folder)

    def _call(self, name: str, *arguments: str) -> None:
        become = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
        done = subprocess.run(
            [*become, str(_PLACES[0] / name), *arguments], cwd=self._folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=120
        )
        assert done.returncode == 0, done.stderr.decode()
