//! Python's hashes, as CPython computes them under `PYTHONHASHSEED=0`.

const MODULUS: u64 = (1 << 61) - 1;
const HASH_INFINITY: i64 = 314_159;
const PRIME_1: u64 = 11_400_714_785_074_694_791;
const PRIME_2: u64 = 14_029_467_366_897_019_727;
const PRIME_5: u64 = 2_870_177_450_012_600_261;

/// The hash of a string or of bytes: SipHash-1-3 with a zero key, over the characters at the width
/// that the widest needs.
///
/// Source: CPython's `Python/pyhash.c`, `Objects/unicodeobject.c`.
pub fn of_str(text: &str) -> i64 {
    if text.is_ascii() {
        return of_bytes(text.as_bytes());
    }
    let widest = text.chars().map(u32::from).max().unwrap_or(0);
    let bytes: Vec<u8> = match widest {
        0..=0xFF => text
            .chars()
            .map(|c| u8::try_from(u32::from(c)).expect("narrow"))
            .collect(),
        0x100..=0xFFFF => text
            .chars()
            .flat_map(|c| u16::try_from(u32::from(c)).expect("narrow").to_le_bytes())
            .collect(),
        _ => text
            .chars()
            .flat_map(|c| u32::from(c).to_le_bytes())
            .collect(),
    };
    of_bytes(&bytes)
}

/// The hash of bytes.
pub fn of_bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    not_minus_one(siphash13(bytes).cast_signed())
}

/// The hash of an integer of 64 bits: its value modulo 2**61 - 1, with its sign.
pub fn of_int(value: i64) -> i64 {
    let hash = (value.unsigned_abs() % MODULUS).cast_signed();
    not_minus_one(if value < 0 { -hash } else { hash })
}

/// The hash of a float: equal to that of the integer or fraction of the same value. Not for NaN.
pub fn of_float(value: f64) -> i64 {
    if value.is_infinite() {
        return if value > 0.0 {
            HASH_INFINITY
        } else {
            -HASH_INFINITY
        };
    }
    let (mut mantissa, mut exponent) = frexp(value.abs());
    let mut hash: u64 = 0;
    while mantissa != 0.0 {
        hash = ((hash << 28) & MODULUS) | hash >> (61 - 28);
        mantissa *= 268_435_456.0; // 2**28
        exponent -= 28;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "28 bits"
        )]
        let part = mantissa as u64;
        #[expect(clippy::cast_precision_loss, reason = "28 bits")]
        {
            mantissa -= part as f64;
        }
        hash += part;
        if hash >= MODULUS {
            hash -= MODULUS;
        }
    }
    let shift = exponent.rem_euclid(61);
    let hash = ((hash << shift) & MODULUS) | hash >> (61 - shift);
    let hash = hash.cast_signed();
    not_minus_one(if value < 0.0 { -hash } else { hash })
}

/// The hash of a tuple from those of its items (xxHash, as in CPython's `tupleobject.c`).
pub fn of_tuple(hashes: impl ExactSizeIterator<Item = i64>) -> i64 {
    let len = hashes.len() as u64;
    let acc = mix(hashes).wrapping_add(len ^ (PRIME_5 ^ 3_527_539));
    if acc == u64::MAX {
        1_546_275_796
    } else {
        acc.cast_signed()
    }
}

/// The hash of a slice from those of its three parts: as a tuple's, but the length doesn't count.
pub fn of_slice(hashes: [i64; 3]) -> i64 {
    let acc = mix(hashes.into_iter());
    if acc == u64::MAX {
        1_546_275_796
    } else {
        acc.cast_signed()
    }
}

fn mix(hashes: impl Iterator<Item = i64>) -> u64 {
    hashes.fold(PRIME_5, |acc, hash| {
        acc.wrapping_add(hash.cast_unsigned().wrapping_mul(PRIME_2))
            .rotate_left(31)
            .wrapping_mul(PRIME_1)
    })
}

/// The hash of a frozen set from those of its members, in any order.
pub fn of_frozenset(hashes: impl Iterator<Item = i64>) -> i64 {
    let mut n: u64 = 0;
    let mut hash: u64 = 0;
    for member in hashes {
        let member = member.cast_unsigned();
        hash ^= ((member ^ 89_869_747) ^ (member << 16)).wrapping_mul(3_644_798_167);
        n += 1;
    }
    hash ^= n.wrapping_add(1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    if hash == u64::MAX {
        590_923_713
    } else {
        hash.cast_signed()
    }
}

/// -1 is not a hash: it stands for an error in CPython.
pub fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// Splits a finite float, at least 0, into a mantissa in [0.5, 1) and a power of two.
fn frexp(value: f64) -> (f64, i32) {
    if value == 0.0 {
        return (0.0, 0);
    }
    let bits = value.to_bits();
    let exponent = i32::try_from((bits >> 52) & 0x7FF).expect("11 bits");
    if exponent == 0 {
        let (mantissa, exponent) = frexp(value * 18_014_398_509_481_984.0); // 2**54
        return (mantissa, exponent - 54);
    }
    (
        f64::from_bits((bits & !(0x7FF << 52)) | (1022 << 52)),
        exponent - 1022,
    )
}

fn siphash13(bytes: &[u8]) -> u64 {
    let mut v = [
        0x736f_6d65_7073_6575_u64,
        0x646f_7261_6e64_6f6d,
        0x6c79_6765_6e65_7261,
        0x7465_6462_7974_6573,
    ];
    let chunks = bytes.chunks_exact(8);
    let mut last = [0; 8];
    last[..chunks.remainder().len()].copy_from_slice(chunks.remainder());
    let tail = u64::from_le_bytes(last) | (bytes.len() as u64) << 56;
    for chunk in chunks {
        let word = u64::from_le_bytes(chunk.try_into().expect("chunks of 8"));
        v[3] ^= word;
        sip_round(&mut v);
        v[0] ^= word;
    }
    v[3] ^= tail;
    sip_round(&mut v);
    v[0] ^= tail;
    v[2] ^= 0xFF;
    for _ in 0..3 {
        sip_round(&mut v);
    }
    v[0] ^ v[1] ^ v[2] ^ v[3]
}

fn sip_round(v: &mut [u64; 4]) {
    v[0] = v[0].wrapping_add(v[1]);
    v[2] = v[2].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(13) ^ v[0];
    v[3] = v[3].rotate_left(16) ^ v[2];
    v[0] = v[0].rotate_left(32);
    v[2] = v[2].wrapping_add(v[1]);
    v[0] = v[0].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(17) ^ v[2];
    v[3] = v[3].rotate_left(21) ^ v[0];
    v[2] = v[2].rotate_left(32);
}

#[cfg(test)]
mod tests {
    use super::{of_float, of_int, of_str, of_tuple};

    /// Each from `PYTHONHASHSEED=0 python3 -c "print(hash(…))"`.
    #[test]
    fn hashes_are_those_of_cpython() {
        assert_eq!(of_int(-1), -2);
        assert_eq!(of_int(1 << 61), 1);
        assert_eq!(of_float(0.5), 1_152_921_504_606_846_976);
        assert_eq!(of_float(1.5), 1_152_921_504_606_846_977);
        assert_eq!(of_str("a"), 4_644_417_185_603_328_019);
        assert_eq!(of_str("hello world"), -5_642_461_784_034_726_774);
        assert_eq!(of_str("h\u{e9}llo"), 6_395_329_678_795_984_700);
        assert_eq!(of_str("\u{1F600}"), -3_536_540_696_076_613_844);
        assert_eq!(
            of_tuple([of_int(1), of_int(2)].into_iter()),
            -3_550_055_125_485_641_917
        );
    }
}
