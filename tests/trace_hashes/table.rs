//! The table of `tests/programs/README.md`: which section of Python's documentation has how many
//! programs.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// What each directory of programs is about. A chapter's programs name their section in the first
/// line, before the colon.
const CHAPTERS: &[(&str, &str)] = &[
    ("builtins/bytes", "Built-in Types: binary sequences"),
    ("builtins/exceptions", "Built-in Exceptions"),
    ("builtins/functions", "Built-in Functions"),
    ("builtins/mappings", "Built-in Types: mappings"),
    ("builtins/numbers", "Built-in Types: numbers and truth"),
    (
        "builtins/other_types",
        "Built-in Types: iterators, contexts, annotations and others",
    ),
    ("builtins/sequences", "Built-in Types: sequences"),
    ("builtins/sets", "Built-in Types: sets"),
    ("builtins/strings", "Built-in Types: text"),
    ("errors", "What an uncaught exception prints"),
    ("language", "The language at work"),
    ("modules", "Modules of the library"),
    (
        "reference/compound_statements",
        "Reference 8: compound statements",
    ),
    ("reference/data_model", "Reference 3: data model"),
    ("reference/execution_model", "Reference 4: execution model"),
    ("reference/expressions", "Reference 6: expressions"),
    (
        "reference/lexical_analysis",
        "Reference 2: lexical analysis",
    ),
    (
        "reference/simple_statements",
        "Reference 7: simple statements",
    ),
    ("reference/top_level", "Reference 9: top-level components"),
    ("threads", "Threads"),
    ("tutorial", "From tutorials"),
];

/// The table of `tests/programs/README.md`.
pub(crate) fn table(programs: &Path) -> String {
    let mut counts: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for program in super::files(programs) {
        let inside = program.strip_prefix(programs).expect("listed there");
        let chapter = inside.parent().expect("programs lie in topics");
        let chapter = chapter.to_string_lossy().replace('\\', "/");
        let source = std::fs::read_to_string(&program).expect("programs are text");
        let first = source.trim_start_matches('\u{feff}').lines().next();
        let section = match first.and_then(|line| line.strip_prefix("# ")?.split_once(": ")) {
            Some((section, _)) if has_sections(&chapter) => section.to_owned(),
            _ => String::new(),
        };
        *counts
            .entry(chapter)
            .or_default()
            .entry(section)
            .or_default() += 1;
    }
    let total: usize = counts.values().flat_map(BTreeMap::values).sum();
    let mut text = format!(
        "# Programs\n\n\
         {total} programs, each with what CPython 3.14 does with it (`case.recorded`, written by `tests/oracle/record.py`).\n\
         `cargo test --test differential` runs them on the engine and compares. This table is written by\n\
         `UPDATE=1 cargo test --test trace_hashes`.\n\n\
         | Directory | Section | Programs |\n|---|---|--:|\n"
    );
    for (chapter, sections) in &counts {
        let title = CHAPTERS
            .iter()
            .find(|(directory, _)| directory == chapter)
            .map_or("", |(_, title)| title);
        let n: usize = sections.values().sum();
        writeln!(text, "| `{chapter}` | {title} | {n} |").expect("strings take everything");
        for (section, n) in sections.iter().filter(|(section, _)| !section.is_empty()) {
            writeln!(text, "| | {section} | {n} |").expect("strings take everything");
        }
    }
    text
}

/// Whether the first line of a chapter's programs names their section.
fn has_sections(chapter: &str) -> bool {
    chapter.starts_with("builtins/") || chapter.starts_with("reference/")
}
