"""What answers a browser: pages, a stream of their states, and nothing to a stranger."""

import asyncio
import ipaddress
import json
from collections import Counter
from collections.abc import AsyncIterator, Callable, Collection
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from guidegen.report import excerpt
from guidegen.serve.dress import dressed, notice
from guidegen.serve.workspace import Made, Workspace

State = dict[str, Any]
HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
TYPES = {"json": "application/json"}
# A line that means nothing, so that a connection that is gone is noticed.
STILL_HERE, EVERY = ": \n\n", 15.0


class Hub:
    """Which pages are open in a browser, and the bell that tells them to look again."""

    def __init__(self) -> None:
        self.open_pages: Counter[str] = Counter()
        self.closing = False
        self._bell = asyncio.Event()

    def looked_at(self) -> Collection[str]:
        """The pages that somebody looks at now."""
        return tuple(path for path, count in self.open_pages.items() if count > 0)

    def ring(self) -> None:
        """Wake every open page."""
        self._bell.set()
        self._bell = asyncio.Event()

    def close(self) -> None:
        """End every stream."""
        self.closing = True
        self.ring()

    def bell(self) -> asyncio.Event:
        """The bell that rings next; take it before looking, so that no change falls between."""
        return self._bell


def make_app(workspace: Workspace, hub: Hub, is_ours: Callable[[str], bool]) -> Starlette:
    """The application; `is_ours` judges the Host header."""

    async def page(request: Request) -> Response:
        path = request.path_params["path"]
        if not path or path.endswith("/"):
            path += "index.html"
        made = await asyncio.to_thread(workspace.page, path)
        if made is None and await asyncio.to_thread(workspace.page, f"{path}/index.html") is not None:
            return RedirectResponse(f"/{path}/")
        return _answer(path, made)

    async def events(request: Request) -> Response:
        path = request.query_params.get("page", "")
        return StreamingResponse(_states(workspace, hub, path), media_type="text/event-stream", headers=HEADERS)

    routes = [Route("/-/events", events), Route("/{path:path}", page)]
    return Starlette(routes=routes, middleware=[Middleware(OwnHostOnly, is_ours=is_ours)])


def _answer(path: str, made: Made | None) -> Response:
    if made is None:
        text = notice("No such page", f"No record makes {path} now. This page opens when one does.")
        return Response(dressed(text, path, ""), 404, HEADERS, "text/html")
    form, text = made.page.format, made.page.text
    if form != "html":
        return Response(text, 200, HEADERS, TYPES.get(form, "text/plain"))
    if not text:
        text = notice("Not yet", f"{path} has never been sound since guidegen serve was started.")
    return Response(dressed(text, path, made.digest), 200, HEADERS, "text/html")


async def _states(workspace: Workspace, hub: Hub, path: str) -> AsyncIterator[str]:
    """Server-sent events: the state of a page now, and whenever it is another."""
    hub.open_pages[path] += 1
    try:
        yield "retry: 300\n\n"
        last: State = {}
        while not hub.closing:
            bell = hub.bell()
            state = await asyncio.to_thread(state_of, workspace, path)
            if state != last:
                yield f"data: {json.dumps(state)}\n\n"
                last = state
            try:
                await asyncio.wait_for(bell.wait(), EVERY)
            except TimeoutError:
                yield STILL_HERE
    finally:
        hub.open_pages[path] -= 1


def state_of(workspace: Workspace, path: str) -> State:
    """What a page needs to know: the digest of its newest state, and every error with its excerpt."""
    made = workspace.page(path)
    findings, texts = workspace.faults()
    faults = [
        {**finding.as_json(), "excerpt": "\n".join(excerpt(finding, texts.get(finding.path, "")))}
        for finding in findings
        if finding.severity == "error"
    ]
    return {"digest": made.digest if made else "", "faults": faults}


class OwnHostOnly:
    """Refuses a request whose Host header is not ours: a name of somebody else that was made to point here."""

    def __init__(self, app: Any, is_ours: Callable[[str], bool]) -> None:
        self._app, self._is_ours = app, is_ours

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        answer = self._app
        if scope["type"] == "http" and not self._is_ours(Request(scope).headers.get("host", "")):
            answer = PlainTextResponse("This is not a host that guidegen serves.\n", 421, HEADERS)
        await answer(scope, receive, send)


def own_hosts(host: str) -> Callable[[str], bool]:
    """Which Host headers are ours. An address in digits can not be made to point elsewhere; a name can."""
    names = {"localhost", host.lower()}
    only_here = _is_loopback(host)

    def is_ours(header: str) -> bool:
        name = _without_port(header).lower()
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return name in names
        return address.is_loopback or not only_here

    return is_ours


def _without_port(header: str) -> str:
    """`name:80` and `[::1]:80` without the port and the brackets."""
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0]


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
