//! Keeps the repository as ARCHITECTURE.md describes it: who may know whom, how long a file may be,
//! and what no file may contain. Every rule is an explicit list here, and is itself tested on a
//! small bad input, so that it can fail.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

/// Which of our crates a crate may depend on. The root package is the bindings.
const CRATE_LAYERS: &[(&str, &[&str])] = &[
    ("executor", &[]),
    ("fast", &[]),
    ("python", &["fast"]),
    ("asyncio", &["executor", "python"]),
    ("simulator", &["asyncio", "executor", "python"]),
    // Not for its code: it turns on the library modules that the page fetches instead.
    ("cli", &["python", "simulator"]),
    ("wasm", &["simulator"]),
];

/// Which modules of `crate/python` a module may name.
///
/// The compiler knows code only, and code knows nothing that runs. The heap stores suspended frames
/// and native functions take the machine, so `object`, `native` and `vm` name each other's types;
/// `vm` names `builtins` and `stdlib` where it loads them and for their fast paths.
const PYTHON_LAYERS: &[(&str, &[&str])] = &[
    ("bigint", &[]),
    ("decimal", &["bigint"]),
    ("elementary", &["bigint"]),
    ("hash", &[]),
    ("sorted", &[]),
    ("code", &["bigint", "hash"]),
    ("compile", &["bigint", "code", "decimal", "hash", "sorted"]),
    ("native", &["object", "raising", "vm"]),
    ("raising", &["object", "vm"]),
    (
        "object",
        &["bigint", "code", "hash", "native", "sorted", "vm"],
    ),
    (
        "vm",
        &[
            "bigint", "builtins", "code", "compile", "hash", "native", "object", "raising",
            "sorted", "stdlib",
        ],
    ),
    (
        "builtins",
        &[
            "bigint",
            "code",
            "decimal",
            "elementary",
            "hash",
            "native",
            "object",
            "vm",
        ],
    ),
    (
        "stdlib",
        &[
            "bigint",
            "builtins",
            "code",
            "elementary",
            "hash",
            "native",
            "object",
            "vm",
        ],
    ),
];

/// Which folders of `www/src` a folder may import. The types of the bridge are free for all.
const PAGE_LAYERS: &[(&str, &[&str])] = &[
    ("bridge", &[]),
    ("model", &[]),
    ("views", &["model"]),
    ("element", &["bridge", "model", "views"]),
];

/// The only crate/module that knows the parser.
const PARSER_HOME: &str = "crate/python/src/compile";

const LINES_NEEDING_REASON: usize = 600;
const LINES_MAX: usize = 1000;
const RUST_COLUMNS_MAX: usize = 100;

/// What a file of these kinds may never contain, and why not.
const FORBIDDEN: &[(&[&str], &str, &str)] = &[
    (&["rs"], "todo!", "finish it, or leave it out"),
    (&["rs"], "unimplemented!", "finish it, or leave it out"),
    (
        &["rs"],
        "#[ignore",
        "assert today's answer, with the reason",
    ),
    (
        &["ts", "mjs"],
        ".skip(",
        "assert today's answer, with the reason",
    ),
    (
        &["ts", "mjs"],
        "innerHTML",
        "text goes into the DOM as text only",
    ),
    (
        &["rs", "ts", "mjs", "sh", "py", "css", "html"],
        "TODO",
        "finish it, or open an issue",
    ),
];

/// Folders of one machine; nothing here may depend on them.
const MACHINE_PATHS: &[&str] = &["/root/", "/home/", "/tmp/", "/work/"];

/// A text file of the repository.
struct Source {
    /// Relative to the root, with `/`.
    path: String,
    text: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    fn extension(&self) -> &str {
        self.path
            .rsplit_once('.')
            .map_or("", |(_, extension)| extension)
    }

    /// The folder or file directly below `prefix` that this file belongs to.
    fn module_below(&self, prefix: &str) -> Option<&str> {
        let rest = self.path.strip_prefix(prefix)?;
        let (module, _) = rest.split_once(['/', '.'])?;
        Some(module)
    }
}

/// One broken rule, as a line for the reader.
type Complaint = String;

fn crate_layers(source: &Source) -> Vec<Complaint> {
    let name = match source.path.as_str() {
        "Cargo.toml" => "wasm",
        path => match path
            .strip_prefix("crate/")
            .and_then(|rest| rest.strip_suffix("/Cargo.toml"))
        {
            Some(name) if !name.starts_with("stubs/") => name,
            _ => return Vec::new(),
        },
    };
    let Some(allowed) = lookup(CRATE_LAYERS, name) else {
        return vec![format!(
            "crate {name} is not in CRATE_LAYERS: say which layer it is"
        )];
    };
    dependencies(&source.text)
        .filter(|dependency| !allowed.contains(dependency))
        .map(|dependency| format!("{}: crate {name} may not know {dependency}", source.path))
        .collect()
}

/// The names of our own crates under a manifest's dependency headings; tests may use any.
fn dependencies(manifest: &str) -> impl Iterator<Item = &str> {
    let mut relevant = false;
    manifest.lines().filter_map(move |line| {
        if line.starts_with('[') {
            let heading = line.trim_matches(['[', ']']);
            relevant = heading.ends_with("dependencies")
                && heading != "workspace.dependencies"
                && !heading.ends_with("dev-dependencies");
        }
        let name = line.strip_prefix("loopscope-").filter(|_| relevant)?;
        name.split(['.', ' ', '=']).next()
    })
}

fn python_layers(source: &Source) -> Vec<Complaint> {
    let Some(module) = source
        .module_below("crate/python/src/")
        .filter(|&name| name != "lib")
    else {
        return Vec::new();
    };
    let Some(allowed) = lookup(PYTHON_LAYERS, module) else {
        return vec![format!(
            "{}: module {module} is not in PYTHON_LAYERS",
            source.path
        )];
    };
    named_after(&source.text, "crate::")
        .filter(|(_, other)| *other != module && !allowed.contains(other))
        .filter(|(_, other)| lookup(PYTHON_LAYERS, other).is_some())
        .map(|(line, other)| format!("{}:{line}: {module} may not know {other}", source.path))
        .collect()
}

fn parser_stays_home(source: &Source) -> Vec<Complaint> {
    if source.path.starts_with(PARSER_HOME) || source.path == "tests/tidy.rs" {
        return Vec::new();
    }
    let needle = match source.extension() {
        "rs" => "ruff_",
        "toml" if source.path != "crate/python/Cargo.toml" => "ruff_",
        _ => return Vec::new(),
    };
    lines_with(source, needle)
        .map(|line| {
            format!(
                "{}:{line}: only {PARSER_HOME} knows the parser",
                source.path
            )
        })
        .collect()
}

fn page_layers(source: &Source) -> Vec<Complaint> {
    if source.extension() != "ts" || !source.path.starts_with("www/src/") {
        return Vec::new();
    }
    // Files directly in www/src are entries: they may import every layer.
    let rest = source.path.trim_start_matches("www/src/");
    let folder = rest.split_once('/').map_or("", |(folder, _)| folder);
    let allowed = lookup(PAGE_LAYERS, folder);
    if allowed.is_none() && !folder.is_empty() {
        return vec![format!(
            "{}: folder {folder} is not in PAGE_LAYERS",
            source.path
        )];
    }
    let mut complaints = Vec::new();
    for (number, specifier) in imports(&source.text) {
        let line = format!("{}:{number}", source.path);
        if specifier.contains("/pkg/") && folder != "bridge" {
            complaints.push(format!("{line}: only bridge imports the engine"));
        }
        let (Some(allowed), Some(other)) = (allowed, specifier.strip_prefix("../")) else {
            continue;
        };
        let Some((other, _)) = other.split_once('/').filter(|_| other != "bridge/types.ts") else {
            continue;
        };
        if lookup(PAGE_LAYERS, other).is_some() && other != folder && !allowed.contains(&other) {
            complaints.push(format!("{line}: {folder} may not know {other}"));
        }
    }
    complaints
}

/// The modules that a TypeScript file imports, with the line of each.
fn imports(text: &str) -> impl Iterator<Item = (usize, &str)> {
    ["from \"", "import \"", "import(\""]
        .into_iter()
        .flat_map(move |before| {
            (1..).zip(text.lines()).filter_map(move |(number, line)| {
                let (_, rest) = line.split_once(before)?;
                let (specifier, _) = rest.split_once('"')?;
                Some((number, specifier))
            })
        })
}

fn length(source: &Source) -> Vec<Complaint> {
    let is_code = ["rs", "py", "ts", "mjs", "css", "html", "sh"].contains(&source.extension());
    // A line for each program, written by a test.
    let is_list = source.path == "tests/programs/index.rs";
    let n_lines = source.text.lines().count();
    if !is_code || is_list || n_lines <= LINES_NEEDING_REASON {
        return Vec::new();
    }
    let path = &source.path;
    if n_lines >= LINES_MAX {
        return vec![format!(
            "{path}: {n_lines} lines; split it, {LINES_MAX} is the end"
        )];
    }
    let says_why = source
        .text
        .lines()
        .take(20)
        .any(|line| line.contains("Long because"));
    if says_why {
        return Vec::new();
    }
    let advice = "split it, or write \"Long because …\" into its first comment";
    vec![format!("{path}: {n_lines} lines; {advice}")]
}

/// The formatter breaks code. It cannot break a text or the arguments of a macro: lines that hold
/// one are free.
fn width(source: &Source) -> Vec<Complaint> {
    if source.extension() != "rs" {
        return Vec::new();
    }
    (1..)
        .zip(source.text.lines())
        .filter(|(_, line)| line.chars().count() > RUST_COLUMNS_MAX)
        .filter(|(_, line)| line.trim_start().starts_with("//") || !holds_unbreakable(line))
        .map(|(number, _)| format!("{}:{number}: over {RUST_COLUMNS_MAX} columns", source.path))
        .collect()
}

fn holds_unbreakable(line: &str) -> bool {
    line.contains('"') || line.contains("!(") || line.trim_end().ends_with('\\')
}

fn forbidden_words(source: &Source) -> Vec<Complaint> {
    if source.path == "tests/tidy.rs" {
        return Vec::new(); // names what it forbids
    }
    let mut complaints = Vec::new();
    for (extensions, word, advice) in FORBIDDEN {
        if extensions.contains(&source.extension()) {
            for line in lines_with(source, word) {
                complaints.push(format!("{}:{line}: {word}: {advice}", source.path));
            }
        }
    }
    complaints
}

fn machine_paths(source: &Source) -> Vec<Complaint> {
    if source.path == "tests/tidy.rs" {
        return Vec::new();
    }
    MACHINE_PATHS
        .iter()
        .flat_map(|path| lines_with(source, path).map(move |line| (path, line)))
        .map(|(path, line)| format!("{}:{line}: {path} is not on every machine", source.path))
        .collect()
}

fn lookup(
    layers: &[(&str, &'static [&'static str])],
    name: &str,
) -> Option<&'static [&'static str]> {
    layers
        .iter()
        .find(|(layer, _)| *layer == name)
        .map(|(_, allowed)| *allowed)
}

/// The numbers of the lines that contain `needle`.
fn lines_with<'s>(source: &'s Source, needle: &str) -> impl Iterator<Item = usize> + use<'s> {
    let needle = needle.to_owned();
    (1..)
        .zip(source.text.lines())
        .filter(move |(_, line)| line.contains(&needle))
        .map(|(number, _)| number)
}

/// The identifiers that directly follow `before`, with their lines; comments left out.
fn named_after<'t>(text: &'t str, before: &'static str) -> impl Iterator<Item = (usize, &'t str)> {
    (1..).zip(text.lines()).flat_map(move |(number, line)| {
        let code = line.split_once("//").map_or(line, |(code, _)| code);
        code.split(before).skip(1).map(move |rest| {
            let end = rest
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(rest.len());
            (number, &rest[..end])
        })
    })
}

/// Every text file of the repository; build output and what Git does not see are left out.
fn repository() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    collect(root, root, &mut sources);
    assert!(
        sources.len() > 10,
        "the repository was not found at {}",
        root.display()
    );
    sources
}

fn collect(root: &Path, folder: &Path, sources: &mut Vec<Source>) {
    let entries = fs::read_dir(folder).expect("the folder is readable");
    for entry in entries {
        let path = entry.expect("the folder's entry is readable").path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            let is_output = ["target", "dist", "pkg", "node_modules"].contains(&name.as_str());
            if !is_output && (!name.starts_with('.') || name == ".ci") {
                collect(root, &path, sources);
            }
        } else if !["package-lock.json", "Cargo.lock", ".git"].contains(&name.as_str())
            && let Ok(text) = fs::read_to_string(&path)
        {
            let relative = path
                .strip_prefix(root)
                .expect("the walk starts at the root");
            let path = relative.to_string_lossy().replace('\\', "/");
            sources.push(Source { path, text });
        }
    }
}

/// Fails with every complaint of a rule about the repository.
fn enforce(rule: fn(&Source) -> Vec<Complaint>) {
    let complaints: Vec<_> = repository().iter().flat_map(rule).collect();
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// Asserts that a rule complains about a bad input in exactly these words.
fn check(rule: fn(&Source) -> Vec<Complaint>, path: &str, text: &str, expected: &[&str]) {
    assert_eq!(rule(&Source::new(path, text)), expected);
}

#[test]
fn crates_depend_downwards() {
    let manifest =
        "[package]\nname = \"x\"\n[dependencies]\nloopscope-simulator.workspace = true\n";
    let complaint = "crate/python/Cargo.toml: crate python may not know simulator";
    check(
        crate_layers,
        "crate/python/Cargo.toml",
        manifest,
        &[complaint],
    );
    check(crate_layers, "crate/cli/Cargo.toml", manifest, &[]);
    enforce(crate_layers);
}

#[test]
fn python_modules_depend_downwards() {
    let text = "use crate::code::Code;\nuse crate::vm::Frame; // and crate::stdlib\n";
    let complaint = "crate/python/src/compile/call.rs:2: compile may not know vm";
    check(
        python_layers,
        "crate/python/src/compile/call.rs",
        text,
        &[complaint],
    );
    check(
        python_layers,
        "crate/python/src/builtins/print.rs",
        text,
        &[],
    );
    let complaint = "crate/python/src/extra.rs: module extra is not in PYTHON_LAYERS";
    check(
        python_layers,
        "crate/python/src/extra.rs",
        text,
        &[complaint],
    );
    enforce(python_layers);
}

#[test]
fn only_the_compiler_knows_the_parser() {
    let text = "use ruff_python_ast::Expr;\n";
    let complaint = "crate/python/src/vm/call.rs:1: only crate/python/src/compile knows the parser";
    check(
        parser_stays_home,
        "crate/python/src/vm/call.rs",
        text,
        &[complaint],
    );
    check(
        parser_stays_home,
        "crate/python/src/compile/expression.rs",
        text,
        &[],
    );
    enforce(parser_stays_home);
}

#[test]
fn page_folders_depend_downwards() {
    let text =
        "import { a } from \"../views/a.ts\";\nimport type { V } from \"../bridge/types.ts\";\n";
    let complaint = "www/src/model/state.ts:1: model may not know views";
    check(page_layers, "www/src/model/state.ts", text, &[complaint]);
    check(page_layers, "www/src/element/state.ts", text, &[]);
    let text = "import init from \"../../../pkg/loopscope.js\";\n";
    let complaint = "www/src/element/a.ts:1: only bridge imports the engine";
    check(page_layers, "www/src/element/a.ts", text, &[complaint]);
    check(page_layers, "www/src/bridge/engine.ts", text, &[]);
    enforce(page_layers);
}

#[test]
fn files_are_short() {
    let advice = "split it, or write \"Long because …\" into its first comment";
    check(
        length,
        "a.rs",
        &"x\n".repeat(601),
        &[&format!("a.rs: 601 lines; {advice}")],
    );
    check(
        length,
        "a.rs",
        &format!("//! Long because it is.\n{}", "x\n".repeat(601)),
        &[],
    );
    let complaint = "a.rs: 1000 lines; split it, 1000 is the end";
    check(
        length,
        "a.rs",
        &"//! Long because\n".repeat(1000),
        &[complaint],
    );
    enforce(length);
}

#[test]
fn rust_lines_fit_the_screen() {
    check(
        width,
        "a.rs",
        &"x".repeat(101),
        &["a.rs:1: over 100 columns"],
    );
    let comment = format!("// a \"quote\" {}", "x".repeat(100));
    check(width, "a.rs", &comment, &["a.rs:1: over 100 columns"]);
    check(width, "a.rs", &format!("\"{}\"", "x".repeat(100)), &[]);
    check(width, "a.rs", &"ä".repeat(100), &[]);
    enforce(width);
}

#[test]
fn nothing_is_left_unfinished() {
    let complaint = "a.rs:2: todo!: finish it, or leave it out";
    check(
        forbidden_words,
        "a.rs",
        "fn a() {\n todo!() }\n",
        &[complaint],
    );
    let complaint = "a.ts:1: innerHTML: text goes into the DOM as text only";
    check(
        forbidden_words,
        "a.ts",
        "e.innerHTML = text;\n",
        &[complaint],
    );
    check(forbidden_words, "a.rs", "items.skip(1)\n", &[]);
    enforce(forbidden_words);
}

#[test]
fn no_path_belongs_to_one_machine() {
    let complaint = "a.sh:1: /home/ is not on every machine";
    check(machine_paths, "a.sh", "cd /home/me\n", &[complaint]);
    check(machine_paths, "a.sh", "cd target\n", &[]);
    enforce(machine_paths);
}
