"""Tests put together."""

import sys

from unittest import case


def _call_if_exists(parent, name):
    function = getattr(parent, name, None)
    if function is not None:
        function()


class BaseTestSuite:
    """A number of tests, run one after the other."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} tests={list(self)}>"

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        """How many tests there are."""
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        """Takes a test, or a suite, in."""
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        """Takes several in."""
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        """Runs them."""
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._forget(index)
        return result

    def _forget(self, index):
        # What a test holds can go when it has run.
        test = self._tests[index]
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **keywords):
        return self.run(*args, **keywords)

    def debug(self):
        """Runs them without collecting errors."""
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """A suite that sets classes and modules up before their first test, and takes them down after the last."""

    def run(self, result, debug=False):
        """Runs the tests."""
        is_top = not getattr(result, "_testRunEntered", False)
        if is_top:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite):
                self._tear_class_down(test, result)
                self._handle_module(test, result)
                self._set_class_up(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, "_classSetupFailed", False) or getattr(
                    result, "_moduleSetUpFailed", False
                ):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._forget(index)
        if is_top:
            self._tear_class_down(None, result)
            self._tear_module_down(result)
            result._testRunEntered = False
        return result

    def debug(self):
        """Runs the tests without collecting errors."""
        self.run(_DebugResult(), True)

    def _set_class_up(self, test, result):
        kind = test.__class__
        if kind is getattr(result, "_previousTestClass", None) or getattr(result, "_moduleSetUpFailed", False):
            return
        if getattr(kind, "__unittest_skip__", False):
            return
        try:
            kind._classSetupFailed = False
        except TypeError:
            pass
        set_up = getattr(kind, "setUpClass", None)
        if set_up is None:
            return
        try:
            set_up()
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            kind._classSetupFailed = True
            self._add_error(result, error, "setUpClass", f"{kind.__module__}.{kind.__qualname__}")
            self._clean_class(kind, result, "setUpClass")

    def _tear_class_down(self, test, result):
        kind = getattr(result, "_previousTestClass", None)
        if kind is None or kind is test.__class__ or getattr(kind, "_classSetupFailed", False):
            return
        if getattr(result, "_moduleSetUpFailed", False) or getattr(kind, "__unittest_skip__", False):
            return
        tear_down = getattr(kind, "tearDownClass", None)
        if tear_down is None:
            return
        try:
            tear_down()
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            self._add_error(result, error, "tearDownClass", f"{kind.__module__}.{kind.__qualname__}")
        self._clean_class(kind, result, "tearDownClass")

    def _clean_class(self, kind, result, method):
        clean = getattr(kind, "doClassCleanups", None)
        if clean is not None:
            clean()
            for info in kind.tearDown_exceptions:
                self._add_error(result, info[1], method, f"{kind.__module__}.{kind.__qualname__}")

    def _handle_module(self, test, result):
        previous = getattr(result, "_previousTestClass", None)
        previous = previous.__module__ if previous is not None else None
        name = test.__class__.__module__
        if name == previous:
            return
        self._tear_module_down(result)
        result._moduleSetUpFailed = False
        module = sys.modules.get(name)
        try:
            _call_if_exists(module, "setUpModule")
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            result._moduleSetUpFailed = True
            self._add_error(result, error, "setUpModule", name)
            self._clean_module(result, "setUpModule", name)

    def _tear_module_down(self, result):
        previous = getattr(result, "_previousTestClass", None)
        if previous is None or getattr(result, "_moduleSetUpFailed", False):
            return
        name = previous.__module__
        module = sys.modules.get(name)
        if module is None:
            return
        try:
            _call_if_exists(module, "tearDownModule")
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            self._add_error(result, error, "tearDownModule", name)
        self._clean_module(result, "tearDownModule", name)

    def _clean_module(self, result, method, name):
        try:
            case.doModuleCleanups()
        except Exception as error:
            self._add_error(result, error, method, name)

    def _add_error(self, result, error, method, parent):
        holder = _ErrorHolder(f"{method} ({parent})")
        if isinstance(error, case.SkipTest):
            result.addSkip(holder, str(error))
        else:
            result.addError(holder, (type(error), error, error.__traceback__))


class _ErrorHolder:
    """Stands for a test where a set-up failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


class _DebugResult:
    """Lets errors through."""

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
