"""Templates as plain Python: what Jinja looks up, wraps and checks on each use is settled once, with the same results.

Jinja is made for templates that nobody knows beforehand: every call asks whether the callee wants the context, every
macro is an object that sorts its arguments, every attribute goes through the environment, every piece of output is
wrapped. A guide makes a thousand calls. This generator writes plain calls and attributes instead. It relies on what
holds here: autoescaping is always on, nothing is asynchronous or sandboxed, no global takes the context.

One code serves every format: how values are escaped is asked of the environment when a template runs, so constants
are not escaped beforehand either. `~` escapes like any other output; Jinja would escape for HTML, whatever the format.
"""

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef


class Generator(CodeGenerator):
    """Writes the code of a template; `_v`, `_t` and `_o` hold a value, its type and its owner for a moment."""

    _whole: nodes.Node | None = None

    def write_commons(self) -> None:
        """Names that the code of every template uses."""
        for name in ("escape", "escaped", "joined", "finished", "attribute", "item", "by_name", "included", "imported"):
            self.writeline(f"{name} = environment.{name}")
        super().write_commons()
        self.writeline("resolve = environment.resolver(context)")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """An attribute; where there is none, what Jinja finds instead."""
        self.write("(_v if (_v := getattr(_o := ")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}, missing)) is not missing else attribute(_o, {node.attr!r}))")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        """An item, or what Jinja finds instead; slices go to the value itself."""
        if isinstance(node.arg, nodes.Slice):
            super().visit_Getitem(node, frame)
            return
        self.write("item(")
        self.visit(node.node, frame)
        self.write(", ")
        self.visit(node.arg, frame)
        self.write(")")

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

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:
        """The output of another template that sees the names of this one."""
        if node.ignore_missing or not node.with_context or not isinstance(node.template, nodes.Const):
            super().visit_Include(node, frame)
            return
        self.writeline("yield from " if frame.buffer is None else f"{frame.buffer}.extend(", node)
        self.write(f"included(context, {node.template.value!r}, {self.dump_local_context(frame)})")
        self.end_write(frame)

    def visit_Import(self, node: nodes.Import, frame: Frame) -> None:
        """The macros and tables of another template, made once."""
        if node.with_context or not isinstance(node.template, nodes.Const):
            super().visit_Import(node, frame)
            return
        held = f"context.vars[{node.target!r}] = " if frame.toplevel else ""
        self.writeline(f"{frame.symbols.ref(node.target)} = {held}imported({node.template.value!r})", node)
        if frame.toplevel:
            self.writeline(f"context.exported_vars.discard({node.target!r})")

    def macro_body(self, node: nodes.Macro | nodes.CallBlock, frame: Frame) -> tuple[Frame, MacroRef]:
        """A macro; one that is a single piece of output returns it without gathering parts."""
        self._whole = node.body[0] if len(node.body) == 1 and isinstance(node.body[0], nodes.Output) else None
        return super().macro_body(node, frame)

    def buffer(self, frame: Frame) -> None:
        """A list for the parts of a text, where there can be several."""
        if self._whole is None:
            super().buffer(frame)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """Text and values."""
        if node is not self._whole:
            super().visit_Output(node, frame)
            return
        self.writeline("return finished(concat((", node)
        for part in node.nodes:
            self.newline(part)
            if isinstance(part, nodes.TemplateData):
                self.write(repr(part.data))
            else:
                self._output_child_pre(part, frame, None)
                self.visit(part, frame)
                self._output_child_post(part, frame, None)
            self.write(",")
        self.write(")))")

    def pop_assign_tracking(self, frame: Frame) -> None:
        """What is set in a loop would be noted for functions that want the context; there are none."""
        if frame.loop_frame:
            self._assign_stack.pop()
        else:
            super().pop_assign_tracking(frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro as a function; one that asks for its caller or for any arguments stays an object of Jinja's."""
        if macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
        else:
            names = tuple(argument.name for argument in macro_ref.node.args)
            self.write(f"environment.macro(macro, {getattr(macro_ref.node, 'name', 'caller')!r}, {names!r})")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        """The text of a macro or a loop, finished."""
        if self._whole is None:
            self.writeline(f"return finished(concat({frame.buffer}))")
        self._whole = None

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return node.data

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("(_v if (_t := type(_v := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")) is Markup else escaped[_v] if _t is str or _t is int else escape(_v))")
