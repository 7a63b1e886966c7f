//! Refuses identifiers that CPython would rewrite to Unicode's normal form NFKC.
//!
//! The tables of the full algorithm cost a tenth of the engine's download. The parser's stand-in
//! (`crate/stubs/unicode_normalization`) rewrites the fullwidth forms alone; here everything else
//! is refused
//! that looks like one name and means another.
//!
//! # Divergence from CPython
//!
//! A letter whose normal form cannot be confused with another spelling (the Thai am, vowel signs of
//! two parts,
//! Greek letters with oxia) is taken as it is written.

/// Ranges of characters that are not in normal form, or make the letter before them so; in
/// ascending order.
const REFUSED: [(char, char); 37] = [
    ('\u{aa}', '\u{aa}'),
    ('\u{b5}', '\u{b5}'),
    ('\u{ba}', '\u{ba}'),
    ('\u{132}', '\u{133}'),
    ('\u{13f}', '\u{140}'),
    ('\u{149}', '\u{149}'),
    ('\u{17f}', '\u{17f}'),
    ('\u{1c4}', '\u{1cc}'),
    ('\u{1f1}', '\u{1f3}'),
    ('\u{2b0}', '\u{2b8}'),
    ('\u{2e0}', '\u{2e4}'),
    ('\u{300}', '\u{345}'), // accents: with the letter before them they make another letter
    ('\u{3d0}', '\u{3d6}'),
    ('\u{3f0}', '\u{3f2}'),
    ('\u{3f4}', '\u{3f5}'),
    ('\u{3f9}', '\u{3f9}'),
    ('\u{587}', '\u{587}'),
    ('\u{675}', '\u{678}'),
    ('\u{1161}', '\u{1175}'), // parts of Hangul syllables
    ('\u{11a8}', '\u{11c2}'),
    ('\u{1d2c}', '\u{1d6a}'),
    ('\u{1d9b}', '\u{1dbf}'),
    ('\u{2071}', '\u{209c}'),
    ('\u{2102}', '\u{2115}'),
    ('\u{2119}', '\u{212d}'),
    ('\u{212f}', '\u{2149}'),
    ('\u{2160}', '\u{217f}'), // Roman numerals
    ('\u{2c7c}', '\u{2c7d}'),
    ('\u{3099}', '\u{309a}'),
    ('\u{3131}', '\u{318e}'),
    ('\u{f900}', '\u{faff}'),
    ('\u{fb00}', '\u{fdff}'), // ligatures and presentation forms
    ('\u{fe70}', '\u{fefc}'),
    ('\u{ff65}', '\u{ffdc}'),   // halfwidth forms
    ('\u{1d400}', '\u{1d7ff}'), // mathematical letters
    ('\u{1ee00}', '\u{1fbf9}'),
    ('\u{2f800}', '\u{2fa1d}'),
];

/// A name with its fullwidth letters made ordinary ones.
pub(super) fn of(name: &str) -> ruff_python_ast::name::Name {
    if name.is_ascii() {
        return ruff_python_ast::name::Name::new(name);
    }
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    name.chars().map(narrow).collect()
}

/// The first character for which a name is refused, and its offset in bytes.
pub(super) fn refused(name: &str) -> Option<(usize, char)> {
    if name.is_ascii() {
        return None;
    }
    name.char_indices().find(|&(_, c)| {
        let after = REFUSED.partition_point(|&(first, _)| first <= c);
        after > 0 && c <= REFUSED[after - 1].1
    })
}

#[cfg(test)]
mod tests {
    use super::{REFUSED, refused};

    #[test]
    fn ranges_ascend() {
        assert!(REFUSED.iter().all(|(first, last)| first <= last));
        assert!(REFUSED.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }

    #[test]
    fn letters_of_any_language_are_taken() {
        for name in [
            "n",
            "größe",
            "имя",
            "変数",
            "ทำ",
            "Ωμέγα",
            "nï_2",
            "ｎａｍｅ",
        ] {
            assert_eq!(refused(name), None, "{name}");
        }
    }

    #[test]
    fn what_cpython_would_rewrite_is_refused() {
        assert_eq!(refused("ﬁle"), Some((0, 'ﬁ')));
        assert_eq!(refused("of_ℝ"), Some((3, 'ℝ')));
        assert_eq!(refused("𝐱"), Some((0, '𝐱')));
        assert_eq!(refused("e\u{301}te"), Some((1, '\u{301}')));
        assert_eq!(refused("µs"), Some((0, 'µ')));
        assert_eq!(refused("x\u{2f800}"), Some((1, '\u{2f800}')));
    }
}
