//! Stands in for the crate of the same name, whose tables cost about 50 kB of the engine's
//! download.

/// Iterates over the characters of a text in a normal form.
pub trait UnicodeNormalization {
    /// The characters in the form NFKC, as far as this stand-in knows it: fullwidth forms become
    /// the
    /// ASCII characters that they show, everything else stays. The compiler refuses the rest that
    /// matters.
    fn nfkc(&self) -> impl Iterator<Item = char>;
}

impl UnicodeNormalization for str {
    fn nfkc(&self) -> impl Iterator<Item = char> {
        self.chars().map(narrow)
    }
}

/// The ASCII character that a fullwidth form shows.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}
