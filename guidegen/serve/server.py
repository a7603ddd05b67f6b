"""The running server: a socket, a watch, and an end that comes at once."""

import asyncio
import gc
import signal
import socket
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType

import uvicorn
from starlette.applications import Starlette

from guidegen.serve.app import Hub, make_app, own_hosts
from guidegen.serve.watch import below, reports
from guidegen.serve.workspace import Options, Update, Workspace

# Seconds: how long a doubtful change may settle, how long after a change the pages that nobody looks at are checked,
# and how often the files are looked at where the system reports nothing (a network drive, a container's mount).
SETTLE, LATER, SWEEP = 0.15, 1.0, 2.0
Tell = Callable[[Update], None]


class Taken(Exception):
    """The port is in use, or the host is not one of this machine."""


def run(options: Options, host: str, port: int, opened: Callable[[str, Update], None], tell: Tell) -> None:
    """Serve until interrupted; `opened` gets the address and the first findings, `tell` each change after that.

    Raises Taken where the address cannot be had, and KeyboardInterrupt at Ctrl-C.
    """
    listening = _listen(host, port)
    with listening, tempfile.TemporaryDirectory(prefix="guidegen-") as room:
        workspace = Workspace(options, Path(room))
        gc.freeze()  # The records stay: looking through them for garbage would cost more than making a page.
        ready = partial(opened, _address(host, listening), workspace.opened)
        stopped_by = asyncio.run(_serve(workspace, options, listening, own_hosts(host), ready, tell))
    if stopped_by == signal.SIGINT:
        raise KeyboardInterrupt


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise Taken(getattr(error, "strerror", None) or str(error)) from None


def _address(host: str, listening: socket.socket) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{listening.getsockname()[1]}/"


class _Server(uvicorn.Server):
    """Says when it is ready and when it leaves, and ends at the first signal, with pages still connected."""

    stopped_by: int | None = None

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], leaving: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready, self._leaving = ready, leaving

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # From Python 3.12 on a server is closed only when its last connection is.
        self._leaving()
        await super().shutdown(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.stopped_by = sig
        self.should_exit = self.force_exit = True


def _config(app: Starlette) -> uvicorn.Config:
    """No words and no lifespan; a second at the end for a page that is still being made or sent."""
    return uvicorn.Config(
        app, log_config=None, access_log=False, lifespan="off", ws="none", timeout_graceful_shutdown=1
    )


async def _serve(
    workspace: Workspace,
    options: Options,
    listening: socket.socket,
    is_ours: Callable[[str], bool],
    ready: Callable[[], None],
    tell: Tell,
) -> int | None:
    hub, stop = Hub(), asyncio.Event()
    app = make_app(workspace, hub, is_ours)
    server = _Server(_config(app), ready, hub.close)
    watching = asyncio.create_task(_watch(workspace, options, hub, stop, tell))
    watching.add_done_callback(lambda task: None if task.cancelled() else setattr(server, "should_exit", True))
    await server.serve(sockets=[listening])
    stop.set()
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=server.stopped_by is not None)
    return server.stopped_by


async def _watch(workspace: Workspace, options: Options, hub: Hub, stop: asyncio.Event, tell: Tell) -> None:
    """Take in each change; one that may be half of a save when nothing more has come for a while."""
    queue: asyncio.Queue[set[Path]] = asyncio.Queue()
    feeding = asyncio.create_task(_feed(queue, options, stop))
    checking: asyncio.Task[None] | None = None
    come_back = False
    try:
        while True:
            named, quiet = await _next(queue, SETTLE if come_back else SWEEP)
            paths = below(options.carriers, named)
            settled = quiet and come_back
            update, come_back = await asyncio.to_thread(workspace.refresh, paths, settled, hub.looked_at())
            if update is None:
                continue
            hub.ring()
            tell(update)
            if checking:
                checking.cancel()
            checking = asyncio.create_task(_check(workspace, update, hub, tell))
    finally:
        feeding.cancel()
        if checking:
            checking.cancel()


async def _feed(queue: asyncio.Queue[set[Path]], options: Options, stop: asyncio.Event) -> None:
    async for batch in reports((options.carriers, options.templates), stop):
        queue.put_nowait(batch)


async def _next(queue: asyncio.Queue[set[Path]], patience: float) -> tuple[set[Path], bool]:
    """The paths of all waiting batches, and whether it stayed quiet for as long as `patience`."""
    try:
        batch = await asyncio.wait_for(queue.get(), patience)
    except TimeoutError:
        return set(), True
    while not queue.empty():
        batch |= queue.get_nowait()
    return batch, False


async def _check(workspace: Workspace, update: Update, hub: Hub, tell: Tell) -> None:
    """Make the pages that nobody looks at, and say what is wrong with them."""
    await asyncio.sleep(LATER)
    for path in update.touched:
        await asyncio.to_thread(workspace.page, path)
    after = await asyncio.to_thread(workspace.since, update)
    if after is not None:
        hub.ring()
        tell(after)
