//! Upper and lower case of characters.
//!
//! The standard library's tables are four times as much to download as these, in which letters that
//! are as far from
//! their other case stand together.

use std::cmp::Ordering;

/// Letters that map alike: the first, how many more, every how many characters one, how far the
/// other case is.
type Run = (u32, u16, u8, i32);

#[rustfmt::skip]
const TO_LOWER: [Run; 184] = [
    (0xC0, 22, 1, 32), (0xD8, 6, 1, 32), (0x100, 23, 2, 1), (0x132, 2, 2, 1), (0x139, 7, 2, 1),
    (0x14A, 22, 2, 1), (0x178, 0, 1, -121), (0x179, 2, 2, 1), (0x181, 0, 1, 210), (0x182, 1, 2, 1),
    (0x186, 0, 1, 206), (0x187, 0, 1, 1), (0x189, 1, 1, 205), (0x18B, 0, 1, 1), (0x18E, 0, 1, 79),
    (0x18F, 0, 1, 202), (0x190, 0, 1, 203), (0x191, 0, 1, 1), (0x193, 0, 1, 205),
    (0x194, 0, 1, 207), (0x196, 0, 1, 211), (0x197, 0, 1, 209), (0x198, 0, 1, 1),
    (0x19C, 0, 1, 211), (0x19D, 0, 1, 213), (0x19F, 0, 1, 214), (0x1A0, 2, 2, 1),
    (0x1A6, 0, 1, 218), (0x1A7, 0, 1, 1), (0x1A9, 0, 1, 218), (0x1AC, 0, 1, 1), (0x1AE, 0, 1, 218),
    (0x1AF, 0, 1, 1), (0x1B1, 1, 1, 217), (0x1B3, 1, 2, 1), (0x1B7, 0, 1, 219), (0x1B8, 0, 1, 1),
    (0x1BC, 0, 1, 1), (0x1C4, 0, 1, 2), (0x1C5, 0, 1, 1), (0x1C7, 0, 1, 2), (0x1C8, 0, 1, 1),
    (0x1CA, 0, 1, 2), (0x1CB, 8, 2, 1), (0x1DE, 8, 2, 1), (0x1F1, 0, 1, 2), (0x1F2, 1, 2, 1),
    (0x1F6, 0, 1, -97), (0x1F7, 0, 1, -56), (0x1F8, 19, 2, 1), (0x220, 0, 1, -130),
    (0x222, 8, 2, 1), (0x23A, 0, 1, 10795), (0x23B, 0, 1, 1), (0x23D, 0, 1, -163),
    (0x23E, 0, 1, 10792), (0x241, 0, 1, 1), (0x243, 0, 1, -195), (0x244, 0, 1, 69),
    (0x245, 0, 1, 71), (0x246, 4, 2, 1), (0x370, 1, 2, 1), (0x376, 0, 1, 1), (0x37F, 0, 1, 116),
    (0x386, 0, 1, 38), (0x388, 2, 1, 37), (0x38C, 0, 1, 64), (0x38E, 1, 1, 63), (0x391, 16, 1, 32),
    (0x3A3, 8, 1, 32), (0x3CF, 0, 1, 8), (0x3D8, 11, 2, 1), (0x3F4, 0, 1, -60), (0x3F7, 0, 1, 1),
    (0x3F9, 0, 1, -7), (0x3FA, 0, 1, 1), (0x3FD, 2, 1, -130), (0x400, 15, 1, 80),
    (0x410, 31, 1, 32), (0x460, 16, 2, 1), (0x48A, 26, 2, 1), (0x4C0, 0, 1, 15), (0x4C1, 6, 2, 1),
    (0x4D0, 47, 2, 1), (0x531, 37, 1, 48), (0x10A0, 37, 1, 7264), (0x10C7, 0, 1, 7264),
    (0x10CD, 0, 1, 7264), (0x13A0, 79, 1, 38864), (0x13F0, 5, 1, 8), (0x1C89, 0, 1, 1),
    (0x1C90, 42, 1, -3008), (0x1CBD, 2, 1, -3008), (0x1E00, 74, 2, 1), (0x1E9E, 0, 1, -7615),
    (0x1EA0, 47, 2, 1), (0x1F08, 7, 1, -8), (0x1F18, 5, 1, -8), (0x1F28, 7, 1, -8),
    (0x1F38, 7, 1, -8), (0x1F48, 5, 1, -8), (0x1F59, 3, 2, -8), (0x1F68, 7, 1, -8),
    (0x1F88, 7, 1, -8), (0x1F98, 7, 1, -8), (0x1FA8, 7, 1, -8), (0x1FB8, 1, 1, -8),
    (0x1FBA, 1, 1, -74), (0x1FBC, 0, 1, -9), (0x1FC8, 3, 1, -86), (0x1FCC, 0, 1, -9),
    (0x1FD8, 1, 1, -8), (0x1FDA, 1, 1, -100), (0x1FE8, 1, 1, -8), (0x1FEA, 1, 1, -112),
    (0x1FEC, 0, 1, -7), (0x1FF8, 1, 1, -128), (0x1FFA, 1, 1, -126), (0x1FFC, 0, 1, -9),
    (0x2126, 0, 1, -7517), (0x212A, 0, 1, -8383), (0x212B, 0, 1, -8262), (0x2132, 0, 1, 28),
    (0x2160, 15, 1, 16), (0x2183, 0, 1, 1), (0x24B6, 25, 1, 26), (0x2C00, 47, 1, 48),
    (0x2C60, 0, 1, 1), (0x2C62, 0, 1, -10743), (0x2C63, 0, 1, -3814), (0x2C64, 0, 1, -10727),
    (0x2C67, 2, 2, 1), (0x2C6D, 0, 1, -10780), (0x2C6E, 0, 1, -10749), (0x2C6F, 0, 1, -10783),
    (0x2C70, 0, 1, -10782), (0x2C72, 0, 1, 1), (0x2C75, 0, 1, 1), (0x2C7E, 1, 1, -10815),
    (0x2C80, 49, 2, 1), (0x2CEB, 1, 2, 1), (0x2CF2, 0, 1, 1), (0xA640, 22, 2, 1),
    (0xA680, 13, 2, 1), (0xA722, 6, 2, 1), (0xA732, 30, 2, 1), (0xA779, 1, 2, 1),
    (0xA77D, 0, 1, -35332), (0xA77E, 4, 2, 1), (0xA78B, 0, 1, 1), (0xA78D, 0, 1, -42280),
    (0xA790, 1, 2, 1), (0xA796, 9, 2, 1), (0xA7AA, 0, 1, -42308), (0xA7AB, 0, 1, -42319),
    (0xA7AC, 0, 1, -42315), (0xA7AD, 0, 1, -42305), (0xA7AE, 0, 1, -42308), (0xA7B0, 0, 1, -42258),
    (0xA7B1, 0, 1, -42282), (0xA7B2, 0, 1, -42261), (0xA7B3, 0, 1, 928), (0xA7B4, 7, 2, 1),
    (0xA7C4, 0, 1, -48), (0xA7C5, 0, 1, -42307), (0xA7C6, 0, 1, -35384), (0xA7C7, 1, 2, 1),
    (0xA7CB, 0, 1, -42343), (0xA7CC, 7, 2, 1), (0xA7DC, 0, 1, -42561), (0xA7F5, 0, 1, 1),
    (0xFF21, 25, 1, 32), (0x10400, 39, 1, 40), (0x104B0, 35, 1, 40), (0x10570, 10, 1, 39),
    (0x1057C, 14, 1, 39), (0x1058C, 6, 1, 39), (0x10594, 1, 1, 39), (0x10C80, 50, 1, 64),
    (0x10D50, 21, 1, 32), (0x118A0, 31, 1, 32), (0x16E40, 31, 1, 32), (0x16EA0, 24, 1, 27),
    (0x1E900, 33, 1, 34),
];

#[rustfmt::skip]
const TO_UPPER: [Run; 197] = [
    (0xB5, 0, 1, 743), (0xE0, 22, 1, -32), (0xF8, 6, 1, -32), (0xFF, 0, 1, 121), (0x101, 23, 2, -1),
    (0x131, 0, 1, -232), (0x133, 2, 2, -1), (0x13A, 7, 2, -1), (0x14B, 22, 2, -1),
    (0x17A, 2, 2, -1), (0x17F, 0, 1, -300), (0x180, 0, 1, 195), (0x183, 1, 2, -1),
    (0x188, 0, 1, -1), (0x18C, 0, 1, -1), (0x192, 0, 1, -1), (0x195, 0, 1, 97), (0x199, 0, 1, -1),
    (0x19A, 0, 1, 163), (0x19B, 0, 1, 42561), (0x19E, 0, 1, 130), (0x1A1, 2, 2, -1),
    (0x1A8, 0, 1, -1), (0x1AD, 0, 1, -1), (0x1B0, 0, 1, -1), (0x1B4, 1, 2, -1), (0x1B9, 0, 1, -1),
    (0x1BD, 0, 1, -1), (0x1BF, 0, 1, 56), (0x1C5, 0, 1, -1), (0x1C6, 0, 1, -2), (0x1C8, 0, 1, -1),
    (0x1C9, 0, 1, -2), (0x1CB, 0, 1, -1), (0x1CC, 0, 1, -2), (0x1CE, 7, 2, -1), (0x1DD, 0, 1, -79),
    (0x1DF, 8, 2, -1), (0x1F2, 0, 1, -1), (0x1F3, 0, 1, -2), (0x1F5, 0, 1, -1), (0x1F9, 19, 2, -1),
    (0x223, 8, 2, -1), (0x23C, 0, 1, -1), (0x23F, 1, 1, 10815), (0x242, 0, 1, -1),
    (0x247, 4, 2, -1), (0x250, 0, 1, 10783), (0x251, 0, 1, 10780), (0x252, 0, 1, 10782),
    (0x253, 0, 1, -210), (0x254, 0, 1, -206), (0x256, 1, 1, -205), (0x259, 0, 1, -202),
    (0x25B, 0, 1, -203), (0x25C, 0, 1, 42319), (0x260, 0, 1, -205), (0x261, 0, 1, 42315),
    (0x263, 0, 1, -207), (0x264, 0, 1, 42343), (0x265, 0, 1, 42280), (0x266, 0, 1, 42308),
    (0x268, 0, 1, -209), (0x269, 0, 1, -211), (0x26A, 0, 1, 42308), (0x26B, 0, 1, 10743),
    (0x26C, 0, 1, 42305), (0x26F, 0, 1, -211), (0x271, 0, 1, 10749), (0x272, 0, 1, -213),
    (0x275, 0, 1, -214), (0x27D, 0, 1, 10727), (0x280, 0, 1, -218), (0x282, 0, 1, 42307),
    (0x283, 0, 1, -218), (0x287, 0, 1, 42282), (0x288, 0, 1, -218), (0x289, 0, 1, -69),
    (0x28A, 1, 1, -217), (0x28C, 0, 1, -71), (0x292, 0, 1, -219), (0x29D, 0, 1, 42261),
    (0x29E, 0, 1, 42258), (0x345, 0, 1, 84), (0x371, 1, 2, -1), (0x377, 0, 1, -1),
    (0x37B, 2, 1, 130), (0x3AC, 0, 1, -38), (0x3AD, 2, 1, -37), (0x3B1, 16, 1, -32),
    (0x3C2, 0, 1, -31), (0x3C3, 8, 1, -32), (0x3CC, 0, 1, -64), (0x3CD, 1, 1, -63),
    (0x3D0, 0, 1, -62), (0x3D1, 0, 1, -57), (0x3D5, 0, 1, -47), (0x3D6, 0, 1, -54),
    (0x3D7, 0, 1, -8), (0x3D9, 11, 2, -1), (0x3F0, 0, 1, -86), (0x3F1, 0, 1, -80), (0x3F2, 0, 1, 7),
    (0x3F3, 0, 1, -116), (0x3F5, 0, 1, -96), (0x3F8, 0, 1, -1), (0x3FB, 0, 1, -1),
    (0x430, 31, 1, -32), (0x450, 15, 1, -80), (0x461, 16, 2, -1), (0x48B, 26, 2, -1),
    (0x4C2, 6, 2, -1), (0x4CF, 0, 1, -15), (0x4D1, 47, 2, -1), (0x561, 37, 1, -48),
    (0x10D0, 42, 1, 3008), (0x10FD, 2, 1, 3008), (0x13F8, 5, 1, -8), (0x1C80, 0, 1, -6254),
    (0x1C81, 0, 1, -6253), (0x1C82, 0, 1, -6244), (0x1C83, 1, 1, -6242), (0x1C85, 0, 1, -6243),
    (0x1C86, 0, 1, -6236), (0x1C87, 0, 1, -6181), (0x1C88, 0, 1, 35266), (0x1C8A, 0, 1, -1),
    (0x1D79, 0, 1, 35332), (0x1D7D, 0, 1, 3814), (0x1D8E, 0, 1, 35384), (0x1E01, 74, 2, -1),
    (0x1E9B, 0, 1, -59), (0x1EA1, 47, 2, -1), (0x1F00, 7, 1, 8), (0x1F10, 5, 1, 8),
    (0x1F20, 7, 1, 8), (0x1F30, 7, 1, 8), (0x1F40, 5, 1, 8), (0x1F51, 3, 2, 8), (0x1F60, 7, 1, 8),
    (0x1F70, 1, 1, 74), (0x1F72, 3, 1, 86), (0x1F76, 1, 1, 100), (0x1F78, 1, 1, 128),
    (0x1F7A, 1, 1, 112), (0x1F7C, 1, 1, 126), (0x1FB0, 1, 1, 8), (0x1FBE, 0, 1, -7205),
    (0x1FD0, 1, 1, 8), (0x1FE0, 1, 1, 8), (0x1FE5, 0, 1, 7), (0x214E, 0, 1, -28),
    (0x2170, 15, 1, -16), (0x2184, 0, 1, -1), (0x24D0, 25, 1, -26), (0x2C30, 47, 1, -48),
    (0x2C61, 0, 1, -1), (0x2C65, 0, 1, -10795), (0x2C66, 0, 1, -10792), (0x2C68, 2, 2, -1),
    (0x2C73, 0, 1, -1), (0x2C76, 0, 1, -1), (0x2C81, 49, 2, -1), (0x2CEC, 1, 2, -1),
    (0x2CF3, 0, 1, -1), (0x2D00, 37, 1, -7264), (0x2D27, 0, 1, -7264), (0x2D2D, 0, 1, -7264),
    (0xA641, 22, 2, -1), (0xA681, 13, 2, -1), (0xA723, 6, 2, -1), (0xA733, 30, 2, -1),
    (0xA77A, 1, 2, -1), (0xA77F, 4, 2, -1), (0xA78C, 0, 1, -1), (0xA791, 1, 2, -1),
    (0xA794, 0, 1, 48), (0xA797, 9, 2, -1), (0xA7B5, 7, 2, -1), (0xA7C8, 1, 2, -1),
    (0xA7CD, 7, 2, -1), (0xA7F6, 0, 1, -1), (0xAB53, 0, 1, -928), (0xAB70, 79, 1, -38864),
    (0xFF41, 25, 1, -32), (0x10428, 39, 1, -40), (0x104D8, 35, 1, -40), (0x10597, 10, 1, -39),
    (0x105A3, 14, 1, -39), (0x105B3, 6, 1, -39), (0x105BB, 1, 1, -39), (0x10CC0, 50, 1, -64),
    (0x10D70, 21, 1, -32), (0x118C0, 31, 1, -32), (0x16E60, 31, 1, -32), (0x16EBB, 24, 1, -27),
    (0x1E922, 33, 1, -34),
];

/// Characters whose upper case is longer, each with it.
const LONG: &str = "\
    ßSS ŉʼN ǰJ\u{30c} ΐΙ\u{308}\u{301} ΰΥ\u{308}\u{301} ևԵՒ ẖH\u{331} ẗT\u{308} ẘW\u{30a} \
    ẙY\u{30a} ẚAʾ ὐΥ\u{313} ὒΥ\u{313}\u{300} ὔΥ\u{313}\u{301} ὖΥ\u{313}\u{342} ᾀἈΙ ᾁἉΙ ᾂἊΙ \
    ᾃἋΙ ᾄἌΙ ᾅἍΙ ᾆἎΙ ᾇἏΙ ᾈἈΙ ᾉἉΙ ᾊἊΙ ᾋἋΙ ᾌἌΙ ᾍἍΙ ᾎἎΙ ᾏἏΙ ᾐἨΙ ᾑἩΙ ᾒἪΙ ᾓἫΙ ᾔἬΙ ᾕἭΙ ᾖἮΙ ᾗἯΙ ᾘἨΙ \
    ᾙἩΙ ᾚἪΙ ᾛἫΙ ᾜἬΙ ᾝἭΙ ᾞἮΙ ᾟἯΙ ᾠὨΙ ᾡὩΙ ᾢὪΙ ᾣὫΙ ᾤὬΙ ᾥὭΙ ᾦὮΙ ᾧὯΙ ᾨὨΙ ᾩὩΙ ᾪὪΙ ᾫὫΙ ᾬὬΙ ᾭὭΙ ᾮὮΙ \
    ᾯὯΙ ᾲᾺΙ ᾳΑΙ ᾴΆΙ ᾶΑ\u{342} ᾷΑ\u{342}Ι ᾼΑΙ ῂῊΙ ῃΗΙ ῄΉΙ ῆΗ\u{342} ῇΗ\u{342}Ι ῌΗΙ \
    ῒΙ\u{308}\u{300} \u{1fd3}Ι\u{308}\u{301} ῖΙ\u{342} ῗΙ\u{308}\u{342} ῢΥ\u{308}\u{300} \
    \u{1fe3}Υ\u{308}\u{301} ῤΡ\u{313} ῦΥ\u{342} ῧΥ\u{308}\u{342} ῲῺΙ ῳΩΙ ῴΏΙ ῶΩ\u{342} ῷΩ\u{342}Ι \
    ῼΩΙ ﬀFF ﬁFI ﬂFL ﬃFFI ﬄFFL ﬅST ﬆST ﬓՄՆ ﬔՄԵ ﬕՄԻ ﬖՎՆ ﬗՄԽ \
";

/// Adds a character's lower case.
pub(super) fn push_lower(out: &mut String, c: char) {
    match c {
        'İ' => out.push_str("i\u{307}"),
        _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        _ => out.push(mapped(&TO_LOWER, c)),
    }
}

/// Adds a character's upper case.
pub(super) fn push_upper(out: &mut String, c: char) {
    if c.is_ascii() {
        out.push(c.to_ascii_uppercase());
        return;
    }
    let may_be_long = matches!(u32::from(c), 0xDF | 0x149 | 0x1F0 | 0x390 | 0x3B0 | 0x587
        | 0x1E96..=0x1E9A | 0x1F50..=0x1FFC | 0xFB00..=0xFB17);
    let mut words = LONG.split(' ');
    match words.find_map(|word| word.strip_prefix(c).filter(|_| may_be_long)) {
        Some(upper) => out.push_str(upper),
        None => out.push(mapped(&TO_UPPER, c)),
    }
}

fn mapped(runs: &[Run], c: char) -> char {
    let code = u32::from(c);
    let place = runs.binary_search_by(|&(first, n, every, _)| {
        let last = first + u32::from(n) * u32::from(every);
        if code < first {
            Ordering::Greater
        } else if code > last {
            Ordering::Less
        } else {
            Ordering::Equal
        }
    });
    let Ok(place) = place else { return c };
    let (first, _, every, distance) = runs[place];
    if (code - first) % u32::from(every) != 0 {
        return c;
    }
    char::from_u32(code.wrapping_add_signed(distance)).unwrap_or(c)
}

/// The upper case of a text.
pub(super) fn upper(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_upper(&mut out, c));
    out
}

/// The lower case of a text.
pub(super) fn lower(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if c == 'Σ' && ends_word(&text[..at], &text[at + c.len_utf8()..]) {
            out.push('ς');
        } else {
            push_lower(&mut out, c);
        }
    }
    out
}

/// Whether a letter between two texts is the last one of a word of more than one.
fn ends_word(before: &str, behind: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(super::str_case::is_cased);
    is_letter(before.chars().rev().find(|&c| !is_ignored(c)))
        && !is_letter(behind.chars().find(|&c| !is_ignored(c)))
}

/// Whether a character is passed over in looking for the letter next to another.
///
/// # Divergence from CPython
///
/// Of marks that are no letters, the common ones are known.
fn is_ignored(c: char) -> bool {
    let is_mark = !c.is_whitespace() && !c.is_ascii() && c.escape_debug().count() > 1;
    is_mark
        || matches!(u32::from(c), 0x27 | 0x2E | 0x3A | 0x5E | 0x60 | 0xA8 | 0xAD | 0xAF | 0xB4
            | 0xB7 | 0xB8 | 0x2B0..=0x36F | 0x374 | 0x375 | 0x37A | 0x384 | 0x385 | 0x387 | 0x559
            | 0x55F | 0x1D2C..=0x1D6A | 0x1FBD | 0x1FBF..=0x1FC1 | 0x1FCD..=0x1FCF
            | 0x1FDD..=0x1FDF | 0x1FED..=0x1FEF | 0x1FFD | 0x1FFE | 0x2018 | 0x2019 | 0x2024
            | 0x2027)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_as_in_the_standard_library() {
        for c in '\0'..=char::MAX {
            let (mut lower, mut upper) = (String::new(), String::new());
            push_lower(&mut lower, c);
            push_upper(&mut upper, c);
            assert_eq!(lower, c.to_lowercase().to_string(), "{c:?}");
            assert_eq!(upper, c.to_uppercase().to_string(), "{c:?}");
        }
    }

    #[test]
    fn sigma_at_the_end_of_a_word() {
        for text in [
            "ΟΔΟΣ",
            "Σ",
            "ΑΣ ΣΑ",
            "Α'Σ.",
            "ΑΣ.Α",
            "Α\u{301}Σ\u{301}",
            "1Σ",
            "aΣ-b",
        ] {
            assert_eq!(lower(text), text.to_lowercase(), "{text}");
        }
    }
}
