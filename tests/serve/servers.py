"""A running `guidegen serve`, for the tests that need the real process."""

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from http.client import HTTPResponse

from records import ROOT, TEMPLATES

WAIT = 30


class Serving:
    """A running `guidegen serve` and its address."""

    def __init__(self, process: "subprocess.Popen[str]", address: str) -> None:
        self.process, self.address = process, address

    def get(self, path: str, **headers: str) -> HTTPResponse:
        request = urllib.request.Request(self.address + path, headers=headers)
        try:
            answer = urllib.request.urlopen(request, timeout=WAIT)
        except urllib.error.HTTPError as error:
            return error  # type: ignore[return-value]
        assert isinstance(answer, HTTPResponse)
        return answer

    def states(self, page: str) -> Iterator[dict[str, object]]:
        with self.get(f"-/events?page={page}") as stream:
            for line in stream:
                if line.startswith(b"data: "):
                    yield json.loads(line[6:])


def command(*arguments: object) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "SOURCE_DATE_EPOCH": "1795392000"}
    line = [sys.executable, "-m", "guidegen", "serve", "--templates", TEMPLATES, *arguments]
    return subprocess.Popen(
        [str(part) for part in line], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


Start = Callable[..., AbstractContextManager[Serving]]
