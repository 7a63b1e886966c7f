//! Reads what `tests/oracle/record.py` wrote; the format is described there.

use std::path::Path;

/// What a program did, on CPython or on the engine.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: Vec<u8>,
    pub(crate) exit: i32,
    /// The virtual clock at the end, in nanoseconds since the start.
    pub(crate) clock_ns: u128,
}

/// A program's recording.
#[derive(Debug)]
pub(crate) struct Recording {
    pub(crate) source_hash: u64,
    pub(crate) outcome: Outcome,
}

impl Recording {
    /// Reads the recording that stands beside a program.
    ///
    /// # Panics
    ///
    /// If there is none, or it isn't one.
    pub(crate) fn beside(program: &Path) -> Self {
        let path = program.with_extension("recorded");
        let text =
            std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        parse(&text).unwrap_or_else(|| panic!("{} is not a recording", path.display()))
    }
}

/// Hashes a program's bytes: 64-bit FNV-1a, as the recorder does.
pub(crate) fn source_hash(source: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    source.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

fn parse(text: &[u8]) -> Option<Recording> {
    let mut lines = text
        .strip_suffix(b"\n")?
        .split(|&byte| byte == b'\n')
        .peekable();
    let mut field = |name: &str| {
        let line = std::str::from_utf8(lines.next()?).ok()?;
        line.strip_prefix(name)?.strip_prefix(':').map(str::trim)
    };
    field("python")?;
    let source_hash = u64::from_str_radix(field("source")?, 16).ok()?;
    let exit = field("exit")?.parse().ok()?;
    let clock_ns = field("clock_ns")?.parse().ok()?;
    let mut stream = |name: &[u8]| {
        (lines.next()? == name).then_some(())?;
        let mut bytes = Vec::new();
        while let Some(line) = lines.next_if(|line| line.starts_with(b"|")) {
            bytes.extend_from_slice(&line[1..]);
            bytes.push(b'\n');
        }
        if lines.next_if(|line| line.starts_with(b"\\")).is_some() {
            bytes.pop();
        }
        Some(bytes)
    };
    let (stdout, stderr) = (stream(b"stdout:")?, stream(b"stderr:")?);
    lines.next().is_none().then_some(Recording {
        source_hash,
        outcome: Outcome {
            stdout,
            stderr,
            exit,
            clock_ns,
        },
    })
}

#[test]
fn a_recording_is_read_back() {
    let text = b"python: 3.14.0\nsource: 00000000000000ff\nexit: 1\nclock_ns: 5\nstdout:\n|a\n||b\n\\no newline\nstderr:\n|x\n";
    let read = parse(text).expect("it is well-formed");
    assert_eq!(read.source_hash, 255);
    let expected = Outcome {
        stdout: b"a\n|b".to_vec(),
        stderr: b"x\n".to_vec(),
        exit: 1,
        clock_ns: 5,
    };
    assert_eq!(read.outcome, expected);
    assert!(parse(b"python: 3.14.0\n").is_none());
}

#[test]
fn the_hash_is_fnv_1a() {
    assert_eq!(source_hash(b""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(source_hash(b"foobar"), 0x8594_4171_f739_67e8);
}
