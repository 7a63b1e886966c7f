"""`datetime.now()` and `datetime.utcnow()` follow the virtual clock; `today()` already does, it asks `time.time`."""

import ctypes
import gc
import warnings
from datetime import datetime, timedelta, timezone

from .clock import EPOCH_NS, clock

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def _moment():
    return _EPOCH + timedelta(microseconds=(EPOCH_NS + clock.read()) // 1000)


def _now(cls, tz=None):
    moment = _moment()
    local = moment.replace(tzinfo=None) if tz is None else moment.astimezone(tz)
    return local if cls is datetime else cls.combine(local.date(), local.timetz())


def _utcnow(cls):
    warnings.warn(
        "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware "
        "objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).",
        DeprecationWarning,
        stacklevel=2,
    )
    return _now(cls)


def install():
    """Replaces two class methods of the C type in place, so that `datetime` stays the genuine class."""
    (methods,) = gc.get_referents(datetime.__dict__)
    methods["now"] = classmethod(_now)
    methods["utcnow"] = classmethod(_utcnow)
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(datetime))
