"""Makes a failing program small: takes statements, branches and arguments away as long as it fails."""

import ast
import copy


def shrink(text, still_fails, n_attempts_max=1500):
    """Returns a smaller program that fails too; `still_fails(text)` decides."""
    tree = ast.parse(text)
    budget = Budget(n_attempts_max)
    while budget.left > 0:
        smaller = _one_round(tree, still_fails, budget)
        if smaller is None:
            break
        tree = smaller
    return ast.unparse(tree) + "\n"


class Budget:
    """How often the two worlds may still be asked."""

    def __init__(self, left):
        self.left = left


def _one_round(tree, still_fails, budget):
    """Goes through all changes once, each upon what the changes before left; `None` when none was of use."""
    has_changed = False
    for changes in (_deletions, _hoists, _trims):
        # The places are counted anew after a change that stays: the next place then stands where this one stood.
        place = 0
        while budget.left > 0:
            candidate = copy.deepcopy(tree)
            change = _nth(changes(candidate), place)
            if change is None:
                break
            change()
            if _fails(candidate, still_fails, budget):
                tree, has_changed = candidate, True
            else:
                place += 1
    return tree if has_changed else None


def _nth(changes, place):
    for number, change in enumerate(changes):
        if number == place:
            return change
    return None


def _fails(candidate, still_fails, budget):
    text = ast.unparse(ast.fix_missing_locations(candidate))
    try:
        compile(text, "candidate", "exec")
    except (SyntaxError, ValueError):
        return False
    budget.left -= 1
    return still_fails(text + "\n")


def _bodies(tree):
    """All lists of statements, outer ones first, with the node and the field that they are of."""
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            statements = getattr(node, field, None)
            if isinstance(statements, list) and statements and isinstance(statements[0], ast.stmt):
                yield node, field, statements


def _deletions(tree):
    """Takes statements out: halves first, then single ones; and the handlers of a `try`."""
    for node, field, statements in _bodies(tree):
        if len(statements) == 1 and isinstance(statements[0], ast.Pass):
            continue
        size = len(statements)
        while size >= 1:
            for start in range(0, len(statements), size):
                yield lambda s=statements, a=start, z=start + size, f=field: _delete(s, a, z, f)
            size //= 2
    for node in ast.walk(tree):
        if isinstance(node, (ast.Try, ast.TryStar)):
            for number in range(len(node.handlers)):
                yield lambda n=node, i=number: n.handlers.pop(i)


def _delete(statements, start, end, field):
    del statements[start:end]
    if not statements and field == "body":
        statements.append(ast.Pass())


def _hoists(tree):
    """Puts what is in a compound statement in its place."""
    for _, _, statements in _bodies(tree):
        for number, statement in enumerate(statements):
            if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                continue
            for field in ("body", "orelse", "finalbody"):
                inner = getattr(statement, field, None)
                if isinstance(inner, list) and inner:
                    yield lambda s=statements, i=number, b=inner: s.__setitem__(slice(i, i + 1), b)


def _trims(tree):
    """Takes arguments away, makes numbers small, and awaits what is waited for in a roundabout way."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            for number in range(len(node.args)):
                yield lambda n=node, i=number: n.args.pop(i)
            for number in range(len(node.keywords)):
                yield lambda n=node, i=number: n.keywords.pop(i)
        for field in ("elts", "items", "decorator_list", "values"):
            parts = getattr(node, field, None)
            if isinstance(parts, list) and len(parts) > (field == "items"):
                for number in range(len(parts)):
                    yield lambda p=parts, i=number: p.pop(i)
        if isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.value not in (0, 1):
            yield lambda n=node: setattr(n, "value", 0)
            yield lambda n=node: setattr(n, "value", 1)
        for field in ("value", "iter", "context_expr"):
            call = getattr(node, field, None)
            if isinstance(call, ast.Await):
                call = call.value
            if isinstance(call, ast.Call):
                for part in call.args:
                    if isinstance(part, ast.Call):
                        yield lambda n=node, f=field, p=part: _replace_call(n, f, p)


def _replace_call(node, field, part):
    if isinstance(getattr(node, field), ast.Await):
        getattr(node, field).value = part
    else:
        setattr(node, field, part)
