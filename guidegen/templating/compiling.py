"""Templates as plain Python: what Jinja looks up, wraps and checks on each use is settled once, with the same results.

Jinja is made for templates that nobody knows beforehand: every call asks whether the callee wants the context, every
macro is an object that sorts its arguments, every attribute goes through the environment, every piece of output is
wrapped. A guide makes a thousand calls. This generator writes plain calls and attributes instead. It relies on what
holds here: autoescaping is always on, nothing is asynchronous or sandboxed, no global takes the context.

One code serves every format: how values are escaped is asked of the environment when a template runs, so constants
are not escaped beforehand either. `~` escapes like any other output; Jinja would escape for HTML, whatever the format.
"""

from collections.abc import Callable, Mapping
from functools import partial
from types import FunctionType
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing
from markupsafe import Markup, escape

# Text that is finished, from text that is known to be: `Markup(text)` without asking what it is.
finished: Callable[[str], Markup] = partial(str.__new__, Markup)


class _Generator(CodeGenerator):
    """Writes what `FormatEnvironment` explains; `_v`, `_t` and `_o` hold a value, its type, its owner for a moment."""

    def write_commons(self) -> None:
        """Names that the code of every template uses."""
        self.writeline("escape, escaped, joined = environment.escape, environment.escaped, environment.joined")
        self.writeline(
            "attribute, finished, by_name = environment.attribute, environment.finished, environment.by_name"
        )
        super().write_commons()

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """An attribute; where there is none, what Jinja finds instead."""
        self.write("(_v if (_v := getattr(_o := ")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}, missing)) is not missing else attribute(_o, {node.attr!r}))")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """A call; with arguments by name, of a function or a macro, through `by_name`."""
        named = bool(node.kwargs or node.dyn_kwargs)
        self.write("by_name(" if named else "")
        self.visit(node.node, frame)
        self.write(", " if named else "(")
        if named:
            self._write_named(node, frame)
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        if node.dyn_args is not None:
            self.write("*")
            self.visit(node.dyn_args, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _write_named(self, node: nodes.Call, frame: Frame) -> None:
        self.write("{")
        for named in node.kwargs:
            self.write(f"{named.key!r}: ")
            self.visit(named.value, frame)
            self.write(", ")
        if node.dyn_kwargs is not None:
            self.write("**")
            self.visit(node.dyn_kwargs, frame)
        self.write("}, ")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """`~`, with the escaping of the format."""
        self.write("joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro as a function; one that asks for its caller or for any arguments stays an object of Jinja's."""
        if macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
        else:
            names = tuple(argument.name for argument in macro_ref.node.args)
            self.write(f"environment.macro(macro, {getattr(macro_ref.node, 'name', 'caller')!r}, {names!r})")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        """The text of a macro or a loop, finished."""
        self.writeline(f"return finished(concat({frame.buffer}))")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return node.data

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("(_v if (_t := type(_v := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")) is Markup else escaped[_v] if _t is str else escape(_v))")


class Escaped(dict[str, str]):
    """Texts as a format escapes them, remembered up to a limit."""

    MOST = 5_000

    def __init__(self, escape_value: Callable[[Any], Any]) -> None:
        super().__init__()
        self._escape = escape_value

    def __missing__(self, text: str) -> str:
        """Work it out; begin anew when the memory is full."""
        if len(self) >= self.MOST:
            self.clear()
        self[text] = result = str(self._escape(text))
        return result


class FormatEnvironment(Environment):
    """An environment that escapes values for one format, also where they are joined."""

    code_generator_class = _Generator
    # The optimizer would work constants out for each node again; Python folds what matters.
    optimized = False
    finished = staticmethod(finished)

    def escape_by(self, escape_value: Callable[[Any], Any] | None) -> None:
        """Set how values are escaped; None stands for HTML."""
        self._escape: Callable[[Any], Any] = escape_value or escape
        self.escaped = Escaped(self._escape)

    def escape(self, value: Any) -> str:
        """Any value as escaped text; raises jinja2.UndefinedError."""
        return str(escape(self._escape(value)))

    def attribute(self, owner: Any, name: str) -> Any:
        """What `owner.name` means where the owner has no such attribute: its item, or an undefined value."""
        try:
            return owner[name]
        except (TypeError, LookupError, AttributeError):
            return self.undefined(obj=owner, name=name)

    @staticmethod
    def macro(function: FunctionType, name: str, arguments: tuple[str, ...]) -> FunctionType:
        """A compiled macro: each argument may be left out, and is known by the name that the template gives it."""
        function.__defaults__ = (missing,) * len(arguments)
        function.__name__ = function.__qualname__ = name
        function.__dict__["names"] = dict(zip(arguments, function.__code__.co_varnames, strict=False))
        return function

    @staticmethod
    def by_name(function: Callable[..., Any], named: Mapping[str, Any], *args: Any, **caller: Any) -> Any:
        """The result of a call with arguments by name; a macro has its own names for them."""
        own: Mapping[str, str] = getattr(function, "names", {})
        return function(*args, **{own.get(name, name): value for name, value in named.items()}, **caller)

    def joined(self, parts: tuple[Any, ...]) -> str:
        """Plain values as one plain value; with finished text among them, as finished text."""
        if not any(hasattr(part, "__html__") for part in parts):
            return "".join(map(str, parts))
        return finished("".join(str(part if hasattr(part, "__html__") else self._escape(part)) for part in parts))
