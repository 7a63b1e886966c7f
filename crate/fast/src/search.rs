//! Finding bytes in bytes. The standard library's search of texts is three times the code.

/// A needle up to this length is compared at each place where its first byte stands; for a longer
/// one the time could be the product of the lengths.
const SHORT_LEN: usize = 16;

/// Where `needle` is found first.
///
/// ```
/// assert_eq!(loopscope_fast::find(b"banana", b"an"), Some(1));
/// assert_eq!(loopscope_fast::find(b"banana", b"nab"), None);
/// ```
#[inline(never)]
pub fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let Some(&first) = needle.first() else {
        return Some(0);
    };
    if needle.len() > SHORT_LEN {
        return find_long(bytes.len(), needle.len(), |at| bytes[at], |at| needle[at]);
    }
    let n_places = (bytes.len() + 1).saturating_sub(needle.len());
    (0..n_places).find(|&at| bytes[at] == first && bytes[at..at + needle.len()] == *needle)
}

/// Whether a text has a part.
pub fn contains(text: &str, part: &str) -> bool {
    find(text.as_bytes(), part.as_bytes()).is_some()
}

/// Where `needle` is found last.
///
/// ```
/// assert_eq!(loopscope_fast::find_last(b"banana", b"an"), Some(3));
/// ```
#[inline(never)]
pub fn find_last(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let (n, len) = (bytes.len(), needle.len());
    // Both are read from their ends.
    let before_end = |at: usize| bytes[n - 1 - at];
    let found = find_long(n, len, before_end, |at| needle[len - 1 - at])?;
    Some(n - len - found)
}

/// The search of Karp and Rabin: in each place the hash of as many bytes as the needle has is known
/// from that in the place before, and only where it is the needle's the bytes are compared.
#[inline(always)]
fn find_long(
    n: usize,
    len: usize,
    byte: impl Fn(usize) -> u8,
    wanted: impl Fn(usize) -> u8,
) -> Option<usize> {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let add = |hash: u64, byte: u8| hash.wrapping_mul(FACTOR).wrapping_add(byte.into());
    let last = n.checked_sub(len)?;
    let wanted_hash = (0..len).fold(0, |hash, at| add(hash, wanted(at)));
    let mut hash = (0..len).fold(0, |hash, at| add(hash, byte(at)));
    let weight = (0..len).fold(1_u64, |weight, _| weight.wrapping_mul(FACTOR));
    for place in 0..=last {
        if hash == wanted_hash && (0..len).all(|at| byte(place + at) == wanted(at)) {
            return Some(place);
        }
        if place + len < n {
            let left = u64::from(byte(place)).wrapping_mul(weight);
            hash = add(hash, byte(place + len)).wrapping_sub(left);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{find, find_last};

    #[test]
    fn it_finds_what_windows_find() {
        let mut state = 9_u64;
        let mut next = |n: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            usize::try_from((state >> 33) % n).expect("small")
        };
        let mut n_found = 0;
        for _ in 0..3_000 {
            let len = next(60);
            let bytes: Vec<u8> = (0..len).map(|_| b"ab\0"[next(3)]).collect();
            let start = next(40).min(len);
            let end = (start + next(30)).min(len);
            let mut needle = bytes[start..end].to_vec();
            if next(4) == 0 {
                needle.push(b'b');
            }
            let is_it = |at: &usize| bytes[*at..].starts_with(&needle);
            let expected = (0..=len).find(is_it);
            assert_eq!(find(&bytes, &needle), expected, "{bytes:?} {needle:?}");
            assert_eq!(find_last(&bytes, &needle), (0..=len).rev().find(is_it));
            n_found += usize::from(expected.is_some());
        }
        assert!((1_500..3_000).contains(&n_found));
        let long = [b'a'; 20];
        for len in 0..long.len() {
            assert_eq!(find(&long[..len], &long), None);
            assert_eq!(find_last(&long[..len], &long), None);
        }
    }

    #[test]
    fn a_long_needle_takes_no_long_time() {
        let bytes = vec![b'a'; 200_000];
        let mut needle = vec![b'a'; 100_000];
        needle[50_000] = b'b';
        assert_eq!(find(&bytes, &needle), None);
        assert_eq!(find_last(&bytes, &needle), None);
    }
}
