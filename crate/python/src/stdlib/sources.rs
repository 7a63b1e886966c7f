//! The library's modules that are written in Python. The page fetches them; the command line has
//! them built in.

/// The module written in Python that no program does without.
const ALWAYS: &[(&str, &str)] = &[("sys", include_str!("py/sys.py"))];

/// The others: name and source.
#[cfg(feature = "library")]
const LIBRARY: &[(&str, &str)] = &[
    ("__future__", include_str!("py/__future__.py")),
    ("_calendar", include_str!("py/_calendar.py")),
    ("_dates", include_str!("py/_dates.py")),
    ("_files", include_str!("py/_files.py")),
    ("_network", include_str!("py/_network.py")),
    ("_regex_machine", include_str!("py/_regex_machine.py")),
    ("_regex_parser", include_str!("py/_regex_parser.py")),
    ("_strptime", include_str!("py/_strptime.py")),
    ("_weakrefset", include_str!("py/_weakrefset.py")),
    ("_web", include_str!("py/_web.py")),
    ("abc", include_str!("py/abc.py")),
    ("aiohttp", include_str!("py/aiohttp.py")),
    ("argparse", include_str!("py/argparse.py")),
    ("atexit", include_str!("py/atexit.py")),
    ("base64", include_str!("py/base64.py")),
    ("binascii", include_str!("py/binascii.py")),
    ("bisect", include_str!("py/bisect.py")),
    ("collections", include_str!("py/collections.py")),
    ("collections.abc", include_str!("py/collections_abc.py")),
    ("concurrent", include_str!("py/concurrent.py")),
    (
        "concurrent.futures",
        include_str!("py/concurrent_futures.py"),
    ),
    ("contextlib", include_str!("py/contextlib.py")),
    ("copy", include_str!("py/copy.py")),
    ("csv", include_str!("py/csv.py")),
    ("dataclasses", include_str!("py/dataclasses.py")),
    ("datetime", include_str!("py/datetime.py")),
    ("enum", include_str!("py/enum.py")),
    ("errno", include_str!("py/errno.py")),
    ("fnmatch", include_str!("py/fnmatch.py")),
    ("fractions", include_str!("py/fractions.py")),
    ("functools", include_str!("py/functools.py")),
    ("gc", include_str!("py/gc.py")),
    ("hashlib", include_str!("py/hashlib.py")),
    ("heapq", include_str!("py/heapq.py")),
    ("hmac", include_str!("py/hmac.py")),
    ("html", include_str!("py/html.py")),
    ("http", include_str!("py/http.py")),
    ("httpx", include_str!("py/httpx.py")),
    ("importlib", include_str!("py/importlib.py")),
    ("importlib.util", include_str!("py/importlib_util.py")),
    ("inspect", include_str!("py/inspect.py")),
    ("io", include_str!("py/io.py")),
    ("itertools", include_str!("py/itertools.py")),
    ("json", include_str!("py/json.py")),
    ("logging", include_str!("py/logging.py")),
    ("logging.handlers", include_str!("py/logging_handlers.py")),
    ("math", include_str!("py/math.py")),
    ("numbers", include_str!("py/numbers.py")),
    ("operator", include_str!("py/operator.py")),
    ("os", include_str!("py/os.py")),
    ("pathlib", include_str!("py/pathlib.py")),
    ("platform", include_str!("py/platform.py")),
    ("posixpath", include_str!("py/posixpath.py")),
    ("pprint", include_str!("py/pprint.py")),
    ("queue", include_str!("py/queue.py")),
    ("random", include_str!("py/random.py")),
    ("re", include_str!("py/re.py")),
    ("requests", include_str!("py/requests.py")),
    (
        "requests.exceptions",
        include_str!("py/requests_exceptions.py"),
    ),
    ("secrets", include_str!("py/secrets.py")),
    ("selectors", include_str!("py/selectors.py")),
    ("shlex", include_str!("py/shlex.py")),
    ("shutil", include_str!("py/shutil.py")),
    ("signal", include_str!("py/signal.py")),
    ("socket", include_str!("py/socket.py")),
    ("statistics", include_str!("py/statistics.py")),
    ("string", include_str!("py/string.py")),
    (
        "string.templatelib",
        include_str!("py/string_templatelib.py"),
    ),
    ("struct", include_str!("py/struct.py")),
    ("tempfile", include_str!("py/tempfile.py")),
    ("textwrap", include_str!("py/textwrap.py")),
    ("threading", include_str!("py/threading.py")),
    ("timeit", include_str!("py/timeit.py")),
    ("traceback", include_str!("py/traceback.py")),
    ("types", include_str!("py/types.py")),
    ("typing", include_str!("py/typing.py")),
    ("unittest", include_str!("py/unittest.py")),
    ("unittest._log", include_str!("py/unittest__log.py")),
    (
        "unittest._mock_calls",
        include_str!("py/unittest__mock_calls.py"),
    ),
    (
        "unittest._mock_patch",
        include_str!("py/unittest__mock_patch.py"),
    ),
    (
        "unittest.async_case",
        include_str!("py/unittest_async_case.py"),
    ),
    ("unittest.case", include_str!("py/unittest_case.py")),
    ("unittest.loader", include_str!("py/unittest_loader.py")),
    ("unittest.main", include_str!("py/unittest_main.py")),
    ("unittest.mock", include_str!("py/unittest_mock.py")),
    ("unittest.result", include_str!("py/unittest_result.py")),
    ("unittest.runner", include_str!("py/unittest_runner.py")),
    ("unittest.suite", include_str!("py/unittest_suite.py")),
    ("unittest.util", include_str!("py/unittest_util.py")),
    ("urllib", include_str!("py/urllib.py")),
    ("urllib.error", include_str!("py/urllib_error.py")),
    ("urllib.parse", include_str!("py/urllib_parse.py")),
    ("urllib.request", include_str!("py/urllib_request.py")),
    ("uuid", include_str!("py/uuid.py")),
    ("warnings", include_str!("py/warnings.py")),
    ("weakref", include_str!("py/weakref.py")),
];
#[cfg(not(feature = "library"))]
const LIBRARY: &[(&str, &str)] = &[];

/// The source of a module of this library; `None` if it has none of the name.
pub(crate) fn source(name: &str) -> Option<&'static str> {
    let mut known = ALWAYS.iter().chain(LIBRARY);
    known
        .find(|(module, _)| *module == name)
        .map(|(_, source)| *source)
}
