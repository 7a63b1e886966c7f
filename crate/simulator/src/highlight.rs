//! Tokens of a program for a front end whose strings count in UTF-16 units.

use loopscope_python::compile::highlight::highlight;

/// The tokens of a source text as triples of start, end and class, flattened, in order.
///
/// Offsets are in UTF-16 units; the classes are the numbers of
/// [`TokenClass`](loopscope_python::compile::highlight::TokenClass).
pub fn highlight_utf16(source: &str) -> Vec<u32> {
    let mut triples = Vec::new();
    let (mut at, mut units) = (0, 0);
    let mut to_units = |offset: u32| {
        let offset = offset as usize;
        units += source[at..offset].encode_utf16().count();
        at = offset;
        u32::try_from(units).unwrap_or(u32::MAX)
    };
    for token in highlight(source) {
        let (start, end) = (to_units(token.start), to_units(token.end));
        triples.extend([start, end, token.class as u32]);
    }
    triples
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_utf16_units() {
        // The smiley is 4 bytes, 1 character, 2 units.
        assert_eq!(highlight_utf16("'😀' # é\nx"), [0, 4, 2, 5, 8, 4, 9, 10, 1]);
        assert_eq!(highlight_utf16(""), []);
    }
}
