//! The decimal digits of small numbers, made without asking for memory.

/// Room for two numbers, a point and a sign.
const LEN_MAX: usize = 48;

/// A text that is written from its end to its beginning.
pub(crate) struct Digits {
    bytes: [u8; LEN_MAX],
    start: usize,
}

impl Digits {
    pub(crate) fn new() -> Self {
        Self {
            bytes: [0; LEN_MAX],
            start: LEN_MAX,
        }
    }

    /// The digits of an integer with its sign.
    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn of(int: i64) -> Self {
        let mut digits = Self::new();
        digits.put_number(int.unsigned_abs(), 1);
        if int < 0 {
            digits.put(b'-');
        }
        digits
    }

    /// Puts an ASCII character in front.
    #[inline(always)]
    pub(crate) fn put(&mut self, character: u8) {
        self.start -= 1;
        self.bytes[self.start] = character;
    }

    /// Puts a number in front, with zeros before it if it has not enough digits.
    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn put_number(&mut self, number: u64, digits_min: usize) {
        let end = self.start;
        let mut left = number;
        while left > 0 || end - self.start < digits_min {
            self.put(b'0' + (left % 10) as u8);
            left /= 10;
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[self.start..]).unwrap_or_default()
    }
}
