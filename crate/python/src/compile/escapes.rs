//! What is wrong with an escape sequence, in the words of CPython's decoders.

use loopscope_fast::contains;

/// The complaint about the first bad escape of a string literal, prefix and quotes included.
pub(super) fn complaint(literal: &str) -> String {
    let quote = literal.find(['\'', '"']).unwrap_or(0);
    let prefix = literal[..quote].to_ascii_lowercase();
    let body = &literal[quote..];
    let width = if body.starts_with("'''") || body.starts_with("\"\"\"") {
        3
    } else {
        1
    };
    let body = body
        .get(width..body.len().saturating_sub(width))
        .unwrap_or("");
    let is_bytes = contains(&prefix, "b");
    // The decoder sees other characters than ASCII as `\UXXXXXXXX`.
    let mut position = 0;
    let mut rest = body;
    while let Some(c) = rest.chars().next() {
        if c != '\\' {
            position += if c.is_ascii() { 1 } else { 10 };
            rest = &rest[c.len_utf8()..];
            continue;
        }
        if let Some((length, what)) = bad_escape(rest, is_bytes) {
            if is_bytes {
                return format!("(value error) invalid \\x escape at position {position}");
            }
            let end = position + length - 1;
            return format!(
                "(unicode error) 'unicodeescape' codec can't decode bytes in position \
                 {position}-{end}: {what}"
            );
        }
        let next = rest[1..].chars().next().map_or(0, char::len_utf8);
        position += 1 + next;
        rest = &rest[1 + next..];
    }
    "(unicode error) 'unicodeescape' codec can't decode the literal".to_owned()
}

/// How long a bad escape at the start of a text is, and what is wrong with it.
fn bad_escape(text: &str, is_bytes: bool) -> Option<(usize, &'static str)> {
    let digits = |from: usize| {
        text[from..]
            .bytes()
            .take_while(u8::is_ascii_hexdigit)
            .count()
    };
    let (expected, what) = match text.as_bytes().get(1)? {
        b'x' => (2, "truncated \\xXX escape"),
        b'u' if !is_bytes => (4, "truncated \\uXXXX escape"),
        b'U' if !is_bytes => (8, "truncated \\UXXXXXXXX escape"),
        b'N' if !is_bytes => {
            if !text[2..].starts_with('{') {
                return Some((2, "malformed \\N character escape"));
            }
            return match text.find('}') {
                Some(end) => Some((end + 1, "unknown Unicode character name")),
                None => Some((text.len(), "malformed \\N character escape")),
            };
        }
        _ => return None,
    };
    let found = digits(2).min(expected);
    if found < expected {
        return Some((2 + found, what));
    }
    let value = u32::from_str_radix(&text[2..2 + expected], 16).ok()?;
    (value > 0x10_FFFF).then_some((2 + expected, "illegal Unicode character"))
}
