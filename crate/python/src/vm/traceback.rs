//! Tracebacks: an exception as CPython prints it when nothing catches it.

use std::rc::Rc;

use loopscope_fast::contains;

use super::Vm;
use crate::code::Code;
use crate::object::{ObjId, Object, Traceback, TracebackEntry, Value, classes};

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";
/// How many exceptions of a group are shown.
const GROUP_WIDTH_MAX: usize = 15;
/// How deep groups are shown.
const GROUP_DEPTH_MAX: usize = 10;
/// How many equal frames in a row are shown.
const REPEATED_MAX: usize = 3;

/// Text being written, with the margin of the exception group that it belongs to.
#[derive(Debug, Default)]
struct Writer {
    text: String,
    depth: usize,
    /// Whether the group's closing line is still to come.
    needs_close: bool,
}

impl Writer {
    fn indent(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    fn emit_with(&mut self, text: &str, margin: char) {
        if self.depth == 0 {
            self.text.push_str(text);
            return;
        }
        let indent = self.indent();
        for line in text.split_inclusive('\n') {
            self.text.push_str(&format!("{indent}{margin} {line}"));
        }
    }

    fn emit(&mut self, text: &str) {
        self.emit_with(text, '|');
    }
}

/// Where CPython's library is shown to lie.
const DIRECTORY: &str = "/usr/lib/python3.14/";

impl Vm {
    /// The whole text that CPython prints for an uncaught exception: chain, frames with carets,
    /// message, notes.
    pub fn format_exception(&mut self, exception: ObjId) -> String {
        let mut writer = Writer::default();
        self.write_exception(exception, &mut writer, &mut Vec::new(), true);
        writer.text
    }

    /// The same without the exceptions that led to it.
    pub(crate) fn format_unchained(&mut self, exception: ObjId) -> String {
        let mut writer = Writer::default();
        self.write_exception(exception, &mut writer, &mut Vec::new(), false);
        writer.text
    }

    fn write_exception(
        &mut self,
        exception: ObjId,
        writer: &mut Writer,
        seen: &mut Vec<ObjId>,
        is_chained: bool,
    ) {
        let mut chain = vec![(exception, "")];
        let mut at = exception;
        seen.push(at);
        loop {
            if !is_chained {
                break;
            }
            let shown = self.exception(at);
            let (next, message) = match (shown.cause, shown.context) {
                (Value::Obj(cause), _) => (cause, CAUSE),
                (_, Value::Obj(context)) if !shown.suppress_context => (context, CONTEXT),
                _ => break,
            };
            if seen.contains(&next) {
                break;
            }
            seen.push(next);
            chain.push((next, message));
            at = next;
        }
        // A message stands behind the exception that it speaks of as the one above.
        for (exception, message) in chain.into_iter().rev() {
            if self.group_members(exception).is_empty() {
                let entries = self.exception(exception).traceback.clone();
                let frames = self.format_frames(&entries);
                if !frames.is_empty() {
                    writer.emit("Traceback (most recent call last):\n");
                    writer.emit(&frames);
                }
                let last = self.format_exception_only(exception);
                writer.emit(&last);
            } else {
                self.write_group(exception, writer, seen, is_chained);
            }
            if !message.is_empty() {
                writer.emit(message);
            }
        }
    }

    fn write_group(
        &mut self,
        group: ObjId,
        writer: &mut Writer,
        seen: &mut Vec<ObjId>,
        is_chained: bool,
    ) {
        if writer.depth > GROUP_DEPTH_MAX {
            writer.emit(&format!("... (max_group_depth is {GROUP_DEPTH_MAX})\n"));
            return;
        }
        let is_outermost = writer.depth == 0;
        if is_outermost {
            writer.depth = 1;
        }
        let entries = self.exception(group).traceback.clone();
        let frames = self.format_frames(&entries);
        if !frames.is_empty() {
            let margin = if is_outermost { '+' } else { '|' };
            writer.emit_with(
                "Exception Group Traceback (most recent call last):\n",
                margin,
            );
            writer.emit(&frames);
        }
        let own = self.format_exception_only(group);
        writer.emit(&own);
        let members = self.group_members(group);
        let n = members.len().min(GROUP_WIDTH_MAX + 1);
        writer.needs_close = false;
        for (index, member) in members.iter().take(n).enumerate() {
            let is_last = index + 1 == n;
            writer.needs_close = writer.needs_close || is_last;
            let is_cut = index >= GROUP_WIDTH_MAX;
            let title = if is_cut {
                "...".to_owned()
            } else {
                (index + 1).to_string()
            };
            let corner = if index == 0 { "+-" } else { "  " };
            let line = format!(
                "{}{corner}+---------------- {title} ----------------\n",
                writer.indent()
            );
            writer.text.push_str(&line);
            writer.depth += 1;
            if is_cut {
                let more = members.len() - GROUP_WIDTH_MAX;
                let s = if more > 1 { "s" } else { "" };
                writer.emit(&format!("and {more} more exception{s}\n"));
            } else {
                let member = member.obj().expect("members are exceptions");
                self.write_exception(member, writer, seen, is_chained);
            }
            if is_last && writer.needs_close {
                let line = format!("{}+------------------------------------\n", writer.indent());
                writer.text.push_str(&line);
                writer.needs_close = false;
            }
            writer.depth -= 1;
        }
        if is_outermost {
            writer.depth = 0;
        }
    }

    /// The lines of frames, given innermost first; equal neighbours are folded. The library's own
    /// frames are shown as those of CPython's library for which they stand, the others left out.
    pub(crate) fn format_frames(&mut self, entries: &[TracebackEntry]) -> String {
        let mut text = String::new();
        let mut last: Option<(Rc<str>, u32, Rc<str>)> = None;
        let mut repeated = 0;
        for entry in entries.iter().rev() {
            let code = &entry.unit.code;
            if code.source.is_internal {
                push_repeated(&mut text, repeated);
                (last, repeated) = (None, 0);
                text += &self.format_library_frames(code, code.line_of(entry.ip));
                continue;
            }
            let key = (
                Rc::clone(&code.source.filename),
                code.line_of(entry.ip),
                Rc::clone(&code.name),
            );
            if last.as_ref() != Some(&key) {
                push_repeated(&mut text, repeated);
                last = Some(key);
                repeated = 0;
            }
            repeated += 1;
            if repeated <= REPEATED_MAX {
                text.push_str(&super::caret::format_frame(code, entry.ip));
            }
        }
        push_repeated(&mut text, repeated);
        text
    }

    /// The frames of CPython's library that a line of the library's own sources stands for; without
    /// their source where that was not loaded.
    fn format_library_frames(&self, code: &Code, line: u32) -> String {
        let own = &*code.source.filename;
        let own = own.strip_prefix(DIRECTORY).unwrap_or(own);
        let folder_end = own.rfind('/').map_or(0, |at| at + 1);
        let mut text = String::new();
        for (file, line) in code.source.marks(line) {
            let path = match file {
                None => own.to_owned(),
                Some(path) if contains(path, "/") => path.to_owned(),
                Some(file) => format!("{}{file}", &own[..folder_end]),
            };
            let (name, lines) = self.library_frame(&path, line).unwrap_or((&*code.name, ""));
            text += &format!("  File \"{DIRECTORY}{path}\", line {line}, in {name}\n");
            source_lines(lines).for_each(|line| text += &format!("    {line}\n"));
        }
        text
    }

    /// The function of a place in CPython's library, and what follows it in the list of lines.
    fn library_frame(&self, path: &str, line: u32) -> Option<(&str, &str)> {
        let head = format!("\n# {path} {line} ");
        let lines = self.library_lines();
        let at = loopscope_fast::find(lines.as_bytes(), head.as_bytes())?;
        let known = &lines[at + head.len()..];
        Some(known.split_once('\n').unwrap_or((known, "")))
    }

    /// The source line at a place in CPython's library, as in `/usr/lib/…/events.py:94`.
    pub(super) fn library_line(&self, place: &str) -> Option<&str> {
        let (path, line) = place.strip_prefix(DIRECTORY)?.rsplit_once(':')?;
        let (_, lines) = self.library_frame(path, line.parse().ok()?)?;
        source_lines(lines).next()
    }

    /// The lines of CPython's library that tracebacks show: `asyncio.source`.
    fn library_lines(&self) -> &str {
        let loaded = self.options.library.get("asyncio.source");
        let host = self.host.as_ref().map_or("", |host| host.library_lines());
        loaded.map_or(host, |lines| lines)
    }

    /// The name of an exception's class, with its module where that is not plain.
    pub(super) fn exception_name(&self, exception: ObjId) -> String {
        let class = self.heap.class_of(exception);
        match self.class_module(class) {
            Some(module) if !matches!(&*module, "builtins" | "__main__") => {
                format!("{module}.{}", self.heap.type_ref(class).qualname)
            }
            _ => self.heap.type_ref(class).qualname.to_string(),
        }
    }

    /// The last lines: class, message, suggestion, notes; for syntax errors the place.
    pub fn format_exception_only(&mut self, exception: ObjId) -> String {
        let class = self.heap.class_of(exception);
        let name = self.exception_name(exception);
        let mut text = if self.heap.is_subclass(class, classes::SYNTAX_ERROR) {
            self.format_syntax_error(exception, &name)
        } else {
            let message = match self.str_of(Value::Obj(exception)) {
                Ok(message) => message.to_string(),
                Err(_) => "<exception str() failed>".to_owned(),
            };
            let hint = self.suggestion(exception);
            if message.is_empty() && hint.is_empty() {
                format!("{name}\n")
            } else {
                format!("{name}: {message}{hint}\n")
            }
        };
        self.push_notes(exception, &mut text);
        text
    }

    fn push_notes(&mut self, exception: ObjId, text: &mut String) {
        let name = self.names.notes;
        let Some(notes) = self.heap.own_attribute(exception, name) else {
            return;
        };
        let items = match self.heap.object(notes) {
            Some(Object::List(items)) => items.clone(),
            Some(Object::Tuple(items)) => items.to_vec(),
            _ if notes.is_none() => return,
            _ => {
                match self.repr(notes) {
                    Ok(shown) => text.push_str(&format!("{shown}\n")),
                    Err(_) => text.push_str("<__notes__ repr() failed>\n"),
                }
                return;
            }
        };
        for note in items {
            match self.str_of(note) {
                Ok(note) => {
                    for line in note.split('\n') {
                        text.push_str(&format!("{line}\n"));
                    }
                }
                Err(_) => text.push_str("<note str() failed>\n"),
            }
        }
    }

    fn syntax_field(&mut self, exception: ObjId, name: &str) -> Value {
        let name = self.heap.intern(name);
        let found = self.find_attr(Value::Obj(exception), name);
        found.ok().flatten().unwrap_or(Value::None)
    }

    fn format_syntax_error(&mut self, exception: ObjId, name: &str) -> String {
        let text_of = |vm: &Vm, value: Value| vm.heap.str(value).map(|text| Rc::clone(&text.text));
        let mut lines = String::new();
        let mut suffix = String::new();
        let file = self.syntax_field(exception, "filename");
        let file = text_of(self, file);
        let line = self.syntax_field(exception, "lineno");
        if let Value::Int(line) = line {
            let file = file.unwrap_or_else(|| "<string>".into());
            lines.push_str(&format!("  File \"{file}\", line {line}\n"));
        } else if let Some(file) = file {
            suffix = format!(" ({file})");
        }
        let source = self.syntax_field(exception, "text");
        if let Some(source) = text_of(self, source) {
            let offset = self.syntax_field(exception, "offset");
            let end_line = self.syntax_field(exception, "end_lineno");
            let end = self.syntax_field(exception, "end_offset");
            lines.push_str(&syntax_lines(&source, line, offset, end_line, end));
        }
        let message = self.syntax_field(exception, "msg");
        let message = match message {
            Value::None => "<no detail available>".into(),
            message => self.str_of(message).unwrap_or_else(|_| "".into()),
        };
        lines.push_str(&format!("{name}: {message}{suffix}\n"));
        lines
    }

    /// `__traceback__`: an object, or `None` if the exception has passed no frame.
    pub fn traceback_of(&mut self, exception: ObjId) -> Value {
        let entries: Rc<[TracebackEntry]> = self
            .exception(exception)
            .traceback
            .iter()
            .rev()
            .filter(|entry| !entry.unit.code.source.is_internal)
            .cloned()
            .collect();
        if entries.is_empty() {
            return Value::None;
        }
        let traceback = Traceback {
            entries,
            position: 0,
        };
        let object = Object::Traceback(Box::new(traceback));
        Value::Obj(self.heap.alloc(classes::TRACEBACK, object))
    }
}

fn push_repeated(text: &mut String, repeated: usize) {
    if repeated > REPEATED_MAX {
        let more = repeated - REPEATED_MAX;
        let s = if more > 1 { "s" } else { "" };
        text.push_str(&format!("  [Previous line repeated {more} more time{s}]\n"));
    }
}

/// The source line of a syntax error with its carets.
fn syntax_lines(source: &str, line: Value, offset: Value, end_line: Value, end: Value) -> String {
    let right = source.trim_end_matches('\n');
    let left = right.trim_start_matches([' ', '\n', '\u{c}']);
    let (Value::Int(offset), Value::Int(line)) = (offset, line) else {
        return format!("    {left}\n");
    };
    let count = |text: &str| i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
    let spaces = count(right) - count(left);
    let mut end = match (end_line, end) {
        (Value::Int(end_line), _) if end_line != line => count(right) + 1,
        (Value::None, _) => count(right) + 1,
        (_, Value::Int(end)) if end != 0 => end,
        _ => offset,
    };
    let offset = if !source.is_empty() && offset > count(source) {
        count(source)
    } else {
        offset
    };
    if offset == end || end == -1 {
        end = offset + 1;
    }
    let (start, end) = (offset - 1 - spaces, end - 1 - spaces);
    let Ok(start) = usize::try_from(start) else {
        return format!("    {left}\n");
    };
    let gap: String = left
        .chars()
        .chain(std::iter::repeat(' '))
        .take(start)
        .map(|c| if c.is_whitespace() { c } else { ' ' })
        .collect();
    let carets = "^".repeat(usize::try_from(end).unwrap_or(0).saturating_sub(start));
    format!("    {left}\n    {gap}{carets}\n")
}

/// The source at the beginning of what follows a function in the list of lines.
fn source_lines(lines: &str) -> impl Iterator<Item = &str> {
    let lines = lines.lines();
    lines.map_while(|line| line.strip_prefix("#   "))
}
