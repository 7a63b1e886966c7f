"""Random statements, from one-liners to whole functions, classes and generators with their use.

Every method returns lines without the indentation of the place where they are to stand. Everything that may fail stands
in a `try` that prints the error, so that one program asks many questions.
"""

from expressions import Expressions

BINARY = {
    "add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "matmul": "@",
    "and": "&", "or": "|", "xor": "^", "lshift": "<<", "rshift": ">>",
}
COMPARISONS = {"lt": "<", "le": "<=", "eq": "==", "ne": "!=", "gt": ">", "ge": ">="}
ERRORS = ["ValueError", "KeyError", "TypeError", "ZeroDivisionError", "LookupError", "RuntimeError", "StopIteration", "Problem"]
CHANGES = [
    "{list}.append(<any>)", "{list}.extend(<any>)", "{list}.insert(<small>, <any>)", "{list}.pop(<small>)", "{list}.remove(<any>)",
    "{list}.reverse()", "{list}.sort()", "{list}.sort(key=<key!>, reverse=<bool>)", "{list}[<small>] = <any>",
    "{list}[<slice!>] = <any>", "del {list}[<small>]", "del {list}[<slice!>]", "{list} += <any>", "{list} *= <count>",
    "{list}[<slice!>] = <list>", "{list}.clear()", "{list}[<any>] = <any>",
    "{dict}[<any>] = <any>", "{dict}.update(<any>)", "{dict}.update(k=<any>)", "{dict}.pop(<any>)", "del {dict}[<any>]",
    "{dict}.setdefault(<any>, []).append(<int>)", "{dict} |= <dict>", "{dict}.popitem()", "{dict}[<str>] += <any>",
    "{set}.add(<any>)", "{set}.discard(<any>)", "{set}.remove(<any>)", "{set}.update(<any>)", "{set} |= <set>", "{set} -= <set>",
    "{set} ^= <set>", "{set}.pop()", "{set} &= <set>", "{set}.difference_update(<list>)",
    "{int} += <any>", "{int} //= <int>", "{int} <<= <count>", "{int} **= <count!>", "{int} ^= <int>", "{int} %= <any>",
    "{float} /= <any>", "{float} -= <float>", "{str} += <any>", "{str} *= <count>", "{str} %= <any>", "{bytes} += <bytes>",
    "{tuple} += <tuple>", "{bool} &= <bool>", "del {str}", "{str}[<small>] = <char>", "{tuple}[<small>] = <any>",
    "{bytes}[<small>] = <int>", "{int}.name = <any>", "{tuple} += <list>",
]
PATTERNS = [
    "0 | 1 | -1", "int(number) if number > 5", "str(text)", "[]", "[first]", "[first, *rest]", "(1, second)", "[*_, last]",
    "{'a': found}", "{'a': 1, **rest}", "{}", "None", "True | False", "float() as real", "Point(x=0)", "Point(left, right)",
    "Point(x=[inner, *_])", "'abc' | 'a'", "[[deep, *_], *_]", "bytes()", "[int() as one, str() as two]", "1+2j", "tuple() | list()",
    "{1: number, 'b': [*_]}", "int() | float() as number", "set() | frozenset()", "bool(flag)", "str() as text if len(text) > 3",
    "range()", "dict(items)", "[1, [2, (3 | 4) as deep]]", "-1.5 | 2.5", "b'abc'", "Point(1) | Point(2)", "Point(y=Point() as inner)",
]


class Statements:
    """Writes statements and remembers what they define."""

    def __init__(self, chance):
        self.chance = chance
        self.expressions = Expressions(chance)
        self.n_names = 0

    def name(self, prefix):
        self.n_names += 1
        return f"{prefix}{self.n_names}"

    def expression(self, kind="any", depth=3):
        return self.expressions.expression(kind, depth)

    def literal(self, kind="any"):
        return self.expressions.expression(kind, 0)

    def block(self, depth):
        """Returns one to three statements for the inside of something."""
        writers = [self.show, self.assign, self.change, self.unpack]
        if depth > 0:
            writers += [self.branch, self.loop, self.attempt, self.choose, self.manage]
        lines = []
        for _ in range(self.chance.randint(1, 3)):
            writer = self.chance.choice(writers)
            lines += writer() if writer in writers[:4] else writer(depth - 1)
        return lines

    # --- one-liners ---

    def show(self):
        return [f"print({self.name('')}, {self.expression()})"]

    def assign(self):
        kind = self.expressions.any_kind()
        name = self.name(kind)
        value = self.expression(kind)
        form = self.chance.choice(["{0} = {1}"] * 5 + ["{0}: {2} = {1}", "{0} = also = {1}", "print({0} := {1})"])
        self.expressions.variables[name] = kind
        return [form.format(name, value, "object")]

    def change(self):
        """Changes a variable in place, or a fresh one where there is none of the kind."""
        template = self.chance.choice(CHANGES)
        kind = template[template.index("{") + 1 : template.index("}")]
        fitting = [name for name, is_kind in self.expressions.variables.items() if is_kind == kind]
        fill = self.expressions.fill
        if fitting and self.chance.random() < 0.3:
            name, lines = self.chance.choice(fitting), []
        else:
            name = self.name(kind)
            lines = [f"{name} = {self.literal(kind)}"]
        return [*lines, fill(template.replace("{" + kind + "}", name), 2), f"print({name})"]

    def unpack(self):
        target = self.chance.choice(
            ["a, b", "a, *b", "*a, b", "a, (b, *c)", "[a, b, *c]", "a, b, c", "a, *b, c", "(a, b), c", "a,", "a, _, a"]
        )
        names = ", ".join(dict.fromkeys(letter for letter in target if letter in "abc"))
        return [f"{target} = {self.expression(self.chance.choice(['list', 'tuple', 'str', 'any']))}", f"print({names})"]

    # --- compound statements ---

    def branch(self, depth):
        lines = [f"if {self.expression('bool')}:", *_indented(self.block(depth))]
        if self.chance.random() < 0.4:
            lines += [f"elif {self.expression()}:", *_indented(self.block(depth))]
        if self.chance.random() < 0.6:
            lines += ["else:", *_indented(self.block(depth))]
        return lines

    def loop(self, depth):
        name = self.name("each")
        body = self.block(depth)
        leave = self.chance.choice(["", "continue", "break", "continue", "break"])
        if leave:
            body += [f"if {self.expression('bool')}:", f"    {leave}", f"print('after', {name})"]
        if self.chance.random() < 0.6:
            iterable = self.expression(self.chance.choice(["list", "range", "str", "tuple", "dict", "set", "any"]))
            target = self.chance.choice([name] * 4 + [f"{name}, other", f"{name}, *other"])
            lines = [f"for {target} in itertools.islice({iterable}, 4):", *_indented(body)]
        else:
            limit = self.chance.randint(1, 4)
            test = self.chance.choice([f"{name} < {limit}", f"({name} := {name} + 1) < {limit}"])
            lines = [f"{name} = 0", f"while {test}:", f"    {name} += 1", *_indented(body)]
        if self.chance.random() < 0.4:
            lines += ["else:", *_indented(["print('no break')", *self.block(0)])]
        return lines

    def attempt(self, depth):
        starred = self.chance.random() < 0.2
        lines = ["try:", *_indented(self.block(depth))]
        if self.chance.random() < 0.6:
            lines += _indented(self.throw(starred))
        for _ in range(self.chance.randint(0, 2)):
            caught = self.chance.choice([*ERRORS, "Exception", "(KeyError, TypeError)", "ArithmeticError"])
            lines += [f"except{'*' if starred else ''} {caught} as error:", *_indented(["print('caught', repr(error))"])]
            lines += _indented([self.chance.choice(["print(repr(error.__context__))", "pass", *self.throw(False)])])
            lines += _indented(self.block(0))
        has_handler = any(line.startswith("except") for line in lines)
        if has_handler and self.chance.random() < 0.3:
            lines += ["else:", *_indented(self.block(0))]
        if not has_handler or self.chance.random() < 0.5:
            lines += ["finally:", *_indented(["print('finally')", *self.block(0)])]
        return lines

    def throw(self, starred):
        error = self.chance.choice(ERRORS)
        if starred:
            other = self.chance.choice(ERRORS)
            return [f"raise ExceptionGroup('several', [{error}('one'), {other}({self.literal()})])"]
        how = self.chance.choice(
            ["raise {}", "raise {}({})", "raise {}({}) from None", "raise {}({}) from OSError('cause')", "raise {}('a', {})",
             "assert {1} == 5, {1}", "raise {1}"]
        )
        return [how.format(error, self.literal())]

    def choose(self, depth):
        subject = self.chance.choice([self.expression(), f"Point({self.literal()}, {self.literal()})", self.expression("list")])
        lines = [f"match {subject}:"]
        for pattern in self.chance.sample(PATTERNS, self.chance.randint(2, 6)):
            names = [name for name in ("number", "text", "first", "rest", "second", "last", "found", "real", "left", "right",
                                       "inner", "deep", "one", "two", "flag", "items") if name in pattern.replace("Point", "")]
            lines += [f"    case {pattern}:", f"        print({', '.join([repr(pattern), *names])})"]
        lines += ["    case other:", *_indented(self.block(depth), 2)]
        return lines

    def manage(self, depth):
        items = [f"Manager({self.literal('str')}, {self.chance.choice(['()', 'TypeError', 'Exception', 'KeyError'])}) as {self.name('item')}"
                 for _ in range(self.chance.randint(1, 2))]
        head = f"with ({', '.join(items)},):" if self.chance.random() < 0.3 else f"with {', '.join(items)}:"
        body = self.block(depth)
        if self.chance.random() < 0.5:
            body += self.throw(False)
        return [head, *_indented(body)]

    # --- definitions with their use ---

    def function(self):
        name = self.name("function")
        inner = self._inner_scope()
        parameters, names = self._parameters()
        lines = [f"@traced" for _ in range(self.chance.choice([0, 0, 0, 1, 2]))]
        lines += [f"def {name}({parameters}):"]
        if self.chance.random() < 0.3:
            lines += [f"    '''Says what {name} does.'''"]
        lines += _indented([f"print({', '.join(names) or repr(name)})", *self._scoping(), *self.block(1)])
        if self.chance.random() < 0.8:
            lines += [f"    return {self.expression()}"]
        self.expressions.variables = inner
        calls = [f"print({name}({self._arguments(names)}))" for _ in range(self.chance.randint(1, 4))]
        return lines + [line for call in calls for line in tried([call])]

    def _inner_scope(self):
        outer = self.expressions.variables
        # What the function assigns would be local in all of it, so it reads only what it can't assign: fresh names differ.
        self.expressions.variables = dict(outer)
        return outer

    def _scoping(self):
        kind = self.chance.choice(["", "", "global", "nonlocal", "closure", "shadow"])
        if kind == "global":
            return ["global counter", f"counter += {self.chance.randint(1, 9)}", "print(counter)"]
        if kind == "nonlocal":
            return ["total = 0", "def add(amount):", "    nonlocal total", "    total += amount", "    return total",
                    f"print(add({self.literal('int')}), add({self.literal()}), total)"]
        if kind == "closure":
            return ["makers = [lambda extra=each: (each, extra) for each in range(3)]", "print([make() for make in makers])"]
        if kind == "shadow":
            return ["print(counter)", f"counter = {self.literal()}"]
        return []

    def _parameters(self):
        chance = self.chance
        positional = [f"p{n}" for n in range(chance.randint(0, 3))]
        keyword = [f"k{n}" for n in range(chance.randint(0, 2))]
        n_plain = chance.randint(0, len(positional))
        parts = [p if n < n_plain else f"{p}={self.literal()}" for n, p in enumerate(positional)]
        if positional and chance.random() < 0.3:
            parts.insert(chance.randint(1, len(parts)), "/")
        names = positional[:]
        if chance.random() < 0.3:
            parts.append("*args")
            names.append("args")
        elif keyword:
            parts.append("*")
        parts += [k if chance.random() < 0.5 else f"{k}={self.literal()}" for k in keyword]
        names += keyword
        if chance.random() < 0.3:
            parts.append("**more")
            names.append("more")
        return ", ".join(parts), names

    def _arguments(self, names):
        chance = self.chance
        parts = [self.literal() for _ in range(chance.randint(0, max(len(names), 1)))]
        if chance.random() < 0.2:
            parts.append(f"*{self.literal(chance.choice(['list', 'tuple', 'int']))}")
        parts += [f"{name}={self.literal()}" for name in names if chance.random() < 0.35]
        if chance.random() < 0.15:
            parts.append(f"**{self.literal('dict')}")
        if chance.random() < 0.1:
            parts.append("unknown=1")
        return ", ".join(dict.fromkeys(parts))

    def generator(self):
        name = self.name("generator")
        inner = self._inner_scope()
        body = [f"got = yield {self.expression()}", "print('got', repr(got))"]
        if self.chance.random() < 0.5:
            body += [f"yield from {self.expression(self.chance.choice(['list', 'str', 'range', 'any']))}"]
        body += self.block(1) + [f"yield {self.expression()}"]
        if self.chance.random() < 0.5:
            body = ["try:", *_indented(body), self.chance.choice(["except KeyError as error:", "except GeneratorExit as error:"]),
                    "    print('inside', repr(error))", f"    {self.chance.choice(['yield 99', 'raise', 'return 5', 'pass'])}",
                    "finally:", "    print('closed')"]
        lines = [f"def {name}(first=1):", *_indented(body), f"    return {self.literal()}"]
        self.expressions.variables = inner
        running = self.name("running")
        uses = ["next({})", "{}.send({literal})", "{}.throw(KeyError('thrown'))", "{}.close()", "list({})", "next({}, 'end')",
                "{}.send(None)", "[*{}]", "delegate({})", "{}.throw(ValueError)"]
        lines += [f"{running} = {name}()"]
        for use in self.chance.choices(uses, k=self.chance.randint(1, 5)):
            lines += tried([f"print({use.format(running, literal=self.literal())})"])
        return lines

    def a_class(self):
        chance = self.chance
        name = self.name("Class")
        bases = chance.choice(["", "(Base)", "(Mixin, Base)", "(list)", "(dict)", "(int)", "(str)", "(Mixin)", "(Exception)", "(tuple)"])
        builtin = bases in ("(list)", "(dict)", "(int)", "(str)", "(Exception)", "(tuple)")
        lines = [f"class {name}{bases}:", f"    shared = {self.literal()}"]
        if not builtin:
            lines += ["    def __init__(self, value=1, *more):", "        self.value = value"]
            if bases and chance.random() < 0.6:
                lines += [f"        super().__init__({self.literal()})"]
            lines += ["    def __repr__(self):", f"        return f'{name}({{self.value!r}})'"]
        held = "self.shared" if builtin else "self.value"
        for operation in chance.sample([*BINARY], 3):
            kind = chance.choice(["", "r", "i"])
            lines += [f"    def __{kind}{operation}__(self, other):", f"        print('{kind}{operation}', repr(other))",
                      f"        return {chance.choice(['NotImplemented', held, f'({held}, other)', f'{held} {BINARY[operation]} other'])}"]
        for comparison in chance.sample([*COMPARISONS], 2):
            lines += [f"    def __{comparison}__(self, other):",
                      f"        return {chance.choice(['NotImplemented', 'True', f'{held} {COMPARISONS[comparison]} other'])}"]
        lines += self._special_methods(held)
        made = self.name("made")
        argument = chance.choice(["", self.literal(), self.literal("int"), self.literal("list"), self.literal("str")])
        lines += tried([f"{made} = {name}({argument})", f"print(repr({made}), isinstance({made}, Base))"])
        for _ in range(chance.randint(2, 6)):
            lines += tried([self._use_of(made, name)])
        return lines

    def _special_methods(self, held):
        some = {
            "__len__(self)": chance_of(self, ["return 3", "return -1", "return 'x'", f"return {held}"]),
            "__getitem__(self, key)": chance_of(self, ["return key", "raise IndexError(key)", "return [10, 20, 30][key]"]),
            "__contains__(self, item)": chance_of(self, ["return item == 1", "return []", "return 'yes'"]),
            "__call__(self, *args, **more)": chance_of(self, ["return args, more", "return self"]),
            "__iter__(self)": chance_of(self, ["return iter([1, 2])", "yield 1; yield 'two'", "return 5"]),
            "__bool__(self)": chance_of(self, ["return False", "return 1", f"return bool({held})"]),
            "__hash__(self)": chance_of(self, ["return 7", "return hash(2.5)", "return 'no'"]),
            "__str__(self)": chance_of(self, ["return 'as text'", "return 5", f"return str({held})"]),
            "__format__(self, spec)": chance_of(self, ["return f'<{spec}>'", "return format(12, spec)"]),
            "__getattr__(self, name)": chance_of(self, ["return name.upper()", "raise AttributeError(name)"]),
            "__index__(self)": chance_of(self, ["return 2", "return 'x'"]),
            "__int__(self)": chance_of(self, ["return 42", "return 1.5"]),
            "__float__(self)": chance_of(self, ["return 4.5", "return 1"]),
            "__neg__(self)": "return 'negative'",
            "__abs__(self)": "return 'absolute'",
            "__enter__(self)": "return 'entered'",
            "__exit__(self, *details)": chance_of(self, ["print(details[:2])", "return True"]),
            "__set_name__(self, owner, name)": "print(name)",
            "__class_getitem__(cls, item)": "return item",
            "__setitem__(self, key, value)": "print('set', key, value)",
            "__delitem__(self, key)": "print('del', key)",
            "__reversed__(self)": "return 'backwards'",
            "__missing__(self, key)": "return ('missing', key)",
        }
        lines = []
        for signature in self.chance.sample([*some], 4):
            lines += [f"    def {signature}:", f"        {some[signature]}"]
        if self.chance.random() < 0.5:
            lines += ["    @property", "    def doubled(self):", f"        return {held} * 2"]
            if self.chance.random() < 0.5:
                lines += ["    @doubled.setter", "    def doubled(self, new):", "        print('setting', new)"]
        if self.chance.random() < 0.3:
            lines += ["    @classmethod", "    def build(cls, *args):", "        return cls.__name__, args"]
        if self.chance.random() < 0.3:
            lines += ["    @staticmethod", "    def helper(first, second=2):", "        return first, second"]
        return lines

    def _use_of(self, made, name):
        other = self.literal()
        operator = self.chance.choice([*BINARY.values(), *COMPARISONS.values()])
        return self.chance.choice([
            f"print({made} {operator} {other})", f"print({other} {operator} {made})", f"{made} {operator if operator in BINARY.values() else '+'}= {other}",
            f"print({made} {operator} {made})", f"print(len({made}))", f"print({made}[{other}])", f"print({other} in {made})",
            f"print({made}({self._arguments(['first', 'second'])}))", f"print(list({made}))", f"print(bool({made}), not {made})",
            f"print(hash({made}))", f"print({{{made}: 1}})", f"print(str({made}))", f"print(f'{{{made}:>6}}')", f"print({made}.doubled)",
            f"{made}.doubled = {other}", f"print({made}.build({other}))", f"print({name}.helper({self._arguments(['first', 'second'])}))",
            f"print({made}.value, {made}.shared)", f"{made}.extra = {other}; print({made}.extra)", f"del {made}.value",
            f"print(int({made}), float({made}))", f"print(-{made}, abs({made}))", f"print([1, 2, 3][{made}])",
            f"with {made} as inside: print(inside); raise KeyError('in with')", f"print({made}.nothing)", f"print({name}[{other}])",
            f"{made}[{other}] = {other}", f"del {made}[{other}]", f"print({made} is {made}, {made} == {made}, {made} != {made})",
            f"first, *others = {made}; print(first, others)", f"print('%s %r' % ({made}, {made}))", f"print(reversed({made}))",
            f"print([each.__name__ for each in {name}.__mro__])", f"print(sorted([{made}, {other}], key=str))", f"print({made}.greet())",
            f"print(sorted(vars({made}).items()))", f"print(max({made}, {other}))", f"print('{{0.shared}} {{0}}'.format({made}))",
            f"print({name}({other}, {self.literal()}))", f"print({name}.__name__, {name}.__doc__)", f"raise {made}", f"print(range({made}))",
        ])

    def chunk(self):
        """Returns one independent piece of a program."""
        simple = self.chance.random()
        if simple < 0.45:
            return tried([line for _ in range(self.chance.randint(1, 2)) for line in self.show()])
        if simple < 0.7:
            return tried(self.block(2))
        return self.chance.choice([self.function, self.generator, self.a_class])()


def chance_of(statements, options):
    return statements.chance.choice(options)


def tried(lines):
    """Wraps lines so that what they raise is printed."""
    return ["try:", *_indented(lines), "except BaseException as error:", "    print(type(error).__name__, error)"]


def _indented(lines, levels=1):
    return ["    " * levels + line for line in lines]
