"""The rooms and layers of guidegen: imports go down only, one room prints, one room writes, everything stays small."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "guidegen"

# Each module or package of guidegen with its layer. An import goes to a lower layer, or stays inside its package.
LAYERS = {
    "__main__": 18,
    "api": 17,
    "cli": 17,
    "serve": 16,
    "build": 15,
    "codes": 15,
    "making": 14,
    "releasing": 13,
    "around": 12,
    "world": 11,
    "unit": 10,
    "absolute": 9,
    "export": 9,
    "guard": 9,
    "site": 8,
    "card": 7,
    "catalogue": 6,
    "overviews": 6,
    "confirmation": 5,
    "coverage": 5,
    "difference": 5,
    "exceptions": 5,
    "render": 5,
    "scaffold": 5,
    "search": 5,
    "canonical": 4,
    "options": 4,
    "publish": 4,
    "rules": 4,
    "shell": 4,
    "starter": 4,
    "view": 4,
    "cache": 3,
    "evidence": 3,
    "inputs": 3,
    "jsonschema": 3,
    "lookup": 3,
    "schema": 3,
    "templating": 3,
    "collation": 2,
    "dialling": 2,
    "links": 2,
    "model": 2,
    "overlay": 2,
    "report": 2,
    "source": 2,
    "files": 1,
    "__init__": 0,
    "budget": 0,
    "clock": 0,
    "diagnostics": 0,
    "digest": 0,
    "embedded": 0,
    "plan": 0,
    "spread": 0,
    "style": 0,
}
# What an import may go up for: the package hands out the public functions, and imports them when they are asked for.
UP = {("__init__", "api")}
# Who may write files besides `publish`, and what.
WRITES = {
    "publish/__init__": "the site: pages that were staged are put in place, others deleted",
    "publish/folder": "the lock of an output folder",
    "publish/staging": "the temporary files of pages, and single files that a command was asked to write",
    "publish/starting": "a folder that a site of one's own starts from",
    "serve/templates": "a copy of the templates in a temporary folder, so that a half-saved file is never read",
    "templating/compiled": "compiled templates, in the folder for what an account can make again",
}
PRINTING = {"print", "echo", "secho", "pprint"}
WRITING = {
    "write_text",
    "write_bytes",
    "writelines",
    "mkdir",
    "makedirs",
    "unlink",
    "rmdir",
    "rmtree",
    "rename",
    "symlink_to",
    "touch",
    "copyfile",
    "copytree",
    "move",
}
FILES = sorted(PACKAGE.rglob("*.py"))


def name_of(file: Path) -> str:
    return file.relative_to(PACKAGE).with_suffix("").as_posix()


def unit_of(file: Path) -> str:
    return file.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(file: Path) -> Iterator[str]:
    """The modules and packages of guidegen that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "guidegen":
            names = [f"guidegen.{alias.name}".replace("__version__", "__init__") for alias in node.names]
        else:
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        yield from (name.split(".")[1] for name in names if name.startswith("guidegen."))


def functions(file: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.FunctionDef))


def calls(file: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call with the last part of the name that is called."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Call):
            yield getattr(node.func, "attr", getattr(node.func, "id", "")), node


def test_every_module_has_its_layer() -> None:
    assert {unit_of(file) for file in FILES} == set(LAYERS)


@pytest.mark.parametrize("unit", LAYERS)
def test_imports_go_down_only(unit: str) -> None:
    files = [file for file in FILES if unit_of(file) == unit]
    up = [
        (name_of(file), target)
        for file in files
        for target in imports(file)
        if target != unit and LAYERS[target] >= LAYERS[unit] and (unit, target) not in UP
    ]
    assert up == []


def test_only_the_command_line_prints() -> None:
    printing = {unit_of(file) for file in FILES for name, _ in calls(file) if name in PRINTING}
    streams = {unit_of(file) for file in FILES if "sys.stdout" in file.read_text() or "sys.stderr" in file.read_text()}
    assert printing | streams == {"cli"}


def writes(name: str, call: ast.Call) -> bool:
    if name == "open":
        modes = [arg.value for arg in (*call.args, *(keyword.value for keyword in call.keywords)) if is_mode(arg)]
        return any(set(mode) & set("wax+") for mode in modes)
    on_os = isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") in ("os", "shutil")
    return name in WRITING or (name == "replace" and on_os)


def is_mode(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and set(node.value) <= set("rwaxbt+")


def test_only_publish_writes_files() -> None:
    writing = {name_of(file) for file in FILES for name, call in calls(file) if writes(name, call)}
    assert writing == set(WRITES)


def test_no_module_is_a_drawer_for_everything() -> None:
    drawers = ("util", "helper", "manager", "handler", "common", "misc")
    names = [name_of(file) for file in FILES]
    classes = [
        node.name for file in FILES for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.ClassDef)
    ]
    assert [name for name in (*names, *classes) if any(word in name.lower() for word in drawers)] == []


# Modules that are longer because they are one table.
LONG = {
    "model/vocabulary": "the words of a record with their meanings, one a line",
    "model/blocks": "the fields of every block of a record with their descriptions in two languages",
    "model/channels": "the fields of every way to top up with their descriptions in two languages",
    "model/chinese": "the same words in Chinese, one a line",
    "model/values": "the small types of the model, each with its notation",
}


def test_modules_are_short() -> None:
    lengths = {name_of(file): len(file.read_text().splitlines()) for file in FILES}
    assert {name for name, length in lengths.items() if length > 250} <= set(LONG)


def test_functions_are_short() -> None:
    lengths = {
        f"{name_of(file)}.{node.name}": (node.end_lineno or 0) - node.body[0].lineno + 1
        for file in FILES
        for node in functions(file)
    }
    assert {name: length for name, length in lengths.items() if length > 60} == {}
    assert statistics.median(lengths.values()) < 10
