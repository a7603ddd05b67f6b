"""Jinja's `~` with the escaping of the page's own format.

Jinja joins a value and finished text by escaping the value for HTML, whatever the format. Here it is escaped as the
environment escapes every other value.
"""

from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape


class _Generator(CodeGenerator):
    """Compiles `~` to a call of the environment's own joining."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class FormatEnvironment(Environment):
    """An environment that escapes values for one format, also where they are joined."""

    code_generator_class = _Generator

    def escape_by(self, escape_value: Callable[[Any], Any] | None) -> None:
        """Set how values are escaped; None stands for HTML."""
        self._escape: Callable[[Any], Any] = escape_value or escape
        if escape_value is not None:
            self.finalize = escape_value

    def joined(self, parts: Iterable[Any]) -> str:
        """Plain values as one plain value; with finished text among them, as finished text."""
        listed = list(parts)
        if not any(hasattr(part, "__html__") for part in listed):
            return "".join(map(str, listed))
        return Markup("".join(str(part if hasattr(part, "__html__") else self._escape(part)) for part in listed))
