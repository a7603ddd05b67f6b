"""What compiled templates ask of their environment while they run (see `compiling`)."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import FunctionType
from typing import Any

from jinja2 import Environment, Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

from guidegen.templating.compiling import Generator

# Text that is finished, from text that is known to be: `Markup(text)` without asking what it is.
finished: Callable[[str], Markup] = partial(str.__new__, Markup)


class Escaped(dict[str | int, str]):
    """Texts and numbers as a format escapes them, remembered up to a limit."""

    MOST = 5_000

    def __init__(self, escape_value: Callable[[Any], Any]) -> None:
        super().__init__()
        self._escape = escape_value

    def __missing__(self, text: str | int) -> str:
        """Work it out; begin anew when the memory is full."""
        if len(self) >= self.MOST:
            self.clear()
        self[text] = result = str(self._escape(text))
        return result


class Names(dict[str, Any]):
    """Names that a template sees; one that is not there is missing to Jinja."""

    def __missing__(self, name: str) -> Any:
        return missing


class Included(Context):
    """What an included template sees: the names of the template around it."""

    def __init__(self, around: Context, name: str, blocks: Mapping[str, Any], local: Mapping[str, Any]) -> None:
        self.parent = Names(around.parent)
        self.parent.update(around.vars)
        self.parent.update((name, value) for name, value in local.items() if value is not missing)
        self.vars, self.exported_vars = {}, set()
        self.environment, self.eval_ctx, self.globals_keys = around.environment, around.eval_ctx, around.globals_keys
        self.name, self.blocks = name, {name: [block] for name, block in blocks.items()}


class FormatEnvironment(Environment):
    """An environment that escapes values for one format, also where they are joined."""

    code_generator_class = Generator
    finished = staticmethod(finished)

    def __init__(self, **options: Any) -> None:
        # Jinja's optimizer tries again for each node around a constant; Python folds what matters.
        super().__init__(optimized=False, **options)
        self._ready: dict[str, Template] = {}

    def escape_by(self, escape_value: Callable[[Any], Any] | None) -> None:
        """Set how values are escaped; None stands for HTML."""
        self._escape: Callable[[Any], Any] = escape_value or escape
        self.escaped = Escaped(self._escape)

    def escape(self, value: Any) -> str:
        """Any value as escaped text; raises jinja2.UndefinedError."""
        return str(value.__html__()) if hasattr(value, "__html__") else self.escaped[str(value)]

    def item(self, owner: Any, key: Any) -> Any:
        """What `owner[key]` means: an item, an attribute, or an undefined value."""
        try:
            return owner[key]
        except (AttributeError, TypeError, LookupError):
            return self.getitem(owner, key)

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
        plain = [str(part) for part in parts if not hasattr(part, "__html__")]
        return "".join(plain) if len(plain) == len(parts) else finished("".join(map(self.escape, parts)))

    def included(self, context: Context, name: str, local: Mapping[str, Any]) -> Iterator[str]:
        """The output of a template with the names that another one has where it includes it."""
        template = self.get_template(name)
        return template.root_render_func(Included(context, name, template.blocks, local))

    def imported(self, name: str) -> TemplateModule:
        """The macros and tables of a template."""
        return self.get_template(name).module

    @staticmethod
    def resolver(context: Context) -> Callable[[str], Any]:
        """How a template finds names that are not its own; a block, which runs later, finds those set before too."""
        fresh = isinstance(context, Included) and not context.vars
        return context.parent.__getitem__ if fresh else context.resolve_or_missing

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:
        """A template, asked of Jinja once; raises jinja2.TemplateError."""
        if name not in self._ready:
            self._ready[name] = super().get_template(name, parent, globals)
        return self._ready[name]
