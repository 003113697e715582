"""A Jinja2 environment whose templates run in half the time; it knows no page, and escapes whatever Jinja2 does.

Five things cost more than the work itself. `markupsafe.escape` wraps each result in a `Markup`, of which a page that is
joined into one string has no use. Attributes are looked up by a function. A block yields each of its pieces through all the blocks and templates around it. A
call goes through `Context.call`, in search of functions that want the context, of which there are none. And what all
templates know is copied for each page out of a chain of dicts.
"""

from __future__ import annotations

import hashlib
import operator
from collections.abc import Callable, Iterable, MutableMapping
from contextlib import suppress
from keyword import iskeyword
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import Environment, FileSystemBytecodeCache, __version__
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Expr, Getattr, Node

from verbale.site.escaping import escaped, escaped_text


class QuickGenerator(CodeGenerator):
    """Code that escapes strings where they are, looks attributes up as Python does, gives out a block in one piece, and calls."""

    def write_commons(self) -> None:
        """Write what each function begins with, and the functions of the environment that it calls, at hand."""
        super().write_commons()
        self.writeline("escaped, escaped_text, call = environment.escaped, environment.escaped_text, environment.call")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if _is_escaped_as_ever(frame, finalize):
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("(escaped_text(output) if (output := ")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if _is_escaped_as_ever(frame, finalize):
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(").__class__ is str else escaped(output))")

    def blockvisit(self, nodes: Iterable[Node], frame: Frame) -> None:
        """Visit the nodes of a frame; a block's own frame collects them in a list, as that of a macro does."""
        if not frame.block_frame or frame.buffer is not None:
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


class QuickEnvironment(Environment):
    """An environment whose templates look up attributes only, never items, and escape with `escaped`.

    None of its functions may want the context (`jinja2.pass_context`).
    """

    code_generator_class = QuickGenerator
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
