//! One frame of a traceback: file, line, and the source with carets under what was running.

use loopscope_fast::contains;

use crate::code::Code;
use crate::compile::anchors::{Anchors, anchors, whole_call};
use crate::object::TracebackEntry;

/// `  File "…", line …, in …` and the source lines.
pub(super) fn format_frame(code: &Code, ip: u32) -> String {
    let mut text = format!(
        "  File \"{}\", line {}, in {}\n",
        code.source.filename,
        code.line_of(ip),
        code.name
    );
    // Text that is no file has no lines to show.
    let is_file = !code.source.filename.starts_with('<');
    if !is_file {
        return text;
    }
    if ip == TracebackEntry::NOT_STARTED {
        let line = code.source.line_text(code.first_line).trim();
        text.push_str(&format!("    {line}\n"));
    } else if let Some(snippet) = Snippet::new(code, ip) {
        for line in snippet.lines_with_carets() {
            text.push_str(&format!("    {line}\n"));
        }
    }
    text
}

/// The source lines of an instruction without their common indentation. Columns count characters.
struct Snippet {
    lines: Vec<Vec<char>>,
    /// Column where the instruction's source begins, in the first line.
    start: usize,
    /// Column one past its end, in the last line.
    end: usize,
}

/// Where the two kinds of carets change, as line and column.
struct Marks {
    left: (usize, usize),
    right: (usize, usize),
}

impl Snippet {
    fn new(code: &Code, ip: u32) -> Option<Self> {
        let source = &code.source;
        let span = *code.spans.get(ip as usize)?;
        let (first, last) = (source.line_of(span.start), source.line_of(span.end));
        let lines: Vec<&str> = (first..=last)
            .map(|line| source.line_text(line).trim_end())
            .collect();
        if lines.iter().all(|line| line.is_empty()) {
            return None;
        }
        let column = |line: u32, offset: u32| {
            let start = source.line_starts[line as usize - 1] as usize;
            source
                .text
                .get(start..offset as usize)
                .map_or(0, |before| before.chars().count())
        };
        let (start, end) = (column(first, span.start), column(last, span.end));
        let dedent = common_indent(&lines);
        let lines = lines
            .iter()
            .map(|line| line.chars().skip(dedent).collect())
            .collect();
        Some(Self {
            lines,
            start: start.saturating_sub(dedent),
            end: end.saturating_sub(dedent),
        })
    }

    fn last(&self) -> usize {
        self.lines.len() - 1
    }

    /// The source of the instruction alone.
    fn segment(&self) -> String {
        let mut text = String::new();
        for (index, line) in self.lines.iter().enumerate() {
            let from = if index == 0 { self.start } else { 0 };
            let to = if index == self.last() {
                self.end
            } else {
                line.len()
            };
            if index > 0 {
                text.push('\n');
            }
            let to = to.min(line.len());
            text.extend(&line[from.min(to)..to]);
        }
        text
    }

    fn marks(&self, segment: &str) -> Option<Marks> {
        let Anchors {
            left_end,
            right_start,
        } = anchors(segment)?;
        let place = |offset: usize| {
            let before = &segment[..offset];
            let line = before.matches('\n').count();
            let column = before
                .rsplit('\n')
                .next()
                .unwrap_or_default()
                .chars()
                .count();
            (
                line,
                if line == 0 {
                    column + self.start
                } else {
                    column
                },
            )
        };
        Some(Marks {
            left: place(left_end),
            right: place(right_start),
        })
    }

    fn shows_carets(&self, marks: Option<&Marks>) -> bool {
        let text: Vec<String> = self
            .lines
            .iter()
            .map(|line| line.iter().collect())
            .collect();
        let text = text.join("\n");
        if let Some((start, end)) = whole_call(&text) {
            let is_from_start =
                text[..start].chars().count() == self.start && !contains(&text[..start], "\n");
            let last_line = text[..end].rsplit('\n').next().unwrap_or_default();
            let is_to_end = text[..end].matches('\n').count() == self.last()
                && last_line.chars().count() == self.end;
            if is_from_start && is_to_end {
                return false;
            }
        }
        if marks.is_some() {
            return true;
        }
        let is_space = |chars: &[char]| chars.iter().all(|c| c.is_whitespace());
        let (first, last) = (&self.lines[0], &self.lines[self.last()]);
        !is_space(&first[..self.start.min(first.len())])
            || !is_space(&last[self.end.min(last.len())..])
    }

    fn lines_with_carets(&self) -> Vec<String> {
        let segment = self.segment();
        let marks = self.marks(&segment);
        let shows_carets = self.shows_carets(marks.as_ref());
        let mut wanted = vec![0, self.last()];
        if let Some(marks) = &marks {
            for line in [marks.left.0, marks.right.0] {
                wanted.extend(line.saturating_sub(1)..=(line + 1).min(self.last()));
            }
        }
        let mut output = Vec::new();
        let mut before: Option<usize> = None;
        for line in (0..=self.last()).filter(|line| wanted.contains(line)) {
            match before.map(|before| line - before) {
                Some(2) => self.push_line(line - 1, shows_carets, marks.as_ref(), &mut output),
                Some(gap) if gap > 2 => output.push(format!("...<{} lines>...", gap - 1)),
                _ => {}
            }
            self.push_line(line, shows_carets, marks.as_ref(), &mut output);
            before = Some(line);
        }
        // Where the lines shown are indented more than those left out, the rest goes too.
        let all: Vec<&str> = output.iter().map(String::as_str).collect();
        let dedent = common_indent(&all);
        output
            .iter()
            .map(|line| line.chars().skip(dedent).collect())
            .collect()
    }

    fn push_line(
        &self,
        index: usize,
        shows_carets: bool,
        marks: Option<&Marks>,
        output: &mut Vec<String>,
    ) {
        let line = &self.lines[index];
        output.push(line.iter().collect());
        if !shows_carets {
            return;
        }
        let n_spaces = line.iter().take_while(|c| c.is_whitespace()).count();
        let n = if index == self.last() {
            width(line, self.end)
        } else {
            width(line, line.len())
        };
        let start = width(&self.lines[0], self.start);
        let display = |(line, column): (usize, usize)| (line, width(&self.lines[line], column));
        let marks = marks.map(|marks| (display(marks.left), display(marks.right)));
        let carets = (0..n).map(|column| {
            if column < n_spaces || (index == 0 && column < start) {
                return ' ';
            }
            match marks {
                Some((left, right)) if (index, column) >= left && (index, column) < right => '^',
                Some(_) => '~',
                None => '^',
            }
        });
        output.push(carets.collect());
    }
}

/// The number of leading blanks that all lines share; empty lines don't count.
fn common_indent(lines: &[&str]) -> usize {
    let indents = lines
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.chars().take_while(|c| *c == ' ' || *c == '\t').count());
    indents.min().unwrap_or(0)
}

/// How many columns of a terminal the first characters take.
fn width(line: &[char], n: usize) -> usize {
    line.iter()
        .take(n)
        .map(|&c| if is_wide(c) { 2 } else { 1 })
        .sum::<usize>()
        + n.saturating_sub(line.len())
}

fn is_wide(c: char) -> bool {
    matches!(u32::from(c),
        0x1100..=0x115F | 0x2E80..=0x303E | 0x3041..=0x33FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF
        | 0xA000..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE6F | 0xFF00..=0xFF60
        | 0xFFE0..=0xFFE6 | 0x1F300..=0x1F64F | 0x1F680..=0x1F6FF | 0x1F900..=0x1F9FF
        | 0x20000..=0x3FFFD)
}
