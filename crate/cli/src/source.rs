//! Programs as files: what CPython does before it compiles.

use std::fs;
use std::io::{self, IsTerminal as _, Read as _};

use loopscope_simulator::Files;

use crate::arguments::Input;
use crate::siblings;

/// A program's text and the name that its tracebacks show.
#[derive(Debug)]
pub(crate) struct Program {
    /// As given on the command line; `<stdin>` for `-`.
    pub(crate) filename: String,
    /// The text, or what CPython prints on standard error about bytes that are no text.
    pub(crate) text: Result<String, String>,
    /// What the program may read.
    pub(crate) stdin: String,
    /// The files beside it that it names.
    pub(crate) files: Files,
}

/// Reads a program, and standard input if the program looks as if it wanted some.
///
/// # Errors
///
/// The file can't be read.
pub(crate) fn read(input: &Input) -> io::Result<Program> {
    let (filename, bytes) = match input {
        Input::Stdin => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes)?;
            ("<stdin>".to_owned(), bytes)
        }
        Input::File(path) => (path.display().to_string(), fs::read(path)?),
    };
    let text = decode(bytes, &filename);
    let wants_input = text
        .as_ref()
        .is_ok_and(|text| text.contains("input") || text.contains("stdin"));
    let mut stdin = String::new();
    if wants_input && *input != Input::Stdin {
        if io::stdin().is_terminal() {
            let advice = "loopscope: reading the program's input first; end it with Ctrl-D";
            eprintln!("{advice}");
        }
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        stdin = String::from_utf8_lossy(&bytes).into_owned();
    }
    let files = match (input, &text) {
        (Input::File(path), Ok(text)) => siblings::read(path, text),
        _ => Files::default(),
    };
    Ok(Program {
        filename,
        text,
        stdin,
        files,
    })
}

/// Takes bytes for UTF-8, or words the error as CPython does.
fn decode(bytes: Vec<u8>, filename: &str) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| {
        let start = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        let line_start = bytes[..start]
            .iter()
            .rposition(|&byte| byte == b'\n')
            .map_or(0, |at| at + 1);
        let number = 1 + bytes[..start].iter().filter(|&&byte| byte == b'\n').count();
        let line_end = bytes[start..]
            .iter()
            .position(|&byte| byte == b'\n')
            .map_or(bytes.len(), |at| start + at);
        let line = String::from_utf8_lossy(&bytes[line_start..line_end]);
        let column = String::from_utf8_lossy(&bytes[line_start..start])
            .chars()
            .count();
        let caret = " ".repeat(column);
        format!(
            "  File \"{filename}\", line {number}\n    {line}\n    {caret}^\n\
             SyntaxError: Non-UTF-8 code starting with '\\x{:02x}' in file {filename} on line \
             {number}, but no encoding declared; see https://peps.python.org/pep-0263/ for \
             details\n",
            bytes[start]
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_a_syntax_error() {
        let error = decode(b"pass\nx = '\xe9'\n".to_vec(), "a.py");
        let expected = "  File \"a.py\", line 2\n    x = '\u{fffd}'\n         ^\nSyntaxError: \
                        Non-UTF-8 code starting with '\\xe9' in file a.py on line 2, but no \
                        encoding declared; see https://peps.python.org/pep-0263/ for details\n";
        assert_eq!(error, Err(expected.to_owned()));
    }
}
