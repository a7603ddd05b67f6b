"""A real yaml-language-server, spoken to as an editor does: by the Language Server Protocol over its standard input."""

import itertools
import json
import subprocess
from typing import Any

from npm import installed
from records import ROOT


class LanguageServer:
    """One running server with the settings of `.vscode/settings.json`."""

    def __init__(self) -> None:
        program = installed("editor") / "yaml-language-server/bin/yaml-language-server"
        line = ["node", str(program), "--stdio"]
        self._process = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._ids = itertools.count(1)
        self._kept: list[dict[str, Any]] = []
        settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
        self._settings = {
            name.removeprefix("yaml."): value for name, value in settings.items() if name.startswith("yaml.")
        }
        root = ROOT.as_uri()
        folders = [{"uri": root, "name": "guidegen"}]
        wants: dict[str, Any] = {"workspace": {"configuration": True}, "textDocument": {"publishDiagnostics": {}}}
        hello = {"processId": None, "rootUri": root, "workspaceFolders": folders, "capabilities": wants}
        self.ask("initialize", hello)
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": self._settings}})
        wrong = self.open("carriers/gb/first.yaml", "nothing_of_this_name: 1\n")
        while not self.diagnostics(wrong):  # until the settings are in force
            pass

    def open(self, path: str, text: str) -> str:
        """Open a text as a file of the repository; returns its URI."""
        uri = (ROOT / path).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def ask(self, method: str, parameters: dict[str, Any]) -> Any:
        """The answer to a request."""
        number = next(self._ids)
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._kept.append(message)

    def at(self, method: str, uri: str, line: int, column: int) -> Any:
        """The answer to a request about a place (0-based)."""
        place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
        return self.ask(f"textDocument/{method}", place)

    def diagnostics(self, uri: str) -> list[dict[str, Any]]:
        """What the server says is wrong with an open file."""
        while True:
            message = self._kept.pop(0) if self._kept else self._receive()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return list(message["params"]["diagnostics"])

    def close(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.communicate()

    def _tell(self, method: str, parameters: dict[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """The next message that is not a question to the editor; those are answered."""
        while True:
            message = self._read()
            if "method" not in message or "id" not in message:
                return message
            result: Any = None
            if message["method"] == "workspace/configuration":
                result = [self._settings if item["section"] == "yaml" else {} for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": result})

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has ended"
        return dict(json.loads(self._process.stdout.read(length)))


def place_of(text: str, words: str) -> tuple[int, int]:
    """The 0-based line and column just after some words."""
    before = text[: text.index(words) + len(words)]
    return before.count("\n"), len(before) - before.rfind("\n") - 1
