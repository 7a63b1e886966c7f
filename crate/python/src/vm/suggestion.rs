//! "Did you mean" behind the messages of `NameError`, `AttributeError` and `ImportError`.

use std::rc::Rc;

use super::Vm;
use crate::object::{ObjId, Object, Value, classes};

const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;
const N_CANDIDATES_MAX: usize = 750;
const NAME_LEN_MAX: usize = 40;

/// Modules of the standard library that programs use without importing them.
const MODULES: &[&str] = &[
    "abc",
    "argparse",
    "array",
    "ast",
    "asyncio",
    "base64",
    "bisect",
    "builtins",
    "calendar",
    "cmath",
    "collections",
    "contextlib",
    "contextvars",
    "copy",
    "csv",
    "dataclasses",
    "datetime",
    "decimal",
    "difflib",
    "enum",
    "errno",
    "fractions",
    "functools",
    "gc",
    "getpass",
    "glob",
    "gzip",
    "hashlib",
    "heapq",
    "hmac",
    "html",
    "http",
    "importlib",
    "inspect",
    "io",
    "itertools",
    "json",
    "keyword",
    "linecache",
    "locale",
    "logging",
    "math",
    "multiprocessing",
    "numbers",
    "operator",
    "os",
    "pathlib",
    "pickle",
    "platform",
    "pprint",
    "queue",
    "random",
    "re",
    "sched",
    "secrets",
    "select",
    "shlex",
    "shutil",
    "signal",
    "socket",
    "sqlite3",
    "ssl",
    "statistics",
    "string",
    "struct",
    "subprocess",
    "sys",
    "tempfile",
    "textwrap",
    "threading",
    "time",
    "timeit",
    "tkinter",
    "token",
    "tokenize",
    "traceback",
    "types",
    "typing",
    "unicodedata",
    "unittest",
    "urllib",
    "uuid",
    "warnings",
    "weakref",
    "xml",
    "zipfile",
    "zlib",
];

impl Vm {
    /// What is appended to the message, or nothing.
    pub(super) fn suggestion(&mut self, exception: ObjId) -> String {
        let class = self.heap.class_of(exception);
        let is_name = self.heap.is_subclass(class, classes::NAME_ERROR);
        let is_attribute = self.heap.is_subclass(class, classes::ATTRIBUTE_ERROR);
        let is_import = self.heap.is_subclass(class, classes::IMPORT_ERROR);
        if !is_name && !is_attribute && !is_import {
            return String::new();
        }
        let key = if is_import {
            self.heap.intern("name_from")
        } else {
            self.names.name
        };
        let Some(wrong) = self
            .heap
            .own_attribute(exception, key)
            .and_then(|name| self.heap.str(name))
            .map(|name| Rc::clone(&name.text))
        else {
            return String::new();
        };
        let candidates = if is_name {
            self.names_in_scope(exception)
        } else if is_attribute {
            self.attribute_names(exception, &wrong)
        } else {
            self.import_names(exception)
        };
        let close = closest(&wrong, &candidates);
        let is_module = is_name && MODULES.contains(&&*wrong);
        match close {
            Some(name) if is_module => {
                format!(". Did you mean: '{name}'? Or did you forget to import '{wrong}'?")
            }
            Some(name) => format!(". Did you mean: '{name}'?"),
            None if is_module => format!(". Did you forget to import '{wrong}'?"),
            None => String::new(),
        }
    }

    fn dict_names(&self, dict: ObjId, names: &mut Vec<Rc<str>>) {
        let keys = self.heap.dict(dict).iter();
        names.extend(
            keys.filter_map(|entry| self.heap.str(entry.key))
                .map(|key| Rc::clone(&key.text)),
        );
    }

    fn names_in_scope(&mut self, exception: ObjId) -> Vec<Rc<str>> {
        let mut names = Vec::new();
        if let Some(entry) = self.exception(exception).traceback.first() {
            let code = Rc::clone(&entry.unit.code);
            if code.kind != crate::code::CodeKind::Module {
                names.extend(
                    code.locals
                        .iter()
                        .chain(&code.cells)
                        .chain(&code.free)
                        .cloned(),
                );
            }
        }
        let main = self.heap.intern("__main__");
        if let Some(Value::Obj(module)) = self.heap.dict_get_name(self.modules, main)
            && let Object::Module(module) = self.heap.get(module)
        {
            self.dict_names(module.dict, &mut names);
        }
        self.dict_names(self.builtins, &mut names);
        names.extend(["None", "False", "True"].map(Rc::from)); // CPython keeps them among the built-ins
        names
    }

    fn attribute_names(&mut self, exception: ObjId, wrong: &str) -> Vec<Rc<str>> {
        let Some(object) = self.heap.own_attribute(exception, self.names.obj) else {
            return Vec::new();
        };
        if object.is_unbound() {
            return Vec::new();
        }
        let listed = match self.special_flow(object, "__dir__", &[]) {
            Ok(Some(flow)) => self
                .finish(flow)
                .and_then(|names| self.collect(names))
                .unwrap_or_default(),
            _ => Vec::new(),
        };
        let mut names: Vec<Rc<str>> = listed
            .into_iter()
            .filter_map(|name| self.heap.str(name))
            .map(|name| Rc::clone(&name.text))
            .collect();
        names.sort_unstable();
        // Private names are for the object's own methods.
        if !wrong.starts_with('_') && !self.is_on_self(exception) {
            names.retain(|name| !name.starts_with('_'));
        }
        names
    }

    /// Whether the attribute was asked of `self`.
    fn is_on_self(&self, exception: ObjId) -> bool {
        let Some(entry) = self.exception(exception).traceback.first() else {
            return false;
        };
        let code = &entry.unit.code;
        let span = code.spans.get(entry.ip as usize);
        span.and_then(|span| code.source.text.get(span.start as usize..span.end as usize))
            .is_some_and(|text| text.starts_with("self."))
    }

    fn import_names(&mut self, exception: ObjId) -> Vec<Rc<str>> {
        let module = self
            .heap
            .own_attribute(exception, self.names.name)
            .and_then(Value::obj)
            .filter(|&name| self.heap.str(Value::Obj(name)).is_some())
            .map(|name| Rc::clone(self.heap.text(name)));
        let Some(module) = module.and_then(|name| self.heap.find_interned(&name)) else {
            return Vec::new();
        };
        let mut names = Vec::new();
        if let Some(Value::Obj(module)) = self.heap.dict_get_name(self.modules, module)
            && let Object::Module(module) = self.heap.get(module)
        {
            self.dict_names(module.dict, &mut names);
        }
        names.sort_unstable();
        names
    }
}

/// The candidate nearest to a name, if at most a third of their characters differ.
pub(crate) fn closest(wrong: &str, candidates: &[Rc<str>]) -> Option<Rc<str>> {
    let wrong_chars: Vec<char> = wrong.chars().collect();
    if candidates.len() > N_CANDIDATES_MAX || wrong_chars.len() > NAME_LEN_MAX {
        return None;
    }
    let mut best: Option<(usize, &Rc<str>)> = None;
    for candidate in candidates.iter().filter(|candidate| &***candidate != wrong) {
        let chars: Vec<char> = candidate.chars().collect();
        if chars.len() > NAME_LEN_MAX {
            continue;
        }
        let max = (wrong_chars.len() + chars.len() + 3) * MOVE_COST / 6;
        let cost = distance(&wrong_chars, &chars);
        if cost <= max && best.is_none_or(|(known, _)| cost < known) {
            best = Some((cost, candidate));
        }
    }
    best.map(|(_, name)| Rc::clone(name))
}

/// The keyword nearest to a name.
pub(super) fn closest_keyword(wrong: &str, keywords: &[&'static str]) -> Option<&'static str> {
    let names: Vec<Rc<str>> = keywords.iter().map(|&keyword| keyword.into()).collect();
    let found = closest(wrong, &names)?;
    keywords.iter().copied().find(|&keyword| *keyword == *found)
}

/// Edit distance in which a change of case counts half.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).map(|n| n * MOVE_COST).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = (i + 1) * MOVE_COST;
        for (j, &y) in b.iter().enumerate() {
            let change = if x == y {
                0
            } else if x.eq_ignore_ascii_case(&y) {
                CASE_COST
            } else {
                MOVE_COST
            };
            let cost = (diagonal + change)
                .min(row[j] + MOVE_COST)
                .min(row[j + 1] + MOVE_COST);
            diagonal = row[j + 1];
            row[j + 1] = cost;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn the_nearest_name_is_found() {
        let names = ["print", "pprint", "input", "Print"].map(Into::into);
        assert_eq!(closest("prnt", &names).as_deref(), Some("print"));
        assert_eq!(closest("PRINT", &names).as_deref(), Some("Print"));
        assert_eq!(closest("zzz", &names), None);
    }
}
