"""Small mistakes in a module's source: one mutant is one changed place.

What cannot change a result is left alone: docstrings, annotations, decorators, imports, what is only for type checkers,
and the wording of errors.
"""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
EMPTY = {
    "bool": "False",
    "str": "''",
    "int": "0",
    "tuple": "()",
    "list": "[]",
    "set": "set()",
    "frozenset": "frozenset()",
}
"""What a function gives back instead, by the head of its annotation; None where the annotation allows it."""

TYPES = frozenset({"Literal", "Callable", "TypeVar"})
MANNERS = frozenset({"strict", "encoding", "newline", "ensure_ascii", "default_factory"})
"""Arguments that say how and not what."""

SHOWN = 90


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed place: the ``number``-th that :func:`mutants` finds in the file."""

    path: Path
    number: int
    kind: str
    line: int
    before: str
    after: str

    @property
    def module(self) -> str:
        """The dotted name by which the file is imported."""
        parts = self.path.with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


Edit = tuple[str, ast.AST]
"""The kind of a change, and what stands in the node's place."""


def mutants(path: Path) -> list[Mutant]:
    """Every mutant of the module at ``path`` (relative to the root of the project)."""
    found = []
    for number, (_, _, node, (kind, other)) in enumerate(_places(ast.parse(path.read_text(encoding="utf-8")))):
        found.append(Mutant(path, number, kind, node.lineno, _shown(node), _shown(other)))  # type: ignore[attr-defined]
    return found


def mutated(mutant: Mutant) -> ast.Module:
    """The module's syntax tree with the one change in it."""
    tree = ast.parse(mutant.path.read_text(encoding="utf-8"))
    for number, (parent, place, node, (_, other)) in enumerate(_places(tree)):
        if number == mutant.number:
            _put(parent, place, ast.copy_location(other, node))
            return ast.fix_missing_locations(tree)
    raise ValueError(f"{mutant.path} has no mutant {mutant.number}: the file has changed.")


Place = tuple[str, int | None]
"""The field of the parent, and the place in the list that it holds."""


def _places(tree: ast.AST) -> Iterator[tuple[ast.AST, Place, ast.AST, Edit]]:
    """Parent, place, node and change, for everything that can be changed, in the order of the source."""
    for parent, place, node, returns in _nodes(tree, ""):
        for edit in _edits(node, returns):
            yield parent, place, node, edit


def _put(parent: ast.AST, place: Place, node: ast.AST) -> None:
    name, index = place
    if index is None:
        setattr(parent, name, node)
    else:
        getattr(parent, name)[index] = node


def _nodes(parent: ast.AST, returns: str) -> Iterator[tuple[ast.AST, Place, ast.AST, str]]:
    """Nodes below ``parent`` that may be changed; ``returns`` is the annotation of the function around."""
    for name, value in ast.iter_fields(parent):
        if name in {"annotation", "returns", "decorator_list", "ctx", "type_params"}:
            continue
        for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(node, ast.AST) and not _left_alone(node):
                yield parent, (name, index), node, returns
                inside = ast.unparse(node.returns) if isinstance(node, ast.FunctionDef) and node.returns else returns
                yield from _nodes(node, inside)


def _left_alone(node: ast.AST) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Raise() | ast.Assert() | ast.JoinedStr() | ast.Global():
            return True
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Subscript(value=ast.Name(id=name)) | ast.Call(func=ast.Name(id=name)) if name in TYPES:
            return True
        case ast.keyword(arg=str(name)) if name in MANNERS:
            return True
    return False


def _edits(node: ast.AST, returns: str) -> Iterator[Edit]:
    match node:
        case ast.Compare():
            for index, operator in enumerate(node.ops):
                other = copy.deepcopy(node)
                other.ops[index] = FLIPPED[type(operator)]()
                yield "comparison", other
        case ast.BoolOp():
            other = copy.deepcopy(node)
            other.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield "and or", other
            for index in range(len(node.values)):
                rest = node.values[:index] + node.values[index + 1 :]
                yield "condition", copy.deepcopy(ast.BoolOp(node.op, rest) if len(rest) > 1 else rest[0])
        case ast.UnaryOp(op=ast.Not()):
            yield "not", copy.deepcopy(node.operand)
        case ast.BinOp(op=ast.Add() | ast.Sub(), right=ast.Constant(value=int())):
            other = copy.deepcopy(node)
            other.op = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
            yield "sum", other
        case ast.Constant():
            yield from _constants(node)
        case ast.IfExp():
            yield "choice", copy.deepcopy(node.body)
            yield "choice", copy.deepcopy(node.orelse)
        case ast.Slice():
            for bound in ("lower", "upper"):
                if getattr(node, bound) is not None:
                    other = copy.deepcopy(node)
                    setattr(other, bound, None)
                    yield "slice", other
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            for index, generator in enumerate(node.generators):
                for k in range(len(generator.ifs)):
                    other = copy.deepcopy(node)
                    del other.generators[index].ifs[k]
                    yield "filter", other
        case ast.If():
            for value in (True, False):
                other = copy.deepcopy(node)
                other.test = ast.Constant(value)
                yield "branch", other
        case ast.Return(value=ast.expr()):
            yield from _returned(node, returns)
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            yield "yield", ast.If(ast.Constant(False), [copy.deepcopy(node)], [])
        case ast.Expr(value=ast.Call()) | ast.AugAssign():
            yield "statement", ast.Pass()
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield "statement", ast.Pass()
        case ast.Continue() | ast.Break():
            yield "loop", ast.Pass()


def _constants(node: ast.Constant) -> Iterator[Edit]:
    match node.value:
        case bool():
            yield "truth", ast.Constant(not node.value)
        case int():
            yield "number", ast.Constant(node.value + 1)
            yield "number", ast.Constant(node.value - 1)
        case float():
            yield "number", ast.Constant(node.value * 2 + 1)
        case str() if node.value.strip():
            yield "word", ast.Constant(f"{node.value}~")


def _returned(node: ast.Return, returns: str) -> Iterator[Edit]:
    """Nothing instead of what the function found."""
    nothing = "None" if returns.endswith("| None") else EMPTY.get(returns.split("[")[0])
    values = ["True", "False"] if returns == "bool" else [nothing] if nothing else []
    for value in values:
        if node.value is not None and ast.unparse(node.value) != value:
            yield "returned", ast.Return(ast.parse(value, mode="eval").body)


def _shown(node: ast.AST) -> str:
    """The source of a node on one line, shortened."""
    if isinstance(node, ast.If):
        return f"if {ast.unparse(node.test)}:"[:SHOWN]
    return " ".join(ast.unparse(node).split())[:SHOWN]
