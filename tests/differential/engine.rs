//! Runs programs on the engine, through the command line.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::recording::Outcome;

/// How often a running program is looked at, and how many times before it is given up: 60 s.
const LOOK_EVERY: Duration = Duration::from_millis(5);
const LOOKS_MAX: u32 = 12_000;

/// The `loopscope` binary.
#[derive(Debug)]
pub(crate) struct Engine {
    binary: PathBuf,
    scratch: PathBuf,
}

impl Engine {
    /// Takes the binary that `LOOPSCOPE_BIN` names, or else builds it.
    ///
    /// # Panics
    ///
    /// If it can't be built.
    pub(crate) fn build() -> Self {
        let scratch = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("differential");
        std::fs::create_dir_all(&scratch).expect("the target directory can be written");
        let binary = std::env::var_os("LOOPSCOPE_BIN").map_or_else(build, PathBuf::from);
        Self { binary, scratch }
    }

    /// Runs a program as `loopscope run case.py` in its own directory, as it was recorded.
    ///
    /// # Errors
    ///
    /// Says in words why there is no outcome: no end in sight, or no report.
    pub(crate) fn run(&self, program: &Path) -> Result<Outcome, String> {
        let directory = program.parent().expect("programs lie in topics");
        let name = program.file_name().expect("programs are files");
        let unique =
            format!("{}-{}", directory.display(), name.display()).replace(['/', '\\', ':'], "_");
        let place = |ending: &str| self.scratch.join(format!("{unique}.{ending}"));
        let (stdout, stderr, report) = (place("stdout"), place("stderr"), place("report"));
        let _ = std::fs::remove_file(&report);
        let create = |path: &Path| File::create(path).expect("the target directory can be written");
        let mut child = Command::new(&self.binary)
            .arg("run")
            .arg("--report")
            .arg(&report)
            .arg(name)
            .current_dir(directory)
            .stdin(Stdio::null())
            .stdout(create(&stdout))
            .stderr(create(&stderr))
            .spawn()
            .map_err(|error| format!("  {}: {error}\n", self.binary.display()))?;
        let exit = wait(&mut child)?;
        let read = |path: &Path| std::fs::read(path).unwrap_or_default();
        let report = String::from_utf8_lossy(&read(&report)).into_owned();
        let stderr = read(&stderr);
        let clock_ns = number_in(&report, "clock_ns").ok_or_else(|| {
            format!(
                "  exit status {exit}, and no clock_ns in the report; it said: {}\n",
                String::from_utf8_lossy(&stderr)
            )
        })?;
        Ok(Outcome {
            stdout: read(&stdout),
            stderr,
            exit,
            clock_ns,
        })
    }
}

fn build() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let profile = if cfg!(debug_assertions) {
        "dev"
    } else {
        "release"
    };
    let built = Command::new(env!("CARGO"))
        .args([
            "build",
            "--quiet",
            "--package",
            "loopscope-cli",
            "--profile",
            profile,
        ])
        .current_dir(root)
        .status()
        .expect("cargo runs this test, so it can run again");
    assert!(built.success(), "the command line doesn't build");
    // Where this test's own scratch directory lies, the binaries of its profile lie too:
    // target/tmp, target/debug.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .parent()
        .expect("tmp lies in the target directory");
    target
        .join(if profile == "dev" { "debug" } else { "release" })
        .join("loopscope")
        .with_extension(std::env::consts::EXE_EXTENSION)
}

/// Waits for the end; a program that runs too long is killed.
fn wait(child: &mut Child) -> Result<i32, String> {
    for _ in 0..LOOKS_MAX {
        if let Some(status) = child.try_wait().expect("the child is ours") {
            return status
                .code()
                .ok_or_else(|| format!("  ended by a signal: {status}\n"));
        }
        std::thread::sleep(LOOK_EVERY);
    }
    child.kill().expect("the child is ours");
    child.wait().expect("the child is ours");
    Err("  no end in sight\n".to_owned())
}

/// Finds an integer by its key in the report, a flat JSON object.
fn number_in(report: &str, key: &str) -> Option<u128> {
    let (_, rest) = report.split_once(&format!("\"{key}\""))?;
    let digits = rest.trim_start().strip_prefix(':')?.trim_start();
    let end = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    digits[..end].parse().ok()
}

#[test]
fn numbers_are_found_in_a_report() {
    assert_eq!(
        number_in(r#"{"exit": 0, "clock_ns": 1500, "hash": "x"}"#, "clock_ns"),
        Some(1500)
    );
    assert_eq!(number_in("{}", "clock_ns"), None);
}
