"""What a run of tests came to."""

import traceback


def failfast(method):
    """A method after which a run that stops at the first failure stops."""

    def reporting(self, *args, **keywords):
        if self.failfast:
            self.stop()
        return method(self, *args, **keywords)

    return reporting


class TestResult:
    """Collects errors, failures and skips. Each is a pair: the test and the text of what happened."""

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.collectedDurations = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False

    def printErrors(self):
        """For subclasses: called when the run is over."""

    def startTest(self, test):
        """A test begins."""
        self.testsRun += 1

    def stopTest(self, test):
        """A test has ended."""

    def startTestRun(self):
        """The first test is about to begin."""

    def stopTestRun(self):
        """The last test has ended."""

    @failfast
    def addError(self, test, err):
        """A test raised something else than a failure."""
        self.errors.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addFailure(self, test, err):
        """A test's assertion was wrong."""
        self.failures.append((test, self._exc_info_to_string(err, test)))

    def addSubTest(self, test, subtest, err):
        """A part of a test has ended; `err` is `None` if it went well."""
        if err is None:
            return
        if getattr(self, "failfast", False):
            self.stop()
        is_failure = issubclass(err[0], test.failureException)
        (self.failures if is_failure else self.errors).append(
            (subtest, self._exc_info_to_string(err, test))
        )

    def addSuccess(self, test):
        """A test went well."""

    def addSkip(self, test, reason):
        """A test was not run."""
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        """A test failed as it was expected to."""
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        """A test went well that was expected to fail."""
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        """How long a test took, in seconds."""
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        """Whether nothing went wrong."""
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        """No further test is to begin."""
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        kind, error, frames = err
        return "".join(traceback.format_exception(kind, error, error.__traceback__))

    def __repr__(self):
        kind = type(self)
        return (
            f"<{kind.__module__}.{kind.__qualname__} run={self.testsRun} "
            f"errors={len(self.errors)} failures={len(self.failures)}>"
        )
