//! What is around a program: signals, the latency of the network, the simulated web. CPython can't
//! decide these: what is expected here was written by hand.

use loopscope_simulator::{Options, Settings, Simulator, Status, StepKind, Stream};

const PLENTY: u64 = 50_000_000;
const SECOND: u64 = 1_000_000_000;

fn simulator(source: &str, world: Settings) -> Simulator {
    let options = Options {
        world,
        ..Options::default()
    };
    Simulator::new(source, options)
}

fn printed(simulator: &Simulator) -> String {
    let pieces = simulator.console(0, usize::MAX).items;
    pieces.into_iter().map(|piece| piece.text).collect()
}

/// What a program prints, with a table of the web.
fn check_web(web: &str, source: &str, expected: &str) {
    let world = Settings {
        web: web.to_owned(),
        ..Settings::default()
    };
    let mut simulator = simulator(source, world);
    simulator.step(StepKind::End, PLENTY);
    assert_eq!(printed(&simulator), expected);
}

const TICKER: &str = "
import asyncio

async def main():
    try:
        for n in range(10):
            print('tick', n)
            await asyncio.sleep(1)
    finally:
        print('cleaned up')

try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted')
";

#[test]
fn a_signal_that_was_set_comes_at_its_time() {
    let world = Settings {
        signals: vec![(2 * SECOND + SECOND / 2, 2)],
        ..Settings::default()
    };
    let mut simulator = simulator(TICKER, world);
    assert_eq!(simulator.step(StepKind::End, PLENTY), Status::Finished);
    assert_eq!(
        printed(&simulator),
        "tick 0\ntick 1\ntick 2\ncleaned up\ninterrupted\n"
    );
    assert_eq!(simulator.clock_ns(), 2 * SECOND + SECOND / 2);
}

#[test]
fn a_signal_is_part_of_the_run() {
    let mut simulator = simulator(TICKER, Settings::default());
    for _ in 0..3 {
        simulator.step(StepKind::Tick, PLENTY);
    }
    let (position, before) = (simulator.position(), simulator.hash());
    assert!(simulator.signal("SIGINT"));
    assert_eq!(
        simulator.hash(),
        before,
        "it comes when the program goes on"
    );
    simulator.step(StepKind::End, PLENTY);
    let (end, after) = (printed(&simulator), simulator.hash());
    assert!(end.ends_with("tick 2\ncleaned up\ninterrupted\n"), "{end}");

    simulator.back(StepKind::End, PLENTY);
    assert_eq!((simulator.position(), simulator.hash()), (position, before));
    simulator.step(StepKind::Line, PLENTY);
    simulator.seek(0, PLENTY);
    simulator.step(StepKind::End, PLENTY);
    assert_eq!((printed(&simulator), simulator.hash()), (end, after));

    // An earlier signal begins another future; a new start has none.
    simulator.seek(0, PLENTY);
    simulator.step(StepKind::Tick, PLENTY);
    assert!(simulator.signal("INT"));
    simulator.step(StepKind::End, PLENTY);
    assert_eq!(printed(&simulator), "tick 0\ncleaned up\ninterrupted\n");
    simulator.reset();
    simulator.step(StepKind::End, PLENTY);
    assert!(printed(&simulator).ends_with("tick 9\ncleaned up\n"));
    assert!(!simulator.signal("SIGINT"), "the program has ended");
    assert!(!simulator.signal("SIGNOTHING"));
}

#[test]
fn a_signal_reaches_python_code_and_what_waits_for_ever() {
    let busy = "n = 0\ntry:\n    while True:\n        n += 1\nexcept KeyboardInterrupt:\n    print('out')\n";
    let mut simulator_ = simulator(busy, Settings::default());
    assert_eq!(simulator_.step(StepKind::End, 1000), Status::Running);
    assert!(simulator_.signal("SIGINT"));
    assert_eq!(simulator_.step(StepKind::End, PLENTY), Status::Finished);
    assert_eq!(printed(&simulator_), "out\n");

    let server = "
import asyncio

async def main():
    server = await asyncio.start_server(print, '127.0.0.1', 8888)
    await server.serve_forever()

try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('Server stopped')
";
    let mut waiting = simulator(server, Settings::default());
    assert_eq!(waiting.step(StepKind::End, PLENTY), Status::Stalled);
    assert!(waiting.signal("SIGINT"));
    assert_eq!(waiting.step(StepKind::End, PLENTY), Status::Finished);
    assert_eq!(printed(&waiting), "Server stopped\n");

    let mut ended = simulator("import time\ntime.sleep(5)\n", Settings::default());
    ended.step(StepKind::Line, PLENTY);
    assert!(ended.signal("SIGTERM"));
    assert_eq!(ended.step(StepKind::End, PLENTY), Status::Failed);
    assert_eq!(ended.exit_code(), Some(143));
}

const ECHO: &str = "
import asyncio

def now():
    return f'{asyncio.get_running_loop().time():.3f}'

async def handle(reader, writer):
    line = await reader.readline()
    print(now(), 'server got', line)
    writer.write(b'y' * 1000)
    writer.close()

async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 8888)
    reader, writer = await asyncio.open_connection('127.0.0.1', 8888)
    print(now(), 'connected')
    writer.write(b'hello\\n')
    data = await reader.read()
    print(now(), 'client got', len(data))

asyncio.run(main())
";

#[test]
fn the_network_takes_its_time() {
    let world = Settings {
        latency_ns: SECOND / 10,
        bytes_per_second: 1000,
        ..Settings::default()
    };
    let mut simulator = simulator(ECHO, world);
    let mut seen = Vec::new();
    while simulator.step(StepKind::Tick, PLENTY) == Status::Paused {
        let waiting = simulator.waiting(0, 10).items;
        seen.extend(waiting.into_iter().filter_map(|task| task.waiting_for));
    }
    // A wish and its answer are no bytes: the way there and back. Then six bytes at a thousand in a
    // second and the way; then a thousand.
    assert_eq!(
        printed(&simulator),
        "0.200 connected\n0.306 server got b'hello\\n'\n1.406 client got 1000\n"
    );
    assert!(seen.contains(&"the connection with 127.0.0.1:8888".to_owned()));
    assert!(seen.contains(&"data from 127.0.0.1:8888".to_owned()));
    assert!(seen.contains(&"data from 127.0.0.1:50000".to_owned()));
}

#[test]
fn every_handle_of_the_network_has_a_cause() {
    let mut simulator = simulator(ECHO, Settings::default());
    let mut causes = Vec::new();
    while simulator.step(StepKind::Turn, PLENTY) == Status::Paused {
        let ready = simulator.ready(0, 10).items;
        causes.extend(ready.into_iter().map(|handle| handle.cause));
    }
    for expected in [
        "a connection was asked for at line 15",
        "data was sent at line 17",
        "data was sent at line 10",
        // The transport closes its socket in a callback, which is at no line of the program.
        "the other end closed",
    ] {
        assert!(
            causes.iter().any(|cause| cause == expected),
            "{expected}: {causes:?}"
        );
    }
}

const CLIENT: &str = "
import asyncio
import aiohttp

async def main():
    async with aiohttp.ClientSession() as session:
        for url in URLS:
            try:
                async with session.get(url, timeout=aiohttp.ClientTimeout(total=5)) as response:
                    response.raise_for_status()
                    print(response.status, await response.text())
            except (aiohttp.ClientError, asyncio.TimeoutError) as error:
                print(type(error).__name__, error)
        print(f'{asyncio.get_running_loop().time():.3f}')

asyncio.run(main())
";

#[test]
fn the_web_answers_from_its_table() {
    let table = r#"{
        "https://one.example/": {"latency": 0.5, "json": {"a": [1, 2]}},
        "https://two.example/*/x": "plain text",
        "POST https://three.example/": {"status": 201},
        "https://three.example/*": [{"status": 503, "latency": 1}, {"body": "at last", "latency": 1}],
        "https://down.example": {"failure": "refused", "latency": 0},
        "https://gone.example": {"failure": "unknown host", "latency": 0},
        "https://mute.example": {"failure": "timeout"},
        "https://slow.example": {"latency": 60}
    }"#;
    let urls = "URLS = ['https://one.example', 'https://two.example/a/b/x?q=1', 'https://three.example/', \
                'https://three.example/', 'https://three.example/', 'https://down.example', \
                'https://gone.example', 'https://mute.example', 'https://slow.example']\n";
    check_web(
        table,
        &format!("{urls}{CLIENT}"),
        "200 {\"a\": [1, 2]}\n\
         200 plain text\n\
         ClientResponseError 503, message='Service Unavailable', url='https://three.example/'\n\
         200 at last\n\
         200 at last\n\
         ClientConnectorError Cannot connect to host down.example:443 ssl:default \
         [Connect call failed ('down.example', 443)]\n\
         ClientConnectorDNSError Cannot connect to host gone.example:443 ssl:default \
         [Name or service not known]\n\
         TimeoutError \n\
         TimeoutError \n\
         13.649\n",
    );
}

#[test]
fn unknown_urls_get_a_friendly_answer() {
    let source = "URLS = ['https://example.com/', 'https://api.example.com/users/3']\n";
    check_web(
        "",
        &format!("{source}{CLIENT}"),
        "200 <!doctype html>\n\
         <html><head><title>example.com</title></head>\n\
         <body><h1>example.com</h1><p>A simulated answer of https://example.com/</p></body></html>\n\
         \n\
         200 {\"id\": 3, \"userId\": 1, \"name\": \"users 3\", \"title\": \"users 3\", \"url\": \
         \"https://api.example.com/users/3\", \"simulated\": true}\n\
         0.370\n",
    );
}

#[test]
fn a_connector_limits_how_many_ask_at_a_time() {
    let table = r#"{"*": {"latency": 1, "body": "ok"}}"#;
    check_web(
        table,
        "
import aiohttp, asyncio

async def fetch(session, n):
    async with session.get(f'https://example.com/{n}') as response:
        await response.text()
        print(n, asyncio.get_running_loop().time())

async def main():
    connector = aiohttp.TCPConnector(limit=2)
    async with aiohttp.ClientSession(connector=connector) as session:
        await asyncio.gather(*(fetch(session, n) for n in range(5)))

asyncio.run(main())
",
        "0 1.0\n1 1.0\n2 2.0\n3 2.0\n4 3.0\n",
    );
}

#[test]
fn blocking_clients_block() {
    let table = r#"{"https://a.example/*": {"latency": 2, "body": "two seconds"},
                    "https://bad.example/*": {"latency": 1, "status": 404, "body": "not here"}}"#;
    check_web(
        table,
        "
import time, urllib.request, urllib.error, requests, httpx

with urllib.request.urlopen('https://a.example/x') as answer:
    print(answer.status, answer.read(), time.monotonic())
try:
    urllib.request.urlopen('https://bad.example/')
except urllib.error.HTTPError as error:
    print(error, error.read(), time.monotonic())
answer = requests.get('https://a.example/y')
print(answer.status_code, answer.text, time.monotonic())
try:
    requests.get('https://a.example/y', timeout=0.5)
except requests.Timeout as error:
    print(error, time.monotonic())
print(httpx.get('https://bad.example/').is_error, time.monotonic())
try:
    httpx.get('https://bad.example/z').raise_for_status()
except httpx.HTTPStatusError as error:
    print(str(error).splitlines()[0])
",
        "200 b'two seconds' 2.0\n\
         HTTP Error 404: Not Found b'not here' 3.0\n\
         200 two seconds 5.0\n\
         HTTPSConnectionPool(host='a.example', port=443): Read timed out. (read timeout=0.5) 5.5\n\
         True 6.5\n\
         Client error '404 Not Found' for url 'https://bad.example/z'\n",
    );
}

#[test]
fn httpx_awaits() {
    let table = r#"{"https://fast.example": {"latency": 1, "body": "fast"},
                    "https://slow.example": {"latency": 9},
                    "https://down.example": {"failure": "refused", "latency": 0}}"#;
    check_web(
        table,
        "
import asyncio, httpx

async def main():
    async with httpx.AsyncClient() as client:
        for url in ('https://fast.example', 'https://slow.example', 'https://down.example'):
            try:
                answer = await client.get(url)
                print(answer, answer.text, answer.elapsed)
            except httpx.TimeoutException as error:
                print(type(error).__name__, error.request)
            except httpx.RequestError as error:
                print(type(error).__name__, error)
        async with client.stream('GET', 'https://fast.example') as answer:
            print([chunk async for chunk in answer.aiter_bytes(3)])
    print(asyncio.get_running_loop().time())

asyncio.run(main())
",
        "<Response [200 OK]> fast 0:00:01\n\
         ReadTimeout <Request('GET', 'https://slow.example')>\n\
         ConnectError All connection attempts failed\n\
         [b'fas', b't']\n\
         7.0\n",
    );
}

#[test]
fn nothing_goes_to_standard_error() {
    let mut simulator = simulator(ECHO, Settings::default());
    simulator.step(StepKind::End, PLENTY);
    let pieces = simulator.console(0, usize::MAX).items;
    assert!(pieces.iter().all(|piece| piece.stream == Stream::Stdout));
}
