//! Text to bytes and back: UTF-8, UTF-16, UTF-32, Latin-1 and ASCII.

use std::fmt::Write;

use crate::native::{PyResult, Raising};
use crate::object::{Value, classes};
use crate::vm::Vm;

/// An encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Codec {
    Utf8 {
        has_mark: bool,
    },
    Ascii,
    Latin1,
    /// `None`: with a byte order mark; else whether the most significant byte comes first.
    Utf16(Option<bool>),
    Utf32(Option<bool>),
}

/// What to do with what an encoding does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Handler {
    Strict,
    Ignore,
    Replace,
    Backslash,
    XmlReference,
}

/// Bytes that are no text: where they begin and end, and why.
struct Fault {
    start: usize,
    end: usize,
    reason: &'static str,
}

impl Vm {
    fn codec(&mut self, name: Value, errors: Value, function: &str) -> PyResult<(Codec, String)> {
        if !errors.is_unbound() {
            self.expect_str(errors, |name| {
                format!("{function}() argument 'errors' must be str, not {name}")
            })?;
        }
        if name.is_unbound() {
            return Ok((Codec::Utf8 { has_mark: false }, "utf-8".into()));
        }
        let name = self.expect_str(name, |name| {
            format!("{function}() argument 'encoding' must be str, not {name}")
        })?;
        let plain: String = name
            .chars()
            .filter(|c| !matches!(c, '-' | '_' | ' '))
            .collect::<String>()
            .to_ascii_lowercase();
        let (codec, shown) = match plain.as_str() {
            "utf8" | "u8" | "utf" | "cp65001" => (Codec::Utf8 { has_mark: false }, "utf-8"),
            "utf8sig" => (Codec::Utf8 { has_mark: true }, "utf-8-sig"),
            "ascii" | "usascii" | "646" => (Codec::Ascii, "ascii"),
            "latin1" | "latin" | "l1" | "iso88591" | "8859" | "cp819" => (Codec::Latin1, "latin-1"),
            "utf16" | "u16" => (Codec::Utf16(None), "utf-16"),
            "utf16le" => (Codec::Utf16(Some(false)), "utf-16-le"),
            "utf16be" => (Codec::Utf16(Some(true)), "utf-16-be"),
            "utf32" | "u32" => (Codec::Utf32(None), "utf-32"),
            "utf32le" => (Codec::Utf32(Some(false)), "utf-32-le"),
            "utf32be" => (Codec::Utf32(Some(true)), "utf-32-be"),
            _ => {
                return Err(self.raise(
                    classes::LOOKUP_ERROR,
                    format_args!("unknown encoding: {name}"),
                ));
            }
        };
        Ok((codec, shown.into()))
    }

    fn handler(&mut self, errors: Value) -> PyResult<Handler> {
        if errors.is_unbound() {
            return Ok(Handler::Strict);
        }
        let name = self.expect_str(errors, |name| {
            format!("argument 'errors' must be str, not {name}")
        })?;
        Ok(match &*name {
            "strict" => Handler::Strict,
            "ignore" => Handler::Ignore,
            "replace" => Handler::Replace,
            "backslashreplace" => Handler::Backslash,
            "xmlcharrefreplace" => Handler::XmlReference,
            _ => {
                return Err(self.raise(
                    classes::LOOKUP_ERROR,
                    format_args!("unknown error handler name '{name}'"),
                ));
            }
        })
    }

    /// `text.encode(encoding, errors)`
    ///
    /// # Errors
    ///
    /// `UnicodeEncodeError`, `LookupError`, `TypeError`.
    pub(crate) fn encode(
        &mut self,
        string: Value,
        text: &str,
        encoding: Value,
        errors: Value,
    ) -> PyResult<Vec<u8>> {
        let (codec, name) = self.codec(encoding, errors, "encode")?;
        let limit = match codec {
            Codec::Ascii => 0x80,
            Codec::Latin1 => 0x100,
            wide => return Ok(encode_wide(text, wide)),
        };
        let mut bytes = Vec::with_capacity(text.len());
        for (index, c) in text.chars().enumerate() {
            let code = u32::from(c);
            if let Some(byte) = u8::try_from(code).ok().filter(|_| code < limit) {
                bytes.push(byte);
                continue;
            }
            match self.handler(errors)? {
                Handler::Ignore => {}
                Handler::Replace => bytes.push(b'?'),
                Handler::XmlReference => bytes.extend(format!("&#{code};").bytes()),
                Handler::Backslash => {
                    bytes.extend(super::text::ascii(c.encode_utf8(&mut [0; 4])).bytes());
                }
                Handler::Strict => {
                    let n_bad = text
                        .chars()
                        .skip(index)
                        .take_while(|c| u32::from(*c) >= limit)
                        .count();
                    let reason = if limit == 0x80 {
                        "ordinal not in range(128)"
                    } else {
                        "ordinal not in range(256)"
                    };
                    let class = classes::UNICODE_ENCODE_ERROR;
                    let range = (index, index + n_bad);
                    return Err(self.unicode_error(class, &name, string, range, reason));
                }
            }
        }
        Ok(bytes)
    }

    /// `bytes.decode(encoding, errors)`
    ///
    /// # Errors
    ///
    /// `UnicodeDecodeError`, `LookupError`, `TypeError`.
    pub(crate) fn decode(
        &mut self,
        bytes: &[u8],
        encoding: Value,
        errors: Value,
    ) -> PyResult<String> {
        let (codec, name) = self.codec(encoding, errors, "decode")?;
        let mut out = String::with_capacity(bytes.len());
        let mut position = 0;
        let (codec, start) = read_mark(bytes, codec);
        position += start;
        while position < bytes.len() {
            let fault = match decode_run(&bytes[position..], codec, &mut out) {
                Ok(()) => break,
                Err(fault) => fault,
            };
            let (start, end) = (position + fault.start, position + fault.end);
            match self.handler(errors)? {
                Handler::Ignore => {}
                Handler::Replace => out.push('\u{fffd}'),
                Handler::Backslash => {
                    for byte in &bytes[start..end] {
                        write!(out, "\\x{byte:02x}").expect("strings take everything");
                    }
                }
                Handler::XmlReference => {
                    return Err(self.type_error(
                        "don't know how to handle UnicodeDecodeError in error callback",
                    ));
                }
                Handler::Strict => {
                    let object = self.new_bytes(bytes);
                    let class = classes::UNICODE_DECODE_ERROR;
                    let range = (start, end);
                    return Err(self.unicode_error(class, &name, object, range, fault.reason));
                }
            }
            position = end;
        }
        Ok(out)
    }

    fn unicode_error(
        &mut self,
        class: crate::object::ObjId,
        encoding: &str,
        object: Value,
        (start, end): (usize, usize),
        reason: &str,
    ) -> Raising {
        let int = |n: usize| Value::Int(i64::try_from(n).expect("the memory cap is far below"));
        let args = [
            self.heap.new_str(encoding),
            object,
            int(start),
            int(end),
            self.heap.new_str(reason),
        ];
        self.raise_new(class, &args)
    }
}

fn encode_wide(text: &str, codec: Codec) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    match codec {
        Codec::Utf8 { has_mark } => {
            if has_mark {
                bytes.extend("\u{feff}".bytes());
            }
            bytes.extend(text.bytes());
        }
        Codec::Utf16(order) => {
            let mark = order.is_none().then_some(0xFEFF);
            for unit in mark.into_iter().chain(text.encode_utf16()) {
                bytes.extend(if order == Some(true) {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                });
            }
        }
        Codec::Utf32(order) => {
            let mark = order.is_none().then_some('\u{feff}');
            for c in mark.into_iter().chain(text.chars()) {
                bytes.extend(if order == Some(true) {
                    u32::from(c).to_be_bytes()
                } else {
                    u32::from(c).to_le_bytes()
                });
            }
        }
        Codec::Ascii | Codec::Latin1 => unreachable!("the caller handles narrow encodings"),
    }
    bytes
}

/// Takes a byte order mark for what it says; gives the codec and the bytes that the mark took.
fn read_mark(bytes: &[u8], codec: Codec) -> (Codec, usize) {
    match codec {
        Codec::Utf8 { has_mark: true } => {
            let n = if bytes.starts_with(b"\xef\xbb\xbf") {
                3
            } else {
                0
            };
            (codec, n)
        }
        Codec::Utf16(None) => match bytes {
            [0xFE, 0xFF, ..] => (Codec::Utf16(Some(true)), 2),
            [0xFF, 0xFE, ..] => (Codec::Utf16(Some(false)), 2),
            _ => (Codec::Utf16(Some(false)), 0),
        },
        Codec::Utf32(None) => match bytes {
            [0, 0, 0xFE, 0xFF, ..] => (Codec::Utf32(Some(true)), 4),
            [0xFF, 0xFE, 0, 0, ..] => (Codec::Utf32(Some(false)), 4),
            _ => (Codec::Utf32(Some(false)), 0),
        },
        _ => (codec, 0),
    }
}

/// Decodes up to the first fault.
fn decode_run(bytes: &[u8], codec: Codec, out: &mut String) -> Result<(), Fault> {
    match codec {
        Codec::Utf8 { .. } => decode_utf8(bytes, out),
        Codec::Latin1 => {
            out.extend(bytes.iter().map(|byte| char::from(*byte)));
            Ok(())
        }
        Codec::Ascii => {
            for (index, &byte) in bytes.iter().enumerate() {
                if !byte.is_ascii() {
                    return Err(Fault {
                        start: index,
                        end: index + 1,
                        reason: "ordinal not in range(128)",
                    });
                }
                out.push(char::from(byte));
            }
            Ok(())
        }
        Codec::Utf16(order) => decode_utf16(bytes, order == Some(true), out),
        Codec::Utf32(order) => decode_utf32(bytes, order == Some(true), out),
    }
}

fn decode_utf8(bytes: &[u8], out: &mut String) -> Result<(), Fault> {
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            out.push_str(text);
            Ok(())
        }
        Err(error) => {
            let start = error.valid_up_to();
            out.push_str(&String::from_utf8_lossy(&bytes[..start]));
            let first = bytes[start];
            let (end, reason) = match error.error_len() {
                None => (bytes.len(), "unexpected end of data"),
                Some(_) if !(0xC2..=0xF4).contains(&first) => (start + 1, "invalid start byte"),
                Some(len) => (start + len, "invalid continuation byte"),
            };
            Err(Fault { start, end, reason })
        }
    }
}

fn decode_utf16(bytes: &[u8], is_big: bool, out: &mut String) -> Result<(), Fault> {
    let unit = |index: usize| -> Option<u16> {
        let pair = [*bytes.get(index)?, *bytes.get(index + 1)?];
        Some(if is_big {
            u16::from_be_bytes(pair)
        } else {
            u16::from_le_bytes(pair)
        })
    };
    let mut index = 0;
    while index < bytes.len() {
        let Some(first) = unit(index) else {
            return Err(Fault {
                start: index,
                end: bytes.len(),
                reason: "truncated data",
            });
        };
        let units = [first, unit(index + 2).unwrap_or(0)];
        let n = if (0xD800..0xDC00).contains(&first) {
            2
        } else {
            1
        };
        match char::decode_utf16(units[..n].iter().copied()).next() {
            Some(Ok(c)) => out.push(c),
            _ => {
                return Err(Fault {
                    start: index,
                    end: index + 2,
                    reason: "illegal encoding",
                });
            }
        }
        index += 2 * n;
    }
    Ok(())
}

fn decode_utf32(bytes: &[u8], is_big: bool, out: &mut String) -> Result<(), Fault> {
    for (index, chunk) in bytes.chunks(4).enumerate() {
        let start = index * 4;
        let Ok(unit) = <[u8; 4]>::try_from(chunk) else {
            return Err(Fault {
                start,
                end: bytes.len(),
                reason: "truncated data",
            });
        };
        let code = if is_big {
            u32::from_be_bytes(unit)
        } else {
            u32::from_le_bytes(unit)
        };
        match char::from_u32(code) {
            Some(c) => out.push(c),
            None => {
                return Err(Fault {
                    start,
                    end: start + 4,
                    reason: "code point not in range(0x110000)",
                });
            }
        }
    }
    Ok(())
}
