//! `str`: what every part of the engine needs of text — `repr`, characters, items, `+` and `*`.

use std::rc::Rc;

use loopscope_fast::contains;

use crate::native::PyResult;
use crate::object::{ObjId, Object, Str, Value, classes};
use crate::vm::Vm;

/// The zeros of all scripts: each begins a run of ten decimal digits (Unicode 16, category Nd).
const ZEROS: [u32; 76] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66,
    0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0,
    0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50,
    0x11DA0, 0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70, 0x1CCF0, 0x1D7CE, 0x1D7D8,
    0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
];

/// Whether `str.isspace`, `strip` and `split` take a character for white space.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\x1c'..='\x1f')
}

/// The first place from `from` on where a character is white space, or where it is not; the text's
/// end if there is none.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn find_space(text: &str, from: usize, is_wanted: bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        let byte = bytes[at];
        let (is_found, n_bytes) = if byte.is_ascii() {
            (matches!(byte, b'\t'..=b'\r' | b'\x1c'..=b' '), 1)
        } else {
            let c = text[at..].chars().next().unwrap_or_default();
            (is_space(c), c.len_utf8())
        };
        if is_found == is_wanted {
            break;
        }
        at += n_bytes;
    }
    at
}

/// Where `needle` is found first at or after `from`.
fn find_text(text: &str, needle: &str, from: usize) -> Option<usize> {
    let found = loopscope_fast::find(&text.as_bytes()[from..], needle.as_bytes());
    found.map(|offset| from + offset)
}

/// How often `needle`, which is not empty, is found side by side, up to a number.
pub(crate) fn count_text(text: &str, needle: &str, n_max: usize) -> usize {
    let (mut n, mut from) = (0, 0);
    while n < n_max
        && let Some(at) = find_text(text, needle, from)
    {
        n += 1;
        from = at + needle.len();
    }
    n
}

/// The text with the first `n` of the places where `old`, which is not empty, is found replaced.
pub(crate) fn replace_text(text: &str, old: &str, new: &str, n: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for _ in 0..n {
        let Some(at) = find_text(text, old, from) else {
            break;
        };
        out.push_str(&text[from..at]);
        out.push_str(new);
        from = at + old.len();
    }
    out.push_str(&text[from..]);
    out
}

/// The value of a decimal digit of any script.
pub(crate) fn decimal_value(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
    }
    let code = u32::from(c);
    let index = ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?;
    u8::try_from(code - ZEROS[index])
        .ok()
        .filter(|digit| *digit < 10)
}

/// The value of a digit in a base up to 36.
pub(crate) fn digit_value(c: char, radix: u32) -> Option<u8> {
    let digit = match c.to_digit(36) {
        Some(digit) => u8::try_from(digit).ok()?,
        None => decimal_value(c)?,
    };
    (u32::from(digit) < radix).then_some(digit)
}

/// Whether `repr` shows a character as itself.
pub(crate) fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return !c.is_ascii_control();
    }
    // std escapes the same categories; a character in front keeps combining ones out of its special
    // case.
    let mut pair = ['a'; 2].into_iter().collect::<String>();
    pair.pop();
    pair.push(c);
    pair.escape_debug().count() == 2
}

/// Whether a character is drawn together with the one before it: std escapes it when it is alone.
pub(crate) fn is_combining(c: char) -> bool {
    is_printable(c) && c.escape_debug().count() > 1 && !matches!(c, '\'' | '"' | '\\')
}

/// Writes the escape of a character that `repr` doesn't show.
fn push_escape(out: &mut String, c: char) {
    let text = match c {
        '\n' => "\\n".into(),
        '\r' => "\\r".into(),
        '\t' => "\\t".into(),
        _ => match u32::from(c) {
            code @ 0..=0xFF => format!("\\x{code:02x}"),
            code @ 0x100..=0xFFFF => format!("\\u{code:04x}"),
            code => format!("\\U{code:08x}"),
        },
    };
    out.push_str(&text);
}

fn quoted(text: &str, shows: fn(char) -> bool) -> String {
    let quote = if contains(text, "'") && !contains(text, "\"") {
        '"'
    } else {
        '\''
    };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        if c == quote || c == '\\' {
            out.push('\\');
            out.push(c);
        } else if shows(c) {
            out.push(c);
        } else {
            push_escape(&mut out, c);
        }
    }
    out.push(quote);
    out
}

/// The `repr` of a string.
pub(crate) fn repr_str(text: &str) -> String {
    quoted(text, is_printable)
}

/// Replaces what is not ASCII by escapes, as `ascii()` does with a `repr`.
pub(crate) fn ascii(repr: &str) -> String {
    let mut out = String::with_capacity(repr.len());
    for c in repr.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            push_escape(&mut out, c);
        }
    }
    out
}

/// The byte offset of a character index; the end of the text if it is beyond.
pub(crate) fn byte_offset(string: &Str, index: usize) -> usize {
    if string.is_ascii() {
        return index.min(string.text.len());
    }
    string
        .text
        .char_indices()
        .nth(index)
        .map_or(string.text.len(), |(offset, _)| offset)
}

impl Vm {
    /// Whether a value has `__index__`.
    pub(crate) fn is_index(&mut self, value: Value) -> bool {
        match value {
            Value::Int(_) | Value::Bool(_) => true,
            Value::Obj(_) => {
                self.number(value).is_some_and(|num| num.is_int())
                    || self.lookup_special(value, "__index__").is_some()
            }
            _ => false,
        }
    }

    /// An index of an item: as `to_index`, but an `int` beyond 64 bits is an `IndexError`.
    ///
    /// # Errors
    ///
    /// `TypeError`, `IndexError`.
    pub(crate) fn item_index(&mut self, key: Value) -> PyResult<i64> {
        if let super::number::Num::Int(index) = self.index_of(key)? {
            return Ok(index);
        }
        let name = self.type_name(key);
        Err(self.index_error(format_args!(
            "cannot fit '{name}' into an index-sized integer"
        )))
    }

    /// The text of a string argument.
    ///
    /// # Errors
    ///
    /// `TypeError` with the message that `describe` makes of the value's class name.
    pub(crate) fn expect_str(
        &mut self,
        value: Value,
        describe: impl FnOnce(&str) -> String,
    ) -> PyResult<Rc<str>> {
        if let Some(string) = self.heap.str(value) {
            return Ok(Rc::clone(&string.text));
        }
        let name = if value.is_none() {
            "None".into()
        } else {
            self.type_name(value)
        };
        let text = describe(&name);
        Err(self.type_error(&text))
    }

    /// Makes sure that so many bytes may still be allocated.
    ///
    /// # Errors
    ///
    /// `MemoryError`.
    pub(crate) fn check_room(&mut self, bytes: Option<usize>) -> PyResult<usize> {
        let left = self
            .options
            .heap_bytes_max
            .saturating_sub(self.heap.size_bytes());
        match bytes.filter(|bytes| *bytes <= left) {
            Some(bytes) => Ok(bytes),
            None => Err(self.raise(classes::MEMORY_ERROR, "")),
        }
    }

    /// `a + b` with a string on the left.
    ///
    /// # Errors
    ///
    /// `TypeError` if the right side is no string, `MemoryError`.
    pub(crate) fn str_concat(&mut self, a: Value, b: Value) -> PyResult {
        let (Some(left), Some(right)) = (self.heap.str(a), self.heap.str(b)) else {
            let name = self.type_name(b);
            return Err(self.type_error(format_args!(
                "can only concatenate str (not \"{name}\") to str"
            )));
        };
        let text = [&*left.text, &*right.text].concat();
        if text.len() > 1 << 20 {
            self.check_room(Some(text.len()))?;
        }
        Ok(self.heap.new_str(&text))
    }

    /// How many times a sequence is to be repeated; below 0 counts as 0.
    ///
    /// # Errors
    ///
    /// `TypeError` for anything but an integer, `OverflowError`.
    pub(crate) fn repeat_count(&mut self, count: Value) -> PyResult<u64> {
        if !self.is_index(count) {
            let name = self.type_name(count);
            return Err(self.type_error(format_args!(
                "can't multiply sequence by non-int of type '{name}'"
            )));
        }
        Ok(self.to_length(count)?.max(0).unsigned_abs())
    }

    /// `string * count`
    ///
    /// # Errors
    ///
    /// As `repeat_count`; `MemoryError`.
    pub(crate) fn str_repeat(&mut self, string: Value, count: Value) -> PyResult {
        let count = self.repeat_count(count)?;
        let Some(text) = self.heap.str(string).map(|string| Rc::clone(&string.text)) else {
            return Err(self.type_error("expected a string"));
        };
        if super::bytes::is_too_long(text.len(), count) {
            return Err(self.overflow_error("repeated string is too long"));
        }
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        self.check_room(text.len().checked_mul(count))?;
        Ok(self.heap.new_str(&text.repeat(count)))
    }

    /// Makes an instance of `str` or of a subclass.
    pub(crate) fn new_str_of(&mut self, class: ObjId, text: &str) -> Value {
        let plain = self.heap.new_str(text);
        if class == classes::STR {
            return plain;
        }
        let string = self.heap.str(plain).expect("just made").clone();
        Value::Obj(self.heap.alloc(class, Object::Str(string)))
    }
}

#[cfg(test)]
mod tests {
    use super::{ascii, decimal_value, repr_str};

    /// Each from CPython.
    #[test]
    fn texts_are_shown_as_by_cpython() {
        for (text, repr) in [
            ("a'b", "\"a'b\""),
            ("a'\"b", "'a\\'\"b'"),
            ("\n\t\\\x00\x7f", "'\\n\\t\\\\\\x00\\x7f'"),
            ("\u{e9}\u{a0}\u{301}", "'\u{e9}\\xa0\u{301}'"),
            ("\u{200b}\u{2028}\u{1f600}", "'\\u200b\\u2028\u{1f600}'"),
            ("\u{e000}\u{10ffff}", "'\\ue000\\U0010ffff'"),
        ] {
            assert_eq!(repr_str(text), repr);
        }
        assert_eq!(ascii("'\u{e9}\u{1f600}'"), "'\\xe9\\U0001f600'");
    }

    #[test]
    fn digits_of_other_scripts_count() {
        assert_eq!(decimal_value('\u{663}'), Some(3));
        assert_eq!(decimal_value('\u{b2}'), None);
    }
}
