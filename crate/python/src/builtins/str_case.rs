//! `str`: upper and lower case, and what kind of characters a string has.

use super::case_map::{self, push_lower, push_upper};
use super::str_methods::self_text;
use super::text::{decimal_value, is_combining, is_printable, is_space};
use crate::native::{NativeDef, PyResult};
use crate::object::Value;
use crate::vm::Vm;

/// Methods of `str` about case and kinds of characters.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("upper", "self, /", |vm, args| {
        map(vm, args, case_map::upper)
    }),
    NativeDef::new("lower", "self, /", |vm, args| {
        map(vm, args, case_map::lower)
    }),
    NativeDef::new("casefold", "self, /", |vm, args| map(vm, args, fold)),
    NativeDef::new("title", "self, /", |vm, args| map(vm, args, title)),
    NativeDef::new("capitalize", "self, /", |vm, args| {
        map(vm, args, capitalize)
    }),
    NativeDef::new("swapcase", "self, /", |vm, args| map(vm, args, swap_case)),
    NativeDef::new("isalnum", "self, /", |vm, args| {
        all(vm, args, |c| c.is_alphanumeric() || is_numeric(c))
    }),
    NativeDef::new("isalpha", "self, /", |vm, args| {
        all(vm, args, |c| c.is_alphabetic() && !is_mark_or_number(c))
    }),
    NativeDef::new("isdecimal", "self, /", |vm, args| {
        all(vm, args, |c| decimal_value(c).is_some())
    }),
    NativeDef::new("isdigit", "self, /", |vm, args| all(vm, args, is_digit)),
    NativeDef::new("isnumeric", "self, /", |vm, args| all(vm, args, is_numeric)),
    NativeDef::new("isspace", "self, /", |vm, args| all(vm, args, is_space)),
    NativeDef::new("isascii", "self, /", |vm, args| {
        let text = self_text(vm, args[0])?;
        Ok(Value::bool(text.is_ascii()))
    }),
    NativeDef::new("isprintable", "self, /", |vm, args| {
        let text = self_text(vm, args[0])?;
        Ok(Value::bool(text.chars().all(is_printable)))
    }),
    NativeDef::new("isidentifier", "self, /", |vm, args| {
        let text = self_text(vm, args[0])?;
        Ok(Value::bool(is_identifier(&text)))
    }),
    NativeDef::new("islower", "self, /", |vm, args| {
        let text = self_text(vm, args[0])?;
        let has_lower = text.chars().any(char::is_lowercase);
        Ok(Value::bool(has_lower && !text.chars().any(is_upper)))
    }),
    NativeDef::new("isupper", "self, /", |vm, args| {
        let text = self_text(vm, args[0])?;
        let has_upper = text.chars().any(char::is_uppercase);
        let has_other = text.chars().any(|c| c.is_lowercase() || is_title(c));
        Ok(Value::bool(has_upper && !has_other))
    }),
    NativeDef::new("istitle", "self, /", |vm, args| {
        let text = self_text(vm, args[0])?;
        Ok(Value::bool(is_title_case(&text)))
    }),
];

/// Digits that are no decimal digits: superscripts, circled ones, … (Unicode 16).
const DIGITS: [(u32, u32); 20] = [
    (0xB2, 0xB3),
    (0xB9, 0xB9),
    (0x1369, 0x1371),
    (0x19DA, 0x19DA),
    (0x2070, 0x2070),
    (0x2074, 0x2079),
    (0x2080, 0x2089),
    (0x2460, 0x2468),
    (0x2474, 0x247C),
    (0x2488, 0x2490),
    (0x24EA, 0x24EA),
    (0x24F5, 0x24FD),
    (0x24FF, 0x24FF),
    (0x2776, 0x277E),
    (0x2780, 0x2788),
    (0x278A, 0x2792),
    (0x10A40, 0x10A43),
    (0x10E60, 0x10E68),
    (0x11052, 0x1105A),
    (0x1F100, 0x1F10A),
];

/// Chinese characters for numbers.
const NUMBERS: &str = "一七万三两九二五世京亿什仟仨五仟伍佰俩倆億兆兩八六十千卅卌叁参參四壱壹幺廾廿弌弍弎弐拾拾捌柒洞漆玖百皕秭肆萬贰貳贲鈎钩陆陌陸零";

fn map(vm: &mut Vm, args: &[Value], change: fn(&str) -> String) -> PyResult {
    let text = self_text(vm, args[0])?;
    let changed = change(&text);
    Ok(vm.heap.new_str(&changed))
}

fn all(vm: &mut Vm, args: &[Value], test: fn(char) -> bool) -> PyResult {
    let text = self_text(vm, args[0])?;
    Ok(Value::bool(!text.is_empty() && text.chars().all(test)))
}

fn is_digit(c: char) -> bool {
    let code = u32::from(c);
    decimal_value(c).is_some()
        || DIGITS
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&code))
}

fn is_numeric(c: char) -> bool {
    c.is_numeric() || (!c.is_ascii() && NUMBERS.chars().any(|known| known == c))
}

/// Alphabetic for std, yet no letter for CPython: letter-like numbers and vowel marks.
fn is_mark_or_number(c: char) -> bool {
    !c.is_ascii()
        && (c.is_numeric() || matches!(u32::from(c), 0x345 | 0x24B6..=0x24E9 | 0x1F130..=0x1F189))
}

/// One character in title case.
fn push_title(out: &mut String, c: char) {
    match u32::from(c) {
        // Digraphs have a form of their own; Georgian letters keep theirs.
        0x1C4..=0x1C6 => out.push('\u{1C5}'),
        0x1C7..=0x1C9 => out.push('\u{1C8}'),
        0x1CA..=0x1CC => out.push('\u{1CB}'),
        0x1F1..=0x1F3 => out.push('\u{1F2}'),
        0x10D0..=0x10FA | 0x10FD..=0x10FF => out.push(c),
        code @ 0x1F80..=0x1FAF => out.push(char::from_u32(code | 8).unwrap_or(c)),
        _ => {
            let mut upper = String::new();
            push_upper(&mut upper, c);
            let mut upper = upper.chars();
            out.extend(upper.next());
            upper.for_each(|c| push_lower(out, c));
        }
    }
}

fn is_title(c: char) -> bool {
    matches!(
        u32::from(c),
        0x1C5 | 0x1C8 | 0x1CB | 0x1F2 | 0x1F88..=0x1F8F | 0x1F98..=0x1F9F | 0x1FA8..=0x1FAF | 0x1FBC
            | 0x1FCC
            | 0x1FFC
    )
}

fn is_upper(c: char) -> bool {
    c.is_uppercase() || is_title(c)
}

pub(super) fn is_cased(c: char) -> bool {
    c.is_lowercase() || is_upper(c)
}

fn title(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_inside = false;
    for c in text.chars() {
        if is_inside {
            push_lower(&mut out, c);
        } else {
            push_title(&mut out, c);
        }
        is_inside = is_cased(c);
    }
    out
}

fn capitalize(text: &str) -> String {
    let mut chars = text.chars();
    let mut out = String::with_capacity(text.len());
    if let Some(first) = chars.next() {
        push_title(&mut out, first);
        out.push_str(&case_map::lower(chars.as_str()));
    }
    out
}

fn swap_case(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_uppercase() {
            push_lower(&mut out, c);
        } else if c.is_lowercase() {
            push_upper(&mut out, c);
        } else {
            out.push(c);
        }
    }
    out
}

/// Case folding: the lower case of the upper case, but for Cherokee, which folds up.
fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match u32::from(c) {
            0x13A0..=0x13F5 => out.push(c),
            0xAB70..=0xABBF | 0x13F8..=0x13FD => push_upper(&mut out, c),
            _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            0x130 => out.push_str("i\u{307}"),
            0x131 => out.push(c),
            _ => {
                let mut upper = String::new();
                push_upper(&mut upper, c);
                upper.chars().for_each(|c| push_lower(&mut out, c));
            }
        }
    }
    out
}

fn is_title_case(text: &str) -> bool {
    let mut has_cased = false;
    let mut is_inside = false;
    for c in text.chars() {
        if is_upper(c) {
            if is_inside {
                return false;
            }
            is_inside = true;
            has_cased = true;
        } else if c.is_lowercase() {
            if !is_inside {
                return false;
            }
            has_cased = true;
        } else {
            is_inside = false;
        }
    }
    has_cased
}

/// Whether a text could be a name (`XID_Start`, then `XID_Continue`).
pub(crate) fn is_identifier(text: &str) -> bool {
    let is_start = |c: char| c == '_' || (c.is_alphabetic() && !is_digit(c));
    let is_other = |c| decimal_value(c).is_some() || continues_name(c);
    let mut chars = text.chars();
    chars.next().is_some_and(is_start) && chars.all(|c| is_start(c) || is_other(c))
}

/// What else stands inside of names: ties, dots, joiners and combining marks, but for those that
/// enclose.
fn continues_name(c: char) -> bool {
    match c {
        '\u{488}' | '\u{489}' | '\u{1abe}' | '\u{a670}'..='\u{a672}' => false,
        '\u{20dd}'..='\u{20e0}' | '\u{20e2}'..='\u{20e4}' => false,
        '\u{b7}' | '\u{387}' | '\u{200c}' | '\u{200d}' | '\u{203f}' | '\u{2040}' => true,
        '\u{2054}' | '\u{30fb}' | '\u{fe33}' | '\u{fe34}' => true,
        '\u{fe4d}'..='\u{fe4f}' | '\u{ff3f}' => true,
        _ => is_combining(c),
    }
}

#[cfg(test)]
mod tests {
    use super::{capitalize, fold, is_title_case, swap_case, title};

    /// Each from CPython.
    #[test]
    fn case_changes_as_in_cpython() {
        assert_eq!(title("they're hELLO"), "They'Re Hello");
        assert_eq!(capitalize("\u{df}abC"), "Ssabc");
        assert_eq!(swap_case("Hello"), "hELLO");
        assert_eq!(fold("Stra\u{df}e\u{3c2}"), "strasse\u{3c3}");
        assert!(is_title_case("Hello World"));
        assert!(!is_title_case("HeLLo"));
    }
}
