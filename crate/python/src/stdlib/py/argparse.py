"""Options and arguments of a command line.

Long because parser, actions and help call each other, and programs subclass all three by their private names.
"""

import os
import sys
import textwrap

__all__ = [
    "ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType", "HelpFormatter",
    "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter", "MetavarTypeHelpFormatter",
    "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER", "SUPPRESS", "ZERO_OR_MORE",
]
SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = "==SUPPRESS==", "?", "*", "+", "A...", "..."


class ArgumentTypeError(Exception):
    """What a type function raises for a value that is none."""


class ArgumentError(Exception):
    """An argument that can't be used."""

    def __init__(self, argument, message):
        self.argument_name = _argument_name(argument)
        self.message = message

    def __str__(self):
        return self.message if self.argument_name is None else f"argument {self.argument_name}: {self.message}"


def _argument_name(action):
    if action is None:
        return None
    if action.option_strings:
        return "/".join(action.option_strings)
    if action.metavar not in (None, SUPPRESS):
        return action.metavar if isinstance(action.metavar, str) else "/".join(action.metavar)
    if action.dest not in (None, SUPPRESS):
        return action.dest
    return "{" + ",".join(map(str, action.choices)) + "}" if action.choices else None


class Namespace:
    """The values that were found."""

    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        parts, odd = [], {}
        for name, value in self.__dict__.items():
            if name.isidentifier():
                parts.append(f"{name}={value!r}")
            else:
                odd[name] = value
        return f"{type(self).__name__}({', '.join(parts + ([f'**{odd!r}'] if odd else []))})"

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__


class Action:
    """What an argument does to the namespace."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False,
                 help=None, metavar=None, deprecated=False):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar
        self.deprecated = deprecated
        self.container = None

    def __repr__(self):
        names = ("option_strings", "dest", "nargs", "const", "default", "type", "choices", "required", "help", "metavar")
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, **kwargs):
        if nargs == 0:
            raise ValueError(
                "nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store "
                "const may be more appropriate"
            )
        super().__init__(option_strings, dest, nargs, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None,
                 deprecated=False):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, True, default, required, help, deprecated=deprecated)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, False, default, required, help, deprecated=deprecated)


class BooleanOptionalAction(Action):
    """An option with its opposite: `--x` and `--no-x`."""

    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        names = []
        for name in option_strings:
            names.append(name)
            if name.startswith("--"):
                names.append("--no-" + name[2:])
        super().__init__(names, dest, 0, None, default, required=required, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


class _AppendAction(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest, None) or []), values])


class _AppendConstAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest, None) or []), self.const])


class _ExtendAction(_AppendAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest, None) or []), *values])


class _CountAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(_StoreConstAction):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings, dest, None, default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(_StoreConstAction):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings, dest, None, default, help=help or "show program's version number and exit")
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = self.version if self.version is not None else parser.version
        parser._print_message(parser._get_formatter()._fill_text(version % {"prog": parser.prog}, "") + "\n", sys.stdout)
        parser.exit()


class _SubParsersAction(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, PARSER, choices={}, required=required, help=help, metavar=metavar)
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._choices_actions = []

    def add_parser(self, name, *, deprecated=False, aliases=(), help=None, **kwargs):
        kwargs.setdefault("prog", f"{self._prog_prefix} {name}")
        if name in self.choices:
            raise ValueError(f"conflicting subparser: {name}")
        if help is not None:
            shown = name + (f" ({', '.join(aliases)})" if aliases else "")
            self._choices_actions.append(Action([], shown, help=help, metavar=shown))
        parser = self._parser_class(**kwargs)
        for each in (name, *aliases):
            self.choices[each] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name, *rest = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        inner, left = self.choices[name].parse_known_args(rest, None)
        for key, value in vars(inner).items():
            setattr(namespace, key, value)
        if left:
            namespace.__dict__.setdefault(_UNKNOWN, []).extend(left)


_UNKNOWN = "_unrecognized_args"
_ACTIONS = {
    None: _StoreAction, "store": _StoreAction, "store_const": _StoreConstAction, "store_true": _StoreTrueAction,
    "store_false": _StoreFalseAction, "append": _AppendAction, "append_const": _AppendConstAction, "count": _CountAction,
    "help": _HelpAction, "version": _VersionAction, "parsers": _SubParsersAction, "extend": _ExtendAction,
}


class FileType:
    """Opens the file that an argument names."""

    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode = mode
        self._options = bufsize, encoding, errors

    def __call__(self, string):
        if string == "-":
            return sys.stdin if "r" in self._mode else sys.stdout
        try:
            return open(string, self._mode, *self._options)
        except OSError as e:
            raise ArgumentTypeError(f"can't open '{string}': {e}") from None


class HelpFormatter:
    """Lays out usage and help."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None, **options):
        self._prog = prog
        if width is None:
            import shutil

            width = shutil.get_terminal_size().columns - 2
        self._width = width
        self._help_column = min(max_help_position, max(width - 20, indent_increment * 2))
        self._indent = indent_increment

    def _fill_text(self, text, indent):
        text = " ".join(text.split())
        return textwrap.fill(text, max(self._width - len(indent), 11), initial_indent=indent, subsequent_indent=indent)

    def _split_lines(self, text, width):
        return textwrap.wrap(" ".join(text.split()), width)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _metavar(self, action):
        if action.metavar is not None:
            return action.metavar
        if action.choices is not None:
            return "{" + ",".join(map(str, action.choices)) + "}"
        if action.option_strings:
            return self._get_default_metavar_for_optional(action)
        return self._get_default_metavar_for_positional(action)

    def _format_args(self, action):
        name = self._metavar(action)
        names = name if isinstance(name, tuple) else (name, name)
        nargs = action.nargs
        if nargs is None:
            return names[0]
        if nargs == OPTIONAL:
            return f"[{names[0]}]"
        if nargs == ZERO_OR_MORE:
            return f"[{names[0]} ...]"
        if nargs == ONE_OR_MORE:
            return f"{names[0]} [{names[1]} ...]"
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return f"{names[0]} ..."
        if nargs == SUPPRESS:
            return ""
        return " ".join([names[0]] * nargs if not isinstance(name, tuple) else name)

    def invocation(self, action):
        """The names of an argument as the list of help shows them."""
        if not action.option_strings:
            name = self._metavar(action)
            return name if isinstance(name, str) else " ".join(name)
        names = ", ".join(action.option_strings)
        return names if action.nargs == 0 else f"{names} {self._format_args(action)}"

    def usage(self, text, actions, groups):
        if text is not None:
            return f"usage: {text % {'prog': self._prog}}\n"
        options = [action for action in actions if action.option_strings]
        positionals = [action for action in actions if not action.option_strings]
        parts = self._usage_parts(options, groups), self._usage_parts(positionals, groups)
        line = " ".join([self._prog, *parts[0], *parts[1]])
        if len("usage: ") + len(line) <= self._width:
            return f"usage: {line}\n"
        if len("usage: ") + len(self._prog) <= 0.75 * self._width:
            indent = " " * (len("usage: ") + len(self._prog) + 1)
            if parts[0]:
                lines = self._usage_lines([self._prog, *parts[0]], indent, "usage: ")
                lines += self._usage_lines(parts[1], indent) if parts[1] else []
            else:
                lines = self._usage_lines([self._prog, *parts[1]], indent, "usage: ")
            return "usage: " + "\n".join(lines) + "\n"
        indent = " " * len("usage: ")
        lines = self._usage_lines([*parts[0], *parts[1]], indent)
        return "\n".join([f"usage: {self._prog}", *lines]) + "\n"

    def _usage_lines(self, parts, indent, prefix=None):
        lines, line = [], []
        length = (len(prefix) if prefix is not None else len(indent)) - 1
        for part in parts:
            if length + 1 + len(part) > self._width and line:
                lines.append(indent + " ".join(line))
                line, length = [], len(indent) - 1
            line.append(part)
            length += len(part) + 1
        lines.append(indent + " ".join(line))
        if prefix is not None:
            lines[0] = lines[0][len(indent):]
        return lines

    def _usage_parts(self, actions, groups):
        parts, done = [], set()
        for action in actions:
            if action.help is SUPPRESS or id(action) in done:
                continue
            group = next((group for group in groups if action in group._group_actions), None)
            members = [each for each in group._group_actions if each.help is not SUPPRESS] if group else []
            if group and len(members) > 1 and all(each in actions for each in members):
                done.update(map(id, members))
                inside = " | ".join(self._usage_part(each, True) for each in members)
                parts.append(f"({inside})" if group.required else f"[{inside}]")
            else:
                parts.append(self._usage_part(action, False))
        return parts

    def _usage_part(self, action, is_in_group):
        if not action.option_strings:
            part = self._format_args(action)
            return part[1:-1] if is_in_group and part.startswith("[") else part
        part = action.format_usage() if action.nargs == 0 else f"{action.option_strings[0]} {self._format_args(action)}"
        return part if action.required or is_in_group else f"[{part}]"

    def _expand(self, action, help_text, prog):
        values = {**vars(action), "prog": prog}
        values = {key: value for key, value in values.items() if value is not SUPPRESS}
        for key, value in values.items():
            values[key] = getattr(value, "__name__", value) if key == "type" else value
        if values.get("choices") is not None:
            values["choices"] = ", ".join(map(str, values["choices"]))
        return help_text % values

    def entries(self, actions, indent, column):
        """The lines about arguments: names on the left, help on the right."""
        lines = []
        width = max(self._width - column, 11)
        for action in actions:
            if action.help is SUPPRESS:
                continue
            name = " " * indent + self.invocation(action)
            text = self._get_help_string(action) if action.help else None
            if not text or not text.strip():
                lines.append(name)
            else:
                rest = self._split_lines(self._expand(action, text, self._prog), width)
                if len(name) <= column - 2:
                    lines.append(f"{name:<{column}}{rest[0]}")
                    rest = rest[1:]
                else:
                    lines.append(name)
                lines += [" " * column + line for line in rest]
            if isinstance(action, _SubParsersAction):
                lines += self.entries(action._choices_actions, indent + self._indent, column)
        return lines

    def column(self, groups):
        """Where help begins: behind the longest names, but not too far to the right."""
        longest = 0
        for actions in groups:
            for action in actions:
                if action.help is not SUPPRESS:
                    longest = max(longest, len(self.invocation(action)) + self._indent)
                    for inner in getattr(action, "_choices_actions", ()):
                        longest = max(longest, len(self.invocation(inner)) + 2 * self._indent)
        return min(longest + 2, self._help_column)


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves descriptions as they are."""

    def _fill_text(self, text, indent):
        return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves all texts as they are."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds defaults to the help."""

    def _get_help_string(self, action):
        text = action.help or ""
        has_default = action.default is not SUPPRESS and "%(default)" not in text
        if has_default and (action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows types in the place of names."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional


class _Container:
    """What parsers and groups have in common."""

    def __init__(self, description, prefix_chars="-", argument_default=None, conflict_handler="error"):
        self.description = description
        self.prefix_chars = prefix_chars
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        self._defaults = {}
        self._actions = []
        self._by_option = {}
        self._types = {}

    def register(self, registry_name, value, object):
        if registry_name == "type":
            self._types[value] = object

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        prefixes = self.prefix_chars
        if not args or len(args) == 1 and args[0][0] not in prefixes:
            if args and "dest" in kwargs:
                raise TypeError("dest supplied twice for positional argument, did you mean metavar?")
            kwargs = self._positional(*args, **kwargs)
        else:
            kwargs = self._optional(*args, **kwargs)
        if "default" not in kwargs:
            dest = kwargs["dest"]
            if dest in self._defaults:
                kwargs["default"] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs["default"] = self.argument_default
        kind = kwargs.pop("action", None)
        action_class = kind if isinstance(kind, type) else _ACTIONS.get(kind)
        if action_class is None:
            raise ValueError(f"unknown action {kind!r}")
        action = action_class(**kwargs)
        if action.type is not None and not callable(action.type):
            raise TypeError(f"{action.type!r} is not callable")
        return self._add_action(action)

    def _positional(self, dest, **kwargs):
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get("nargs")
        if nargs == 0:
            raise ValueError("nargs for positionals must be != 0")
        kwargs["required"] = nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS)
        if nargs == ZERO_OR_MORE and "default" not in kwargs:
            kwargs["required"] = True
        return {**kwargs, "dest": dest, "option_strings": []}

    def _optional(self, *names, **kwargs):
        for name in names:
            if name[0] not in self.prefix_chars:
                raise ValueError(
                    f"invalid option string {name!r}: must start with a character {self.prefix_chars!r}"
                )
        dest = kwargs.pop("dest", None)
        if dest is None:
            long = [name for name in names if len(name) > 1 and name[1] in self.prefix_chars]
            dest = (long or names)[0].lstrip(self.prefix_chars)
            if not dest:
                raise TypeError(f"dest= is required for options like {names[0]!r}")
            dest = dest.replace("-", "_")
        return {**kwargs, "dest": dest, "option_strings": list(names)}

    def _add_action(self, action):
        taken = [name for name in action.option_strings if name in self._by_option]
        if taken and self.conflict_handler == "error":
            s = "s" if len(taken) > 1 else ""
            raise ArgumentError(action, f"conflicting option string{s}: {', '.join(taken)}")
        for name in taken:
            other = self._by_option.pop(name)
            other.option_strings.remove(name)
            if not other.option_strings:
                self._forget(other)
        self._actions.append(action)
        action.container = self
        for name in action.option_strings:
            self._by_option[name] = action
        return action

    def _forget(self, action):
        self._actions.remove(action)


class _ArgumentGroup(_Container):
    """Arguments that the help shows together."""

    def __init__(self, container, title=None, description=None):
        super().__init__(description, container.prefix_chars, container.argument_default, container.conflict_handler)
        self.title = title
        self._group_actions = []
        self._parent = container
        self._actions, self._by_option = container._actions, container._by_option
        self._defaults, self._types = container._defaults, container._types

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _forget(self, action):
        super()._forget(action)
        if action in self._group_actions:
            self._group_actions.remove(action)

    def add_mutually_exclusive_group(self, *, required=False):
        return self._parent._exclusive_group(self, required)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    """Arguments of which at most one may be given."""

    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        action = self._parent._add_action(action)
        self._group_actions.append(action)
        return action


class ArgumentParser(_Container):
    """Reads a command line."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error", add_help=True,
                 allow_abbrev=True, exit_on_error=True, *, suggest_on_error=False, color=True):
        super().__init__(description, prefix_chars, argument_default, conflict_handler)
        self.prog = os.path.basename(sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._exclusive = []
        self._subparsers = None
        self._positionals = _ArgumentGroup(self, "positional arguments")
        self._optionals = _ArgumentGroup(self, "options")
        self._groups = [self._positionals, self._optionals]
        if add_help:
            short = "-" if "-" in prefix_chars else prefix_chars[0]
            names = short + "h", short * 2 + "help"
            self.add_argument(*names, action="help", default=SUPPRESS, help="show this help message and exit")
        for parent in parents:
            self._take_from(parent)

    def _take_from(self, parent):
        by_title = {group.title: group for group in self._groups}
        for group in parent._groups:
            if group.title not in by_title:
                by_title[group.title] = self.add_argument_group(group.title, group.description)
            for action in group._group_actions:
                by_title[group.title]._add_action(action)
        for group in parent._exclusive:
            own = self._exclusive_group(self, group.required)
            own._group_actions = group._group_actions
        self._defaults.update(parent._defaults)

    def _add_action(self, action):
        group = self._optionals if action.option_strings else self._positionals
        return _ArgumentGroup._add_action(group, action)

    def add_argument_group(self, title=None, description=None, **kwargs):
        group = _ArgumentGroup(self, title, description)
        self._groups.append(group)
        return group

    def _exclusive_group(self, parent, required):
        group = _MutuallyExclusiveGroup(parent, required)
        self._exclusive.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required=False):
        return self._exclusive_group(self, required)

    def add_subparsers(self, *, title=None, description=None, **kwargs):
        if self._subparsers is not None:
            raise ValueError("cannot have multiple subparser arguments")
        if title or description:
            self._subparsers = self.add_argument_group(title or "subcommands", description)
        else:
            self._subparsers = self._positionals
        if "prog" not in kwargs:
            positionals = [action for action in self._actions if not action.option_strings]
            formatter = self._get_formatter()
            kwargs["prog"] = formatter.usage(self.usage, positionals, self._exclusive).removeprefix("usage: ").strip()
        kind = kwargs.pop("parser_class", type(self))
        kwargs.pop("action", None)
        action = _SubParsersAction([], parser_class=kind, **kwargs)
        return self._subparsers._add_action(action)

    # Parsing

    def parse_args(self, args=None, namespace=None):
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            self._fail(None, f"unrecognized arguments: {' '.join(rest)}")
        return found

    def parse_known_args(self, args=None, namespace=None):
        args = sys.argv[1:] if args is None else list(args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        try:
            rest = _Run(self, namespace).read(self._with_files(args))
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))
        rest += namespace.__dict__.pop(_UNKNOWN, [])
        return namespace, rest

    parse_intermixed_args = parse_args
    parse_known_intermixed_args = parse_known_args

    def _with_files(self, args):
        if self.fromfile_prefix_chars is None:
            return args
        result = []
        for arg in args:
            if arg and arg[0] in self.fromfile_prefix_chars:
                with open(arg[1:]) as file:
                    result += self._with_files(file.read().splitlines())
            else:
                result.append(arg)
        return result

    def _value(self, action, text):
        convert = self._types.get(action.type, action.type)
        if convert is None:
            return text
        name = getattr(action.type, "__name__", repr(action.type))
        try:
            return convert(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error)) from None
        except (TypeError, ValueError):
            raise ArgumentError(action, f"invalid {name} value: {text!r}") from None

    def _check_choice(self, action, value):
        if action.choices is not None and value not in action.choices:
            shown = ", ".join(map(repr, action.choices))
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {shown})")

    def _fail(self, action, message):
        error = ArgumentError(action, message)
        if self.exit_on_error:
            self.error(str(error))
        raise error

    # Output

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        return self._get_formatter().usage(self.usage, self._actions, self._exclusive)

    def format_help(self):
        formatter = self._get_formatter()
        sections = [self.format_usage()]
        if self.description:
            sections.append(formatter._fill_text(self.description % {"prog": self.prog}, "") + "\n")
        column = formatter.column([group._group_actions for group in self._groups])
        for group in self._groups:
            lines = formatter.entries(group._group_actions, formatter._indent, column)
            if not lines and not group.description:
                continue
            text = f"{group.title}:\n" if group.title else ""
            if group.description:
                text += formatter._fill_text(group.description, " " * formatter._indent) + "\n"
                text += "\n" if lines else ""
            sections.append(text + "".join(line + "\n" for line in lines))
        if self.epilog:
            sections.append(formatter._fill_text(self.epilog % {"prog": self.prog}, "") + "\n")
        return "\n".join(sections)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), file or sys.stdout)

    def print_help(self, file=None):
        self._print_message(self.format_help(), file or sys.stdout)

    def _print_message(self, message, file=None):
        if message:
            (file or sys.stderr).write(message)

    def exit(self, status=0, message=None):
        self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")

    def __repr__(self):
        names = ("prog", "usage", "description", "formatter_class", "conflict_handler", "add_help")
        return f"ArgumentParser({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


class _Run:
    """One reading of one command line."""

    def __init__(self, parser, namespace):
        self.parser = parser
        self.namespace = namespace
        self.positionals = [action for action in parser._actions if not action.option_strings]
        self.seen = []
        self.given = set()
        self.rest = []

    def read(self, args):
        args = list(args)
        pending, only_positionals = [], False
        while args:
            arg = args.pop(0)
            if only_positionals or not self._is_option(arg):
                pending.append(arg)
                if self._next_takes_all(pending):
                    pending += args
                    args = []
            elif arg == "--":
                only_positionals = True
            else:
                pending = self._consume(pending, False)
                args = self._option(arg, args)
        pending = self._consume(pending, True)
        self.rest += pending
        self._check_required()
        return self.rest

    def _next_takes_all(self, pending):
        """Whether the positional that takes the last argument also takes all that follow."""
        n = len(pending) - 1
        for action in self.positionals:
            if action.nargs in (PARSER, REMAINDER):
                return n >= 0
            if action.nargs not in (None,) and not isinstance(action.nargs, int):
                return False
            n -= 1 if action.nargs is None else action.nargs
        return False

    def _is_option(self, arg):
        if not arg or arg[0] not in self.parser.prefix_chars:
            return False
        if arg in self.parser._by_option or arg == "--":
            return True
        if len(arg) == 1 or " " in arg:
            return False
        number = arg[1:].replace(".", "", 1).replace("_", "")
        if number.isdecimal() and not any(name[1:2].isdecimal() for name in self.parser._by_option):
            return False
        return True

    def _option(self, arg, args):
        """Takes an option with its arguments; returns what is left."""
        parser = self.parser
        action, name, explicit = self._find(arg)
        if action is None:
            self.rest.append(arg)
            return args
        while explicit is not None and action.nargs == 0:
            # Several letters behind one hyphen, the last of which may take an argument.
            is_short = name[1:2] not in parser.prefix_chars
            following = name[0] + explicit[0] if explicit else ""
            if not is_short or not explicit or following not in parser._by_option:
                raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
            self._take(action, [], name)
            name, action = following, parser._by_option[following]
            explicit = explicit[1:] or None
            if explicit and explicit.startswith("="):
                explicit = explicit[1:]
        if explicit is not None:
            values = [explicit]
            n = 1
            if action.nargs not in (None, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, 1):
                raise ArgumentError(action, self._expected(action))
            self._take(action, values, name)
            return args
        limit = next((i for i, each in enumerate(args) if self._is_option(each)), len(args))
        n = self._count(action, limit)
        if n is None:
            raise ArgumentError(action, self._expected(action))
        if action.nargs in (PARSER, REMAINDER):
            n = len(args)
        self._take(action, args[:n], name)
        return args[n:]

    def _find(self, arg):
        known = self.parser._by_option
        if arg in known:
            return known[arg], arg, None
        name, has_value, value = arg.partition("=")
        if has_value and name in known:
            return known[name], name, value
        if arg[1] in self.parser.prefix_chars:
            if self.parser.allow_abbrev:
                found = [each for each in known if each.startswith(name)]
                if len(found) > 1 and len({id(known[each]) for each in found}) > 1:
                    shown = ", ".join(found)
                    raise ArgumentError(None, f"ambiguous option: {arg} could match {shown}")
                if found:
                    return known[found[0]], found[0], value if has_value else None
        elif arg[:2] in known:
            rest = arg[2:]
            takes_value = known[arg[:2]].nargs != 0
            return known[arg[:2]], arg[:2], rest[1:] if takes_value and rest.startswith("=") else rest
        return None, arg, None

    @staticmethod
    def _count(action, n):
        """How many of n arguments an action takes; `None` if that is too few."""
        nargs = action.nargs
        if nargs is None:
            return 1 if n >= 1 else None
        if isinstance(nargs, int):
            return nargs if n >= nargs else None
        if nargs == OPTIONAL:
            return min(n, 1)
        if nargs in (ZERO_OR_MORE, REMAINDER):
            return n
        if nargs == SUPPRESS:
            return 0
        return n if n >= 1 else None

    @staticmethod
    def _expected(action):
        nargs = action.nargs
        if isinstance(nargs, int):
            return f"expected {nargs} argument{'s' if nargs != 1 else ''}"
        return {None: "expected one argument", OPTIONAL: "expected at most one argument"}.get(
            nargs, "expected at least one argument"
        )

    @staticmethod
    def _least(action):
        nargs = action.nargs
        return nargs if isinstance(nargs, int) else 1 if nargs in (None, ONE_OR_MORE, PARSER) else 0

    def _consume(self, pending, is_end):
        """Gives arguments to positionals: as many as can be sure of theirs, each as many as it may."""
        while self.positionals:
            action = self.positionals[0]
            if not is_end and not pending and self._least(action) == 0:
                break
            reserve = 0
            for other in self.positionals[1:]:
                if reserve + self._least(other) + self._least(action) > len(pending):
                    break
                reserve += self._least(other)
            n = self._count(action, len(pending) - reserve)
            if n is None:
                break
            if not is_end and n == 0:
                break
            self.positionals.pop(0)
            self._take(action, pending[:n], None)
            pending = pending[n:]
        if not is_end:
            self.rest += pending if not self.positionals else []
            return [] if not self.positionals else pending
        return pending

    def _take(self, action, texts, name):
        parser = self.parser
        values = self._values(action, texts)
        self.given.add(id(action))
        if values is not action.default or texts or action.nargs == 0:
            for group in parser._exclusive:
                if action in group._group_actions:
                    for other in group._group_actions:
                        if other is not action and other in self.seen:
                            raise ArgumentError(action, f"not allowed with argument {_argument_name(other)}")
            self.seen.append(action)
        if values is not SUPPRESS:
            action(parser, self.namespace, values, name)

    def _values(self, action, texts):
        parser, nargs = self.parser, action.nargs
        if nargs == OPTIONAL and not texts:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = parser._value(action, value)
                if action.option_strings:
                    parser._check_choice(action, value)
            return value
        if nargs == ZERO_OR_MORE and not texts and not action.option_strings:
            return [] if action.default is None else action.default
        if nargs is None or nargs == OPTIONAL:
            value = parser._value(action, texts[0])
            parser._check_choice(action, value)
            return value
        values = [parser._value(action, text) for text in texts]
        if nargs == PARSER:
            parser._check_choice(action, values[0])
        elif nargs != REMAINDER:
            for value in values:
                parser._check_choice(action, value)
        return values

    def _check_required(self):
        parser, namespace = self.parser, self.namespace
        missing = []
        for action in parser._actions:
            if id(action) in self.given:
                continue
            if action.required:
                missing.append(_argument_name(action))
            elif isinstance(action.default, str) and getattr(namespace, action.dest, None) is action.default:
                setattr(namespace, action.dest, parser._value(action, action.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in parser._exclusive:
            members = group._group_actions
            if group.required and not any(action in self.seen for action in members):
                names = [_argument_name(action) for action in members if action.help is not SUPPRESS]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")
