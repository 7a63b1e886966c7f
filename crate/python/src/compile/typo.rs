//! "Did you mean 'async'?": misspelt keywords behind an "invalid syntax".

use super::tokens::{Kind, Scan, Token, scan};
use super::{Mode, Options, SyntaxError, SyntaxErrorClass, compile_module, normalise};
use crate::code::{Source, Span};

const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
];
/// How many names of the line are tried.
const NAMES_MAX: usize = 10;
/// How many keywords are tried for each.
const CANDIDATES_MAX: usize = 3;
/// How long the code may be that is parsed again for each try, in characters.
const REGION_MAX: usize = 1024;
/// How alike a name and a keyword must be.
const CUTOFF: f64 = 0.5;

/// Adds to a plain "invalid syntax" the keyword that a name on its line was probably meant to be,
/// as CPython does when it
/// shows an uncaught error. `closest` is the choice behind "Did you mean" for other names.
pub fn suggest_keyword(
    source: &str,
    error: SyntaxError,
    closest: &dyn Fn(&str, &[&'static str]) -> Option<&'static str>,
) -> SyntaxError {
    let is_plain = error.message == "invalid syntax"
        || loopscope_fast::contains(&error.message, "Perhaps you forgot a comma");
    if !is_plain {
        return error;
    }
    let source = Source::new("", &normalise(source), false);
    let scan = scan(&source);
    let start = region_start(&source, &scan, &error);
    let end = source
        .line_starts
        .get(error.line as usize)
        .map_or(source.text.len(), |&next| next as usize);
    let region = &source.text[start..end.max(start)];
    if region.chars().count() > REGION_MAX {
        return error;
    }
    let names = scan.tokens.iter().filter(|token| {
        let text = &source.text[token.start..token.end];
        token.kind == Kind::Name
            && line_of(&source, token.start) == error.line
            && !KEYWORDS.contains(&text)
    });
    for token in names.take(NAMES_MAX) {
        let wrong = &source.text[token.start..token.end];
        let mut candidates: Vec<&'static str> = closest(wrong, &KEYWORDS).into_iter().collect();
        candidates.extend(close_matches(wrong));
        for keyword in candidates.into_iter().take(CANDIDATES_MAX) {
            if keyword != wrong && is_cured(region, start, token, keyword) {
                return amended(&source, token, keyword);
            }
        }
    }
    error
}

fn line_of(source: &Source, at: usize) -> u32 {
    source.line_of(u32::try_from(at).unwrap_or(u32::MAX))
}

/// Where the last statement of the module before the wrong one begins.
fn region_start(source: &Source, scan: &Scan, error: &SyntaxError) -> usize {
    let mut starts = Vec::new();
    let mut at_start = true;
    for token in &scan.tokens {
        let text = &source.text[token.start..token.end];
        let is_new = at_start
            && token.level == 0
            && token.kind != Kind::Newline
            && source
                .line_text(line_of(source, token.start))
                .starts_with(text)
            && line_of(source, token.start) <= error.line
            && !matches!(text, "else" | "elif" | "except" | "finally" | "@");
        if is_new {
            starts.push(token.start);
        }
        at_start = token.kind == Kind::Newline;
    }
    starts.iter().rev().nth(1).copied().unwrap_or(0)
}

/// Whether the code is right, or may go on to be, with a keyword in the place of a token.
fn is_cured(region: &str, start: usize, token: &Token, keyword: &str) -> bool {
    let mut text = region.to_owned();
    text.replace_range(token.start - start..token.end - start, keyword);
    let options = Options {
        is_internal: false,
        mode: Mode::Exec,
    };
    match compile_module("", &text, options) {
        Ok(_) => true,
        Err(error) => is_incomplete(&error, &text),
    }
}

fn is_incomplete(error: &SyntaxError, text: &str) -> bool {
    let is_at_end = error.span.start as usize >= text.trim_end().len();
    error.message.ends_with("was never closed")
        || error.message.starts_with("unterminated triple-quoted")
        || (is_at_end && error.message.starts_with("expected 'except' or 'finally'"))
        || (is_at_end && error.message.starts_with("expected an indented block"))
}

fn amended(source: &Source, token: &Token, keyword: &str) -> SyntaxError {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let span = Span {
        start: offset(token.start),
        end: offset(token.end),
    };
    let message = format!("invalid syntax. Did you mean '{keyword}'?");
    SyntaxError::new(source, SyntaxErrorClass::Syntax, message, span)
}

/// The keywords most like a word, the likest first.
fn close_matches(word: &str) -> Vec<&'static str> {
    let word: Vec<char> = word.chars().collect();
    let mut scored: Vec<(f64, &'static str)> = KEYWORDS
        .iter()
        .map(|&keyword| {
            let letters: Vec<char> = keyword.chars().collect();
            (similarity(&letters, &word), keyword)
        })
        .filter(|&(score, _)| score >= CUTOFF)
        .collect();
    scored.sort_by(|a, b| b.partial_cmp(a).unwrap_or(std::cmp::Ordering::Equal));
    scored
        .into_iter()
        .take(CANDIDATES_MAX)
        .map(|(_, keyword)| keyword)
        .collect()
}

/// Twice the letters in common over all letters.
#[expect(clippy::cast_precision_loss, reason = "names are short")]
fn similarity(a: &[char], b: &[char]) -> f64 {
    let total = a.len() + b.len();
    if total == 0 {
        return 1.0;
    }
    2.0 * common(a, b) as f64 / total as f64
}

/// How many letters match: the longest common run, and the same to its left and right.
fn common(a: &[char], b: &[char]) -> usize {
    let (mut best, mut at_a, mut at_b) = (0, 0, 0);
    for i in 0..a.len() {
        for j in 0..b.len() {
            let run = a[i..]
                .iter()
                .zip(&b[j..])
                .take_while(|(x, y)| x == y)
                .count();
            if run > best {
                (best, at_a, at_b) = (run, i, j);
            }
        }
    }
    if best == 0 {
        return 0;
    }
    best + common(&a[..at_a], &b[..at_b]) + common(&a[at_a + best..], &b[at_b + best..])
}
