//! A listing of a block, for tests and for the curious.

use std::fmt;

use super::verify::jump_target;
use crate::code::{Code, Constant};

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {}", self.kind, self.qualname)?;
        for (what, names) in [
            ("locals", &self.locals),
            ("cells", &self.cells),
            ("free", &self.free),
        ] {
            if !names.is_empty() {
                write!(f, " {what}({})", names.join(", "))?;
            }
        }
        writeln!(f)?;
        for (ip, op) in self.ops.iter().enumerate() {
            let mark = if self.line_starts[ip] { '>' } else { ' ' };
            let line = self.source.line_of(self.spans[ip].start);
            write!(f, "{mark}{line:>3} {ip:>3} [{}] {op:?}", self.depth[ip])?;
            if let Some(target) = jump_target(*op, ip) {
                write!(f, " -> {target}")?;
            }
            writeln!(f)?;
        }
        for handler in &self.handlers {
            writeln!(
                f,
                "    {}..{} -> {} exception {}",
                handler.start, handler.end, handler.target, handler.exception
            )?;
        }
        for constant in &self.constants {
            if let Constant::Code(code) = constant {
                write!(f, "{code}")?;
            }
        }
        Ok(())
    }
}
