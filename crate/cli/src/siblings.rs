//! The files beside a program that it may import or open.
//!
//! A directory may be anything, a home directory too: only what the program names is read. A name
//! is looked for as a word in its text, and in the texts of the modules that are found so.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use loopscope_simulator::{Files, SortedMap};

/// Bytes of one file, and of all together.
const FILE_BYTES_MAX: u64 = 4 << 20;
const BYTES_MAX: usize = 32 << 20;
/// How deep directories are read.
const DEPTH_MAX: u32 = 8;

/// Reads the files in the program's directory that it names.
pub(crate) fn read(program: &Path, text: &str) -> Files {
    let mut found = Found::default();
    let directory = match program.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let mut waiting: Vec<(String, bool)> = names(directory);
    let mut texts = vec![text.to_owned()];
    while let Some(text) = texts.pop() {
        let (named, rest): (Vec<_>, Vec<_>) = waiting
            .into_iter()
            .partition(|(name, _)| is_named(name, &text));
        waiting = rest;
        for (name, is_directory) in named {
            let path = directory.join(&name);
            if is_directory {
                found.add_directory(&path, &name, 0, &mut texts);
            } else if program.file_name() != Some(name.as_ref()) {
                found.add_file(&path, &name, &mut texts);
            }
        }
    }
    Rc::new(found.files)
}

/// What is in a directory, hidden files excepted: names in order, and whether each is a directory.
fn names(directory: &Path) -> Vec<(String, bool)> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let mut names: Vec<(String, bool)> = entries
        .filter_map(|entry| {
            let is_directory = entry.file_type().ok()?.is_dir();
            Some((entry.file_name().into_string().ok()?, is_directory))
        })
        .filter(|(name, _)| !name.starts_with('.') && name != "__pycache__")
        .collect();
    names.sort();
    names
}

/// Whether a text has a file's name, or a module's, as a word.
fn is_named(name: &str, text: &str) -> bool {
    let word = name.strip_suffix(".py").unwrap_or(name);
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| {
        !text[..at].ends_with(is_part) && !text[at + word.len()..].starts_with(is_part)
    })
}

#[derive(Default)]
struct Found {
    files: SortedMap<String, Rc<[u8]>>,
    n_bytes: usize,
}

impl Found {
    fn add_directory(&mut self, path: &Path, shown: &str, depth: u32, texts: &mut Vec<String>) {
        if depth == DEPTH_MAX {
            return;
        }
        for (name, is_directory) in names(path) {
            let (inside, name) = (path.join(&name), format!("{shown}/{name}"));
            if is_directory {
                self.add_directory(&inside, &name, depth + 1, texts);
            } else {
                self.add_file(&inside, &name, texts);
            }
        }
    }

    fn add_file(&mut self, path: &Path, shown: &str, texts: &mut Vec<String>) {
        let is_small = fs::metadata(path).is_ok_and(|about| about.len() <= FILE_BYTES_MAX);
        let Some(bytes) = is_small.then(|| fs::read(path).ok()).flatten() else {
            return;
        };
        if self.n_bytes + bytes.len() > BYTES_MAX {
            return;
        }
        self.n_bytes += bytes.len();
        if path.extension().is_some_and(|extension| extension == "py") {
            texts.push(String::from_utf8_lossy(&bytes).into_owned());
        }
        self.files.insert(shown.to_owned(), bytes.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_whole_words() {
        assert!(is_named("shop.py", "import shop\n"));
        assert!(is_named("shop.py", "from shop.cart import x"));
        assert!(is_named("data.txt", "open('data.txt')"));
        assert!(!is_named("shop.py", "import workshop, shop_2"));
        assert!(!is_named("data.txt", "data"));
    }
}
