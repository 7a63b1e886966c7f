"""`assertLogs` and `assertNoLogs`."""

import collections
import logging

_Watched = collections.namedtuple("_LoggingWatcher", ["records", "output"])


class _Capture(logging.Handler):
    def __init__(self):
        super().__init__()
        self.watcher = _Watched([], [])

    def emit(self, record):
        self.watcher.records.append(record)
        self.watcher.output.append(self.format(record))


class AssertLogsContext:
    """Looks at what a logger gets while the block runs."""

    LOGGING_FORMAT = "%(levelname)s:%(name)s:%(message)s"

    def __init__(self, test_case, logger_name, level, no_logs):
        self.test_case = test_case
        self.logger_name = logger_name
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.no_logs = no_logs

    def __enter__(self):
        is_logger = isinstance(self.logger_name, logging.Logger)
        self.logger = self.logger_name if is_logger else logging.getLogger(self.logger_name)
        handler = _Capture()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter(self.LOGGING_FORMAT))
        self.watcher = handler.watcher
        self.old = self.logger.handlers[:], self.logger.level, self.logger.propagate
        self.logger.handlers = [handler]
        self.logger.setLevel(self.level)
        self.logger.propagate = False
        return None if self.no_logs else handler.watcher

    def __exit__(self, kind, error, tb):
        self.logger.handlers, level, self.logger.propagate = self.old
        self.logger.setLevel(level)
        if kind is not None:
            return False
        records = self.watcher.records
        if self.no_logs and records:
            self._fail(f"Unexpected logs found: {self.watcher.output!r}")
        elif not self.no_logs and not records:
            name = logging.getLevelName(self.level)
            self._fail(f"no logs of level {name} or higher triggered on {self.logger.name}")

    def _fail(self, message):
        raise self.test_case.failureException(message)
