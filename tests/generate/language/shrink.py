"""Makes a failing program small: takes statements and parts of expressions away as long as it still fails."""

import ast

N_TRIES_MAX = 1500


def shrink(text, fails):
    """Returns a small program for which `fails(text)` still holds, beginning with one for which it does."""
    shrinker = _Shrinker(fails)
    tree = ast.parse(text)
    plain = ast.unparse(tree)
    if not shrinker.still_fails(plain):
        return text  # the difference is in the spelling, which unparsing changes
    changed = True
    while changed and shrinker.n_tries < N_TRIES_MAX:
        changed = shrinker.drop_statements(tree) | shrinker.unwrap_blocks(tree) | shrinker.simplify_expressions(tree)
    return ast.unparse(tree) + "\n"


class _Shrinker:
    def __init__(self, fails):
        self._fails = fails
        self._seen = {}
        self.n_tries = 0

    def still_fails(self, text):
        if text not in self._seen:
            self.n_tries += 1
            self._seen[text] = self._fails(text)
        return self._seen[text]

    def _holds(self, tree):
        try:
            text = ast.unparse(tree)
            ast.parse(text)
        except (SyntaxError, ValueError, RecursionError):
            return False
        return self.still_fails(text)

    def drop_statements(self, tree):
        """Removes runs of statements, long ones first."""
        changed = False
        for block in _blocks(tree):
            size = max(len(block) // 2, 1)
            while size >= 1 and block:
                at = 0
                while at < len(block):
                    taken = block[at : at + size]
                    del block[at : at + size]
                    needs_filler = not block
                    if needs_filler:
                        if isinstance(taken[0], ast.Pass):
                            block[:] = taken
                            break
                        block.append(ast.Pass())
                    if self._holds(tree):
                        changed = True
                    else:
                        if needs_filler:
                            block.clear()
                        block[at:at] = taken
                        at += size
                size //= 2
        return changed

    def unwrap_blocks(self, tree):
        """Puts the inside of a compound statement in its place; drops its other parts."""
        changed = False
        for block in _blocks(tree):
            for at, statement in enumerate(block):
                for inside in _bodies(statement):
                    block[at : at + 1] = inside
                    if self._holds(tree):
                        changed = True
                        break
                    block[at : at + len(inside)] = [statement]
            for statement in block:
                changed |= self._drop_optional_parts(tree, statement)
        return changed

    def _drop_optional_parts(self, tree, statement):
        changed = False
        for field in ("handlers", "orelse", "finalbody", "decorator_list", "cases", "items", "bases", "keywords"):
            parts = getattr(statement, field, None)
            for part in list(parts or ()):
                at = parts.index(part)
                parts.remove(part)
                if self._holds(tree):
                    changed = True
                else:
                    parts.insert(at, part)
        return changed

    def simplify_expressions(self, tree):
        """Replaces expressions by one of their parts, or by a constant."""
        changed = False
        for parent in list(ast.walk(tree)):
            for field, value in ast.iter_fields(parent):
                if isinstance(value, ast.expr) and not isinstance(value, (ast.Name, ast.Constant)):
                    for simpler in _simpler(value):
                        setattr(parent, field, simpler)
                        if self._holds(tree):
                            changed = True
                            break
                        setattr(parent, field, value)
                elif isinstance(value, list) and value and isinstance(value[0], ast.expr):
                    changed |= self._simplify_list(tree, value)
        return changed

    def _simplify_list(self, tree, values):
        changed = False
        for value in list(values):
            at = values.index(value)
            del values[at]
            if self._holds(tree):
                changed = True
                continue
            values.insert(at, value)
            for simpler in _simpler(value):
                values[at] = simpler
                if self._holds(tree):
                    changed = True
                    break
                values[at] = value
        return changed


def _blocks(tree):
    """All lists of statements, outermost first."""
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if isinstance(block, list) and block:
                yield block


def _bodies(statement):
    """What may stand for a compound statement."""
    fields = ("body", "orelse", "finalbody")
    yield from (body for field in fields if isinstance(body := getattr(statement, field, None), list) and body)
    for part in [*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())]:
        yield part.body


def _simpler(expression):
    """What may stand for an expression: its parts, then small constants."""
    yield from (part for part in ast.iter_child_nodes(expression) if isinstance(part, ast.expr) and _is_value(part))
    if not isinstance(expression, ast.Constant):
        yield from (ast.Constant(1), ast.Constant(""))


def _is_value(expression):
    context = getattr(expression, "ctx", None)
    return not isinstance(expression, ast.Starred) and (context is None or isinstance(context, ast.Load))
