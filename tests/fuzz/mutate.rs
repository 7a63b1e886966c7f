//! Broken programs made of good ones, each decided by its seed alone.

/// What tokens soups are made of.
const TOKENS: &[&str] = &[
    "False",
    "None",
    "True",
    "and",
    "as",
    "assert",
    "async",
    "await",
    "break",
    "class",
    "continue",
    "def",
    "del",
    "elif",
    "else",
    "except",
    "finally",
    "for",
    "from",
    "global",
    "if",
    "import",
    "in",
    "is",
    "lambda",
    "nonlocal",
    "not",
    "or",
    "pass",
    "raise",
    "return",
    "try",
    "while",
    "with",
    "yield",
    "match",
    "case",
    "type",
    "_",
    "print",
    "x",
    "y",
    "self",
    "f(x)",
    "range(3)",
    "asyncio",
    "asyncio.sleep(0)",
    "asyncio.run(f())",
    "super()",
    "__init__",
    "x.y",
    "0",
    "1",
    "-1",
    "10**30",
    "1e308",
    "2j",
    "0x",
    "0b2",
    "1__0",
    "''",
    "'a'",
    "\"",
    "'''",
    "b'x'",
    "f'{x",
    "f'{x!r:>{y}}'",
    "f''",
    "r'\\'",
    "\\",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ":=",
    ",",
    ";",
    ".",
    "...",
    "->",
    "=",
    "==",
    "!=",
    "<",
    ">",
    "<=",
    ">=",
    "+",
    "-",
    "*",
    "**",
    "/",
    "//",
    "%",
    "@",
    "&",
    "|",
    "^",
    "~",
    "<<",
    ">>",
    "+=",
    "**=",
    "@=",
    "$",
    "?",
    "!",
    "\u{feff}",
    "\0",
    "\t",
    "\u{e9}",
    "\u{1f600}",
    "#",
    "# type: ignore",
    "except*",
    "*args",
    "**more",
    "\r",
    "\u{c}",
    "yield from",
    "async for",
    "async with",
    "not in",
    "is not",
    "int",
    "list",
    "dict",
    "Exception",
];

/// How deep or long a repetition gets.
const N_REPEATED_MAX: usize = 400;

/// Makes inputs out of programs.
#[derive(Debug)]
pub(crate) struct Mutator {
    sources: Vec<String>,
}

impl Mutator {
    pub(crate) fn new(sources: Vec<String>) -> Self {
        assert!(!sources.is_empty(), "nothing to mutate");
        Self { sources }
    }

    /// The input of a seed.
    pub(crate) fn input(&self, seed: u64) -> String {
        let mut chance = Chance::new(seed);
        match chance.below(10) {
            0..=2 => self.with_broken_bytes(&mut chance),
            3..=5 => self.spliced(&mut chance),
            6..=7 => self.with_foreign_tokens(&mut chance),
            8 => soup(&mut chance),
            _ => self.with_repetition(&mut chance),
        }
    }

    fn source(&self, chance: &mut Chance) -> &str {
        &self.sources[chance.below(self.sources.len())]
    }

    /// Bytes flipped, taken out, put in, doubled.
    fn with_broken_bytes(&self, chance: &mut Chance) -> String {
        let mut bytes = self.source(chance).as_bytes().to_vec();
        for _ in 0..=chance.below(12) {
            if bytes.is_empty() {
                break;
            }
            let at = chance.below(bytes.len());
            match chance.below(6) {
                0 => bytes[at] ^= 1 << chance.below(8),
                1 => drop(bytes.remove(at)),
                2 => bytes.insert(at, u8::try_from(chance.below(256)).unwrap_or(0)),
                3 => bytes[at] = b"()[]{}:'\"\\\n\t #=,*"[chance.below(17)],
                4 => {
                    let end = (at + chance.below(40)).min(bytes.len());
                    let part = bytes[at..end].to_vec();
                    bytes.splice(at..at, part);
                }
                _ => {
                    let end = (at + chance.below(40)).min(bytes.len());
                    bytes.drain(at..end);
                }
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Lines of two programs, mixed, doubled, moved and indented otherwise.
    fn spliced(&self, chance: &mut Chance) -> String {
        let mut lines: Vec<String> = self.source(chance).lines().map(str::to_owned).collect();
        let other: Vec<&str> = self.source(chance).lines().collect();
        for _ in 0..=chance.below(6) {
            let at = chance.below(lines.len() + 1);
            let end = (at + chance.below(5)).min(lines.len());
            match chance.below(5) {
                0 => drop(lines.drain(at..end)),
                1 => {
                    let part = lines[at..end].to_vec();
                    lines.splice(at..at, part);
                }
                2 => lines[at..end].reverse(),
                3 => {
                    for line in &mut lines[at..end] {
                        line.insert_str(0, ["    ", "\t", " "][chance.below(3)]);
                    }
                }
                _ => {
                    let from = chance.below(other.len().max(1)).min(other.len());
                    let to = (from + chance.below(8)).min(other.len());
                    let part = other[from..to].iter().map(|line| (*line).to_owned());
                    lines.splice(at..at, part.collect::<Vec<_>>());
                }
            }
        }
        lines.join("\n")
    }

    /// Words of a program replaced by tokens or by each other.
    fn with_foreign_tokens(&self, chance: &mut Chance) -> String {
        let source = self.source(chance);
        let mut words: Vec<&str> = source
            .split_inclusive(|c: char| !c.is_alphanumeric() && c != '_')
            .collect();
        for _ in 0..=chance.below(6) {
            if words.is_empty() {
                break;
            }
            let (at, other) = (chance.below(words.len()), chance.below(words.len()));
            match chance.below(3) {
                0 => words.swap(at, other),
                1 => words[at] = words[other],
                _ => words.insert(at, TOKENS[chance.below(TOKENS.len())]),
            }
        }
        words.concat()
    }

    /// One token or line many times, around or inside of a program.
    fn with_repetition(&self, chance: &mut Chance) -> String {
        let source = self.source(chance);
        let lines: Vec<&str> = source.lines().collect();
        let n = chance.below(N_REPEATED_MAX);
        let piece = match chance.below(3) {
            0 => lines[chance.below(lines.len())],
            _ => TOKENS[chance.below(TOKENS.len())],
        };
        let separator = [" ", "", "\n", "("][chance.below(4)];
        let repeated = vec![piece; n].join(separator);
        let at = chance.below(lines.len());
        format!(
            "{}\n{repeated}\n{}",
            lines[..at].join("\n"),
            lines[at..].join("\n")
        )
    }
}

/// Tokens in any order, with lines and indentation.
fn soup(chance: &mut Chance) -> String {
    let mut text = String::new();
    for _ in 0..=chance.below(80) {
        text.push_str(TOKENS[chance.below(TOKENS.len())]);
        text.push_str(match chance.below(12) {
            0 => "\n",
            1 => "\n    ",
            2 => ":\n    ",
            3 => "",
            _ => " ",
        });
    }
    text
}

/// A small generator of numbers (`SplitMix64`), so that a seed means the same everywhere.
struct Chance(u64);

impl Chance {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % u64::try_from(n.max(1)).expect("small")).expect("below n")
    }
}
