"""What assertions need: short texts, differences of sequences, and the assertions themselves."""

MAX_LENGTH = 80
MIN_BEGIN_LENGTH = 5
PLACEHOLDER_LENGTH = 12
MIN_END_LENGTH = 5
MIN_COMMON_LENGTH = 5
MIN_DIFFERENCE_LENGTH = MAX_LENGTH - (
    MIN_BEGIN_LENGTH + PLACEHOLDER_LENGTH + MIN_COMMON_LENGTH + PLACEHOLDER_LENGTH + MIN_END_LENGTH
)


def _shorten(text, prefix_length, suffix_length):
    n_skipped = len(text) - prefix_length - suffix_length
    if n_skipped > PLACEHOLDER_LENGTH:
        return f"{text[:prefix_length]}[{n_skipped} chars]{text[len(text) - suffix_length:]}"
    return text


def safe_repr(obj, short=False):
    """`repr()` that never fails."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if not short or len(text) < MAX_LENGTH:
        return text
    return text[:MAX_LENGTH] + " [truncated]..."


def common_shorten_repr(*args):
    """The `repr()` of several values, what they have in common at the beginning made short."""
    args = tuple(map(safe_repr, args))
    longest = max(map(len, args))
    if longest <= MAX_LENGTH:
        return args
    n_common = 0
    while n_common < min(map(len, args)) and len({text[n_common] for text in args}) == 1:
        n_common += 1
    prefix = args[0][:n_common]
    n_kept = MAX_LENGTH - (longest - n_common + MIN_BEGIN_LENGTH + PLACEHOLDER_LENGTH)
    if n_kept > MIN_COMMON_LENGTH:
        prefix = _shorten(prefix, MIN_BEGIN_LENGTH, n_kept)
        return tuple(prefix + text[n_common:] for text in args)
    prefix = _shorten(prefix, MIN_BEGIN_LENGTH, MIN_COMMON_LENGTH)
    return tuple(
        prefix + _shorten(text[n_common:], MIN_DIFFERENCE_LENGTH, MIN_END_LENGTH) for text in args
    )


def strclass(cls):
    """Module and name of a class."""
    return f"{cls.__module__}.{cls.__qualname__}"


def unorderable_list_difference(expected, actual):
    """What is missing in `actual` and what is too much there; empties both."""
    missing = []
    while expected:
        item = expected.pop()
        try:
            actual.remove(item)
        except ValueError:
            missing.append(item)
    return missing, actual


class SequenceDifferences:
    """The assertions that compare, for `TestCase`."""

    def fail(self, msg=None):
        """Fails."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        return f"{standardMsg} : {msg if isinstance(msg, str) else safe_repr(msg)}"

    def _check(self, holds, msg, standardMsg):
        if not holds:
            self.fail(self._formatMessage(msg, standardMsg()))

    def assertTrue(self, expr, msg=None):
        """It is true."""
        self._check(expr, msg, lambda: f"{safe_repr(expr)} is not true")

    def assertFalse(self, expr, msg=None):
        """It is false."""
        self._check(not expr, msg, lambda: f"{safe_repr(expr)} is not false")

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                return getattr(self, function) if isinstance(function, str) else function
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        self._check(first == second, msg, lambda: "%s != %s" % common_shorten_repr(first, second))

    def assertEqual(self, first, second, msg=None):
        """They are equal."""
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        """They are not equal."""
        self._check(first != second, msg, lambda: f"{safe_repr(first)} == {safe_repr(second)}")

    def _is_almost(self, first, second, places, delta):
        if first == second:
            return True, ""
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, f"within {safe_repr(delta)} delta ({safe_repr(difference)} difference)"
        places = 7 if places is None else places
        return round(difference, places) == 0, f"within {places!r} places ({safe_repr(difference)} difference)"

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """They are equal but for rounding."""
        holds, how = self._is_almost(first, second, places, delta)
        self._check(holds, msg, lambda: f"{safe_repr(first)} != {safe_repr(second)} {how}")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """They differ by more than rounding."""
        holds, how = self._is_almost(first, second, places, delta)
        how = how.partition(" (")[0]
        self._check(not holds, msg, lambda: f"{safe_repr(first)} == {safe_repr(second)} {how}".rstrip())

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        """They have the same items in the same order."""
        name = seq_type.__name__ if seq_type is not None else "sequence"
        if seq_type is not None:
            for position, sequence in (("First", first), ("Second", second)):
                if not isinstance(sequence, seq_type):
                    raise self.failureException(f"{position} sequence is not a {name}: {safe_repr(sequence)}")
        if first == second:
            return
        one, other = common_shorten_repr(first, second)
        differing = f"{name.capitalize()}s differ: {one} != {other}\n"
        n_first, n_second = len(first), len(second)
        for index in range(min(n_first, n_second)):
            if first[index] != second[index]:
                one, other = common_shorten_repr(first[index], second[index])
                differing += f"\nFirst differing element {index}:\n{one}\n{other}\n"
                break
        else:
            if n_first == n_second and seq_type is None and type(first) != type(second):
                return
        if n_first != n_second:
            longer, which, other = (first, "First", n_second) if n_first > n_second else (second, "Second", n_first)
            n_more = abs(n_first - n_second)
            differing += f"\n{which} {name} contains {n_more} additional elements.\n"
            differing += f"First extra element {other}:\n{safe_repr(longer[other])}\n"
        self._fail_with_diff(differing, first, second, msg)

    def _fail_with_diff(self, standardMsg, first, second, msg):
        import difflib
        import pprint

        one, other = pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()
        diff = "\n" + "\n".join(difflib.ndiff(one, other))
        self.fail(self._formatMessage(msg, self._truncateMessage(standardMsg, diff)))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + f"\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it."

    def assertListEqual(self, list1, list2, msg=None):
        """Two lists are equal."""
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        """Two tuples are equal."""
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        """Two sets are equal."""
        lines = []
        for which, items in (("first", set1 - set2), ("second", set2 - set1)):
            if items:
                lines.append(f"Items in the {which} set but not the {'second' if which == 'first' else 'first'}:")
                lines.extend(map(repr, items))
        self._check(not lines, msg, lambda: "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        """Two dictionaries are equal."""
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            self._fail_with_diff("%s != %s" % common_shorten_repr(d1, d2), d1, d2, msg)

    def assertMultiLineEqual(self, first, second, msg=None):
        """Two texts are equal."""
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        import difflib

        standardMsg = "%s != %s" % common_shorten_repr(first, second)
        lines = first.splitlines(keepends=True), second.splitlines(keepends=True)
        if len(lines[0]) == 1 and first.strip("\r\n") == first:
            lines = [first + "\n"], [second + "\n"]
        diff = "\n" + "".join(difflib.ndiff(*lines))
        self.fail(self._formatMessage(msg, self._truncateMessage(standardMsg, diff)))

    def assertCountEqual(self, first, second, msg=None):
        """They have the same items, each as often, in any order."""
        missing, surplus = unorderable_list_difference(list(first), list(second))
        if not missing and not surplus:
            return
        lines = ["Element counts were not equal:"]
        seen = []
        for item in (*missing, *surplus):
            if item not in seen:
                seen.append(item)
                n_first, n_second = list(first).count(item), list(second).count(item)
                lines.append(f"First has {n_first}, Second has {n_second}:  {item!r}")
        self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertIn(self, member, container, msg=None):
        """It is in there."""
        self._check(member in container, msg, lambda: f"{safe_repr(member)} not found in {safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        """It is not in there."""
        self._check(
            member not in container, msg, lambda: f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}"
        )

    def assertIs(self, expr1, expr2, msg=None):
        """They are the same object."""
        self._check(expr1 is expr2, msg, lambda: f"{safe_repr(expr1)} is not {safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        """They are not the same object."""
        self._check(expr1 is not expr2, msg, lambda: f"unexpectedly identical: {safe_repr(expr1)}")

    def assertIsNone(self, obj, msg=None):
        """It is `None`."""
        self._check(obj is None, msg, lambda: f"{safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        """It is not `None`."""
        self._check(obj is not None, msg, lambda: "unexpectedly None")

    def assertLess(self, a, b, msg=None):
        """`a < b`"""
        self._check(a < b, msg, lambda: f"{safe_repr(a)} not less than {safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        """`a <= b`"""
        self._check(a <= b, msg, lambda: f"{safe_repr(a)} not less than or equal to {safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        """`a > b`"""
        self._check(a > b, msg, lambda: f"{safe_repr(a)} not greater than {safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        """`a >= b`"""
        self._check(a >= b, msg, lambda: f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}")

    def assertIsInstance(self, obj, cls, msg=None):
        """It is an instance of the class."""
        expected = f"an instance of {'any of ' if isinstance(cls, tuple) else ''}{cls!r}"
        self._check(isinstance(obj, cls), msg, lambda: f"{safe_repr(obj)} is not {expected}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        """It is no instance of the class."""
        self._check(not isinstance(obj, cls), msg, lambda: f"{safe_repr(obj)} is an instance of {cls!r}")

    def assertIsSubclass(self, cls, superclass, msg=None):
        """The class derives from the other."""
        self._check(
            isinstance(cls, type) and issubclass(cls, superclass),
            msg,
            lambda: f"{cls!r} is not {'a subclass of' if isinstance(cls, type) else 'a class'} {superclass!r}",
        )

    def assertNotIsSubclass(self, cls, superclass, msg=None):
        """The class does not derive from the other."""
        self._check(not issubclass(cls, superclass), msg, lambda: f"{cls!r} is a subclass of {superclass!r}")

    def assertHasAttr(self, obj, name, msg=None):
        """It has the attribute."""
        self._check(
            hasattr(obj, name), msg, lambda: f"{type(obj).__name__!r} object has no attribute {name!r}"
        )

    def assertNotHasAttr(self, obj, name, msg=None):
        """It has no such attribute."""
        self._check(
            not hasattr(obj, name), msg, lambda: f"{type(obj).__name__!r} object has unexpected attribute {name!r}"
        )

    def assertStartsWith(self, s, prefix, msg=None):
        """The text begins so."""
        self._check(s.startswith(prefix), msg, lambda: f"{safe_repr(s)} doesn't start with {safe_repr(prefix)}")

    def assertNotStartsWith(self, s, prefix, msg=None):
        """The text does not begin so."""
        self._check(not s.startswith(prefix), msg, lambda: f"{safe_repr(s)} starts with {safe_repr(prefix)}")

    def assertEndsWith(self, s, suffix, msg=None):
        """The text ends so."""
        self._check(s.endswith(suffix), msg, lambda: f"{safe_repr(s)} doesn't end with {safe_repr(suffix)}")

    def assertNotEndsWith(self, s, suffix, msg=None):
        """The text does not end so."""
        self._check(not s.endswith(suffix), msg, lambda: f"{safe_repr(s)} ends with {safe_repr(suffix)}")

    def assertRegex(self, text, expected_regex, msg=None):
        """The text matches."""
        import re

        pattern = re.compile(expected_regex)
        self._check(
            pattern.search(text), msg, lambda: f"Regex didn't match: {pattern.pattern!r} not found in {text!r}"
        )

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        """The text does not match."""
        import re

        match = re.search(unexpected_regex, text)
        self._check(
            not match,
            msg,
            lambda: f"Regex matched: {text[match.start():match.end()]!r} matches "
            f"{match.re.pattern!r} in {text!r}",
        )
