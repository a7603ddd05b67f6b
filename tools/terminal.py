"""A program in a pseudo-terminal: what it prints is read as a person would see it, what one types is sent to it."""

import os
import pty
import select
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

PATIENCE = 60.0


class Terminal:
    """One run of a program on a terminal of 100 columns and 40 lines."""

    def __init__(self, command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
        master, slave = pty.openpty()
        size = {"COLUMNS": "100", "LINES": "40", "TERM": "xterm"}
        self._process = subprocess.Popen(
            command, cwd=folder, env={**environment, **size}, stdin=slave, stdout=slave, stderr=slave, close_fds=True
        )
        os.close(slave)
        self._master = master
        self._raw = b""
        self._passed = 0

    @property
    def seen(self) -> str:
        """Everything that stood on the screen so far."""
        return self._raw.decode("utf-8", "replace").replace("\r\n", "\n")

    def expect(self, words: str) -> None:
        """Read on until the words stand there; raises AssertionError with what stands there instead."""
        until = time.monotonic() + PATIENCE
        while words not in self.seen[self._passed :]:
            if not self._read(until):
                raise AssertionError(f"{words!r} did not come; on the screen: {self.seen[self._passed :]!r}")
        self._passed = self.seen.index(words, self._passed) + len(words)

    def send(self, line: str) -> None:
        """Type a line and press Enter."""
        os.write(self._master, f"{line}\n".encode())

    def finish(self) -> int:
        """Read to the end; the exit code."""
        until = time.monotonic() + PATIENCE
        while self._read(until):
            pass
        os.close(self._master)
        return self._process.wait(PATIENCE)

    def _read(self, until: float) -> bool:
        """Read what there is; False at the end, or when nothing came for too long."""
        ready, _, _ = select.select([self._master], [], [], max(0.0, until - time.monotonic()))
        try:
            content = os.read(self._master, 65536) if ready else b""
        except OSError:  # Linux reports the end of a pseudo-terminal so
            content = b""
        self._raw += content
        return bool(content)
