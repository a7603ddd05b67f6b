"""guidegen: honest, link-free top-up guides for prepaid SIM cards, made from sourced records."""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from guidegen.api import Diagnostic, Loaded, LoadedCarrier, Rendered, Result, build, check, load, render

__version__ = "0.1.0"
__all__ = ["Diagnostic", "Loaded", "LoadedCarrier", "Rendered", "Result", "build", "check", "load", "render"]


def __getattr__(name: str) -> Any:
    """The public functions and their shapes, imported when one is asked for: `guidegen --help` needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("guidegen.api"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]


class _Package(ModuleType):
    """Keeps the functions `build` and `render` from being hidden by the modules that they come from."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in __all__ or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
