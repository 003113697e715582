"""A Jinja2 environment whose templates run in half the time; it knows no page, and escapes whatever Jinja2 does.

Five things cost more than the work itself. `markupsafe.escape` wraps each result in a `Markup`, of which a page that is
joined into one string has no use. Attributes are looked up by a function. A block yields each of its pieces through all the blocks and templates around it. A
call goes through `Context.call`, in search of functions that want the context, of which there are none. And what all
templates know is copied for each page out of a chain of dicts.
"""

from __future__ import annotations

import hashlib
import operator
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from contextlib import suppress
from keyword import iskeyword
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar

from jinja2 import Environment, FileSystemBytecodeCache, __version__
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, DependencyFinderVisitor, Frame
from jinja2.nodes import Call, Expr, Extends, Filter, Getattr, Node
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup

from verbale.site.escaping import escaped, escaped_text


class QuickGenerator(CodeGenerator):
    """Code that escapes strings where they are, looks attributes up as Python does, gives out a block in one piece, and calls."""

    def write_commons(self) -> None:
        """Write what each function begins with, and the functions of the environment that it calls, at hand."""
        super().write_commons()
        self.writeline("escaped, escaped_text, call = environment.escaped, environment.escaped_text, environment.call")
        self.writeline("Macro = environment.macro")

    environment: QuickEnvironment

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._marked: dict[str, str] = {}
        self._plainly: Expr | None = None

    def pull_dependencies(self, nodes: Iterable[Node]) -> None:
        """Write the look-up of filters, of those that give HTML without the `Markup` around it too."""
        nodes = list(nodes)
        super().pull_dependencies(nodes)
        found = DependencyFinderVisitor()
        for node in nodes:
            found.visit(node)
        for name in sorted(found.filters & self.environment.marked.keys()):
            alias = self._marked.setdefault(name, f"html_{name}")
            self.writeline(f"{alias} = environment.marked[{name!r}]")

    def visit_Filter(self, node: Filter, frame: Frame) -> None:  # noqa: N802
        """Write the call of a filter, plainly where what it gives goes straight into the page."""
        if node is not self._plainly or node.node is None:
            super().visit_Filter(node, frame)
            return
        self.write(f"{self._marked[node.name]}(")
        self.visit(node.node, frame)
        self.signature(node, frame)
        self.write(")")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if isinstance(node, Filter) and node.name in self._marked and not _is_escaped_as_ever(frame, finalize):
            self._plainly = node
            self.write("(")
        elif _is_escaped_as_ever(frame, finalize):
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("(escaped_text(output) if (output := ")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if node is self._plainly:
            self._plainly = None
            self.write(")")
        elif _is_escaped_as_ever(frame, finalize):
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(").__class__ is str else escaped(output))")

    def blockvisit(self, nodes: Iterable[Node], frame: Frame) -> None:
        """Visit the nodes of a frame; a block's own frame, and that of a template of no other, collect them in a list, as that of a macro does."""
        nodes = list(nodes)
        whole = frame.block_frame or (frame.rootlevel and not any(isinstance(node, Extends) for node in nodes))
        if not whole or frame.buffer is not None:
            super().blockvisit(nodes, frame)
            return
        self.buffer(frame)
        super().blockvisit(nodes, frame)
        self.writeline(f"yield concat({frame.buffer})")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        """Write the look-up of an attribute."""
        if iskeyword(node.attr) or not node.attr.isascii():
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        """Write a call; `forward_caller` is for a macro that is called with a block."""
        self.write("call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")


def _is_escaped_as_ever(frame: Frame, finalize: Any) -> bool:
    return bool(frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None)


class QuickMacro(Macro):
    """A macro that is called at once where it is given its arguments by their places, and no more than it has."""

    def __call__(self, *args: Any, **options: Any) -> str:
        """Return what the macro writes, as HTML."""
        left = self._argument_count - len(args)
        plain = not (options or self.caller or self.catch_kwargs or self.catch_varargs)
        if plain and left >= 0 and self._default_autoescape is True:
            return str.__new__(Markup, self._func(*args, *(missing,) * left))
        return super().__call__(*args, **options)


class QuickEnvironment(Environment):
    """An environment whose templates look up attributes only, never items, and escape with `escaped`.

    None of its functions may want the context (`jinja2.pass_context`).
    """

    code_generator_class = QuickGenerator
    marked: Mapping[str, Callable[..., str]] = MappingProxyType({})
    """Filters that give HTML, by name; `filters` has them with a `Markup` around what they give."""
    macro = QuickMacro
    escaped = staticmethod(escaped)
    escaped_text = staticmethod(escaped_text)
    call: ClassVar[Callable[..., Any]] = operator.call
    # Views have attributes and no items, so that the plain builtin does; what is missing is an error, as it should be.
    getattr = staticmethod(getattr)  # type: ignore[assignment]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template knows besides what it is given: all know the same."""
        return super().make_globals(d) if d else self.globals


class CompiledTemplates(FileSystemBytecodeCache):
    """A folder of compiled templates that may be damaged, emptied or read-only: that costs time and nothing else."""

    def __init__(self, folder: str) -> None:
        # Jinja2 knows compiled templates by their source, and would take what another generator made of it.
        generator = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:16]
        super().__init__(folder, f"{__version__}-{generator}-%s.cache")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a compiled template into its bucket, or leave the bucket empty."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001 - a damaged pickle can raise anything
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write a compiled template where that is possible."""
        with suppress(OSError):
            super().dump_bytecode(bucket)
