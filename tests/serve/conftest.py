import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from records import SOUND, folder_of
from servers import Serving, Start, command
from workspaces import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def serving(tmp_path: Path) -> Start:
    carriers = folder_of(tmp_path, {"gb/case.yaml": SOUND})

    @contextmanager
    def start(*arguments: object) -> Iterator[Serving]:
        process = command("--carriers", carriers, "--port", 0, *arguments)
        try:
            assert process.stdout
            address = re.search(r"http://\S+/", process.stdout.readline())
            assert address, process.communicate()[1]
            yield Serving(process, address[0])
        finally:
            process.kill()
            process.communicate()

    return start
