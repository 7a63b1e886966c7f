//! The white space at the start of lines in the scanner.

use super::SyntaxErrorClass;
use super::tokens::{Scanned, Scanner, error_at, offset};

/// CPython's limit on levels of indentation.
const INDENTS_MAX: usize = 100;

impl Scanner<'_> {
    /// Reads the white space at the start of a line; true if the line is blank.
    pub(super) fn indentation(&mut self) -> Scanned<bool> {
        let start = self.at;
        let (mut width, mut alternative) = (0, 0);
        loop {
            match self.byte(0) {
                b' ' => {
                    width += 1;
                    alternative += 1;
                }
                b'\t' => {
                    width = (width / 8 + 1) * 8;
                    alternative += 1;
                }
                b'\x0c' => (width, alternative) = (0, 0),
                _ => break,
            }
            self.at += 1;
        }
        if self.is_at_end() {
            return Ok(true);
        }
        match self.byte(0) {
            b'\n' => {
                self.at += 1;
                return Ok(true);
            }
            b'#' => {
                self.skip_comment();
                return Ok(true);
            }
            b'\\' => return Ok(false),
            _ => {}
        }
        self.indent(start, width, alternative)?;
        Ok(false)
    }

    fn indent(&mut self, start: usize, width: usize, alternative: usize) -> Scanned<()> {
        let inconsistent = || {
            let mut error = error_at(
                "inconsistent use of tabs and spaces in indentation",
                start,
                start + 1,
            );
            error.class = SyntaxErrorClass::Tab;
            Err(Box::new(error))
        };
        let &(current, current_alternative) = self.indents.last().unwrap_or(&(0, 0));
        if width == current {
            return if alternative == current_alternative {
                Ok(())
            } else {
                inconsistent()
            };
        }
        if width > current {
            if alternative <= current_alternative {
                return inconsistent();
            }
            if self.indents.len() >= INDENTS_MAX {
                let mut error = error_at("too many levels of indentation", start, start + 1);
                error.class = SyntaxErrorClass::Indentation;
                return Err(Box::new(error));
            }
            self.indents.push((width, alternative));
            return Ok(());
        }
        while self.indents.last().is_some_and(|&(open, _)| open > width) {
            self.indents.pop();
        }
        match self.indents.last() {
            Some(&(open, other)) if open == width => {
                if other == alternative {
                    Ok(())
                } else {
                    inconsistent()
                }
            }
            _ => {
                let line = self.source.line_of(offset(start));
                let end = start + self.source.line_text(line).len();
                let message = "unindent does not match any outer indentation level";
                let mut error = error_at(message, end, end + 1);
                error.class = SyntaxErrorClass::Indentation;
                Err(Box::new(error))
            }
        }
    }
}
