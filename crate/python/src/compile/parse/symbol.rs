//! The words and signs of the grammar.

use super::super::tokens::Kind;

macro_rules! symbols {
    ($($name:ident $text:literal)*) => {
        /// What a token is to the grammar.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(in super::super) enum Symbol {
            $($name,)*
            Name,
            Number,
            String,
            FormatStart,
            FormatEnd,
            Newline,
            End,
            /// No token of the grammar.
            Unknown,
        }

        /// The words and signs with their texts, sorted by these.
        const SYMBOLS: &[(&str, Symbol)] = &[$(($text, Symbol::$name),)*];
    };
}

symbols! {
    Exclamation "!" NotEqual "!=" Percent "%" PercentEqual "%=" Ampersand "&" AmpersandEqual "&="
    LeftParen "(" RightParen ")" Star "*" DoubleStar "**" DoubleStarEqual "**=" StarEqual "*="
    Plus "+" PlusEqual "+=" Comma "," Minus "-" MinusEqual "-=" Arrow "->" Dot "."
    Ellipsis "..." Slash "/" DoubleSlash "//" DoubleSlashEqual "//=" SlashEqual "/="
    Colon ":" Walrus ":=" Semicolon ";" Less "<" ShiftLeft "<<" ShiftLeftEqual "<<="
    LessEqual "<=" OldNotEqual "<>" Equal "=" DoubleEqual "==" Greater ">" GreaterEqual ">="
    ShiftRight ">>" ShiftRightEqual ">>=" At "@" AtEqual "@="
    False "False" None "None" True "True" LeftBracket "[" RightBracket "]"
    Caret "^" CaretEqual "^=" And "and" As "as" Assert "assert" Async "async" Await "await"
    Break "break" Class "class" Continue "continue" Def "def" Del "del" Elif "elif" Else "else"
    Except "except" Finally "finally" For "for" From "from" Global "global" If "if"
    Import "import" In "in" Is "is" Lambda "lambda" Nonlocal "nonlocal" Not "not" Or "or"
    Pass "pass" Raise "raise" Return "return" Try "try" While "while" With "with" Yield "yield"
    LeftBrace "{" Bar "|" BarEqual "|=" RightBrace "}" Tilde "~"
}

impl Symbol {
    /// What a token of a kind with a text is.
    pub(in super::super) fn of(kind: Kind, text: &str) -> Self {
        let otherwise = match kind {
            Kind::Name => Self::Name,
            Kind::Op => Self::Unknown,
            Kind::Number => return Self::Number,
            Kind::String => return Self::String,
            Kind::FormatStart => return Self::FormatStart,
            Kind::FormatEnd => return Self::FormatEnd,
            Kind::Newline => return Self::Newline,
            Kind::End => return Self::End,
            Kind::Comment | Kind::FormatText => return Self::Unknown,
        };
        SYMBOLS
            .binary_search_by(|(symbol, _)| (*symbol).cmp(text))
            .map_or(otherwise, |index| SYMBOLS[index].1)
    }

    /// Whether an expression can begin with it, `*` and `yield` aside.
    pub(in super::super) fn starts_expression(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::Number
                | Self::String
                | Self::FormatStart
                | Self::LeftParen
                | Self::LeftBracket
                | Self::LeftBrace
                | Self::Minus
                | Self::Plus
                | Self::Tilde
                | Self::Not
                | Self::Lambda
                | Self::Await
                | Self::None
                | Self::True
                | Self::False
                | Self::Ellipsis
        )
    }

    /// Whether a statement on one line can begin with it.
    pub(super) fn starts_simple_statement(self) -> bool {
        self.starts_expression()
            || matches!(
                self,
                Self::Star
                    | Self::Yield
                    | Self::Return
                    | Self::Import
                    | Self::From
                    | Self::Pass
                    | Self::Continue
                    | Self::Break
                    | Self::Raise
                    | Self::Assert
                    | Self::Global
                    | Self::Nonlocal
                    | Self::Del
            )
    }

    /// Whether a statement with a body begins with it.
    pub(super) fn starts_compound_statement(self) -> bool {
        matches!(
            self,
            Self::If
                | Self::For
                | Self::While
                | Self::With
                | Self::Try
                | Self::Def
                | Self::Class
                | Self::At
                | Self::Async
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(SYMBOLS.is_sorted_by(|a, b| a.0 < b.0));
    }
}
