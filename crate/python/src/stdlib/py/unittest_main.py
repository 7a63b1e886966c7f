"""`unittest.main()`: the tests of a module as a program."""

import sys

from unittest import loader, runner

NO_TESTS_STATUS = 5


class TestProgram:
    """Runs the tests that the arguments name, or all of the module."""

    module = None
    verbosity = 1
    failfast = None
    buffer = None

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            __import__(module)
            self.module = sys.modules[module]
        else:
            self.module = module
        self.exit = exit
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.testRunner = testRunner or runner.TextTestRunner
        self.testLoader = testLoader
        names = self._read(sys.argv[1:] if argv is None else argv[1:])
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        if names:
            self.test = testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = testLoader.loadTestsFromModule(self.module)
        self.runTests()

    def _read(self, arguments):
        """Takes the options; returns the names of tests."""
        names = []
        arguments = iter(arguments)
        for argument in arguments:
            if argument in ("-v", "--verbose"):
                self.verbosity = 2
            elif argument in ("-q", "--quiet"):
                self.verbosity = 0
            elif argument in ("-f", "--failfast"):
                self.failfast = True
            elif argument in ("-b", "--buffer"):
                self.buffer = True
            elif argument == "-k":
                patterns = self.testLoader.testNamePatterns or []
                self.testLoader.testNamePatterns = [*patterns, next(arguments)]
            else:
                names.append(argument)
        return names

    def runTests(self):
        """Runs them and, if it is to, ends the program with the status that tells how it went."""
        if isinstance(self.testRunner, type):
            self.testRunner = self.testRunner(
                verbosity=self.verbosity, failfast=bool(self.failfast), buffer=bool(self.buffer),
                tb_locals=self.tb_locals,
            )
        self.result = self.testRunner.run(self.test)
        if self.exit:
            if self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(NO_TESTS_STATUS)
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
