//! A writer of JSON: the exports are flat, and a serialisation library weighs more than they do.

use std::fmt::{self, Write};

/// Writes one JSON value, piece by piece, with the commas where they belong.
#[derive(Debug)]
pub(crate) struct Json<W> {
    out: W,
    /// Whether the next item of the innermost list or object is its first.
    is_first: bool,
}

impl<W: Write> Json<W> {
    pub(crate) fn new(out: W) -> Self {
        Self {
            out,
            is_first: true,
        }
    }

    pub(crate) fn into_inner(self) -> W {
        self.out
    }

    /// Writes `{…}`, of which `fill` writes the members.
    pub(crate) fn object(&mut self, fill: impl FnOnce(&mut Self) -> fmt::Result) -> fmt::Result {
        self.group('{', '}', fill)
    }

    /// Writes `[…]`, of which `fill` writes the items.
    pub(crate) fn list(&mut self, fill: impl FnOnce(&mut Self) -> fmt::Result) -> fmt::Result {
        self.group('[', ']', fill)
    }

    fn group(
        &mut self,
        open: char,
        close: char,
        fill: impl FnOnce(&mut Self) -> fmt::Result,
    ) -> fmt::Result {
        self.out.write_char(open)?;
        self.is_first = true;
        fill(self)?;
        self.is_first = false;
        self.out.write_char(close)
    }

    /// Begins an item of a list, on a line of its own.
    pub(crate) fn item(&mut self) -> fmt::Result {
        self.comma()?;
        self.out.write_char('\n')
    }

    /// Writes a member's key; its value must follow.
    pub(crate) fn key(&mut self, key: &str) -> fmt::Result {
        self.comma()?;
        self.string(key)?;
        self.out.write_char(':')
    }

    fn comma(&mut self) -> fmt::Result {
        if !std::mem::replace(&mut self.is_first, false) {
            self.out.write_char(',')?;
        }
        Ok(())
    }

    /// Writes a string.
    pub(crate) fn string(&mut self, text: &str) -> fmt::Result {
        self.out.write_char('"')?;
        for c in text.chars() {
            match c {
                '"' => self.out.write_str("\\\"")?,
                '\\' => self.out.write_str("\\\\")?,
                '\n' => self.out.write_str("\\n")?,
                c if c < ' ' || c == '\x7f' => write!(self.out, "\\u{:04x}", u32::from(c))?,
                c => self.out.write_char(c)?,
            }
        }
        self.out.write_char('"')
    }

    /// Writes a number, or anything that is written as it is.
    pub(crate) fn plain(&mut self, value: impl fmt::Display) -> fmt::Result {
        write!(self.out, "{value}")
    }

    /// Writes a member with a string.
    pub(crate) fn text(&mut self, key: &str, value: &str) -> fmt::Result {
        self.key(key)?;
        self.string(value)
    }

    /// Writes a member with a number.
    pub(crate) fn number(&mut self, key: &str, value: impl fmt::Display) -> fmt::Result {
        self.key(key)?;
        self.plain(value)
    }

    /// Writes a member with a number, or nothing if there is none.
    pub(crate) fn maybe(&mut self, key: &str, value: Option<impl fmt::Display>) -> fmt::Result {
        match value {
            Some(value) => self.number(key, value),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_stand_between_members_and_items() {
        let mut json = Json::new(String::new());
        json.object(|json| {
            json.number("a", 1)?;
            json.maybe("none", None::<u8>)?;
            json.key("b")?;
            json.list(|json| {
                for word in ["x\n", "\"\u{1}é"] {
                    json.item()?;
                    json.string(word)?;
                }
                Ok(())
            })?;
            json.text("c", "")
        })
        .expect("strings take everything");
        let expected = "{\"a\":1,\"b\":[\n\"x\\n\",\n\"\\\"\\u0001é\"],\"c\":\"\"}";
        assert_eq!(json.into_inner(), expected);
    }
}
