//! `template % values`, for strings and bytes.

use std::rc::Rc;

use super::number::Num;
use super::{format_float, text};
use crate::native::PyResult;
use crate::object::{Object, Value};
use crate::vm::Vm;

/// What the template is, which decides what `%s`, `%r` and `%c` take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Str,
    Bytes,
}

/// A conversion such as `%-5.2f`.
#[derive(Clone, Debug, Default)]
struct Conversion {
    is_left: bool,
    has_sign: bool,
    has_space: bool,
    alternate: bool,
    has_zeros: bool,
    width: usize,
    precision: Option<usize>,
}

/// A template on its way to its result.
struct Formatter {
    kind: Kind,
    template: Vec<char>,
    position: usize,
    /// The right operand.
    values: Value,
    /// Its items if it is a tuple, else the operand alone; the next to be used is at `next`.
    items: Rc<[Value]>,
    next: usize,
    is_mapping: bool,
    out: String,
}

impl Vm {
    /// `template % values` with a string.
    ///
    /// # Errors
    ///
    /// `TypeError`, `ValueError`, `OverflowError`; what formatting a value raises.
    pub(crate) fn percent(&mut self, template: Value, values: Value) -> PyResult {
        let text = super::str_methods::self_text(self, template)?;
        let out = self.percent_text(Kind::Str, text.chars().collect(), values)?;
        Ok(self.heap.new_str(&out))
    }

    /// `template % values` with bytes.
    ///
    /// # Errors
    ///
    /// As `percent`.
    pub(crate) fn percent_bytes(&mut self, template: Value, values: Value) -> PyResult {
        // Bytes pass through as the characters of Latin-1.
        let bytes = self.bytes_of(template).unwrap_or_default();
        let text = bytes.iter().map(|byte| char::from(*byte)).collect();
        let out = self.percent_text(Kind::Bytes, text, values)?;
        let bytes = out
            .chars()
            .map(|c| u8::try_from(c).unwrap_or(b'?'))
            .collect();
        let class = self.bytes_class(template);
        Ok(self.new_bytes_like(class, bytes))
    }

    fn percent_text(&mut self, kind: Kind, template: Vec<char>, values: Value) -> PyResult<String> {
        let (items, is_mapping) = match self.heap.object(values) {
            Some(Object::Tuple(items)) => (Rc::clone(items), false),
            Some(Object::Str(_)) => ([values].into(), false),
            Some(Object::Bytes(_) | Object::ByteArray(_)) if kind == Kind::Bytes => {
                ([values].into(), false)
            }
            Some(_) => {
                // A deque is a sequence alone.
                let is_mapping = self.deque_items(values).is_none()
                    && self.lookup_special(values, "__getitem__").is_some();
                ([values].into(), is_mapping)
            }
            None => ([values].into(), false),
        };
        let mut formatter = Formatter {
            kind,
            template,
            position: 0,
            values,
            items,
            next: 0,
            is_mapping,
            out: String::new(),
        };
        formatter.run(self)?;
        Ok(formatter.out)
    }
}

impl Formatter {
    fn run(&mut self, vm: &mut Vm) -> PyResult<()> {
        while let Some(c) = self.take() {
            if c != '%' {
                self.out.push(c);
                continue;
            }
            self.conversion(vm)?;
        }
        if self.next < self.items.len() && !self.is_mapping {
            let text = match self.kind {
                Kind::Str => "not all arguments converted during string formatting",
                Kind::Bytes => "not all arguments converted during bytes formatting",
            };
            return Err(vm.type_error(text));
        }
        Ok(())
    }

    fn take(&mut self) -> Option<char> {
        let c = self.template.get(self.position).copied();
        self.position += usize::from(c.is_some());
        c
    }

    fn peek(&self) -> Option<char> {
        self.template.get(self.position).copied()
    }

    fn next_value(&mut self, vm: &mut Vm) -> PyResult {
        match self.items.get(self.next).copied() {
            Some(value) => {
                self.next += 1;
                Ok(value)
            }
            None => Err(vm.type_error("not enough arguments for format string")),
        }
    }

    /// One conversion, behind its `%`.
    fn conversion(&mut self, vm: &mut Vm) -> PyResult<()> {
        if self.peek() == Some('%') {
            self.position += 1;
            self.out.push('%');
            return Ok(());
        }
        if self.peek() == Some('(') {
            self.key(vm)?;
        }
        let mut conversion = Conversion::default();
        while let Some(flag) = self.peek() {
            match flag {
                '-' => conversion.is_left = true,
                '+' => conversion.has_sign = true,
                ' ' => conversion.has_space = true,
                '#' => conversion.alternate = true,
                '0' => conversion.has_zeros = true,
                _ => break,
            }
            self.position += 1;
        }
        if let Some(width) = self.number(vm, "width too big")? {
            conversion.is_left |= width < 0;
            conversion.width = usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX);
        }
        if self.peek() == Some('.') {
            self.position += 1;
            let precision = self.number(vm, "precision too big")?.unwrap_or(0);
            conversion.precision = Some(usize::try_from(precision).unwrap_or(0));
        }
        if matches!(self.peek(), Some('h' | 'l' | 'L')) {
            self.position += 1;
        }
        let Some(kind) = self.take() else {
            return Err(vm.value_error("incomplete format"));
        };
        let size = conversion
            .width
            .checked_add(conversion.precision.unwrap_or(0));
        vm.check_room(size.and_then(|size| size.checked_mul(4)))?;
        let value = self.next_value(vm)?;
        self.convert(vm, kind, &conversion, value)
    }

    /// `(name)`: the value comes from the mapping.
    fn key(&mut self, vm: &mut Vm) -> PyResult<()> {
        if !self.is_mapping {
            return Err(vm.type_error("format requires a mapping"));
        }
        self.position += 1;
        let start = self.position;
        let mut depth = 1;
        while depth > 0 {
            match self.take() {
                Some('(') => depth += 1,
                Some(')') => depth -= 1,
                Some(_) => {}
                None => return Err(vm.value_error("incomplete format key")),
            }
        }
        let name: String = self.template[start..self.position - 1].iter().collect();
        let key = match self.kind {
            Kind::Str => vm.heap.new_str(&name),
            Kind::Bytes => {
                let bytes: Vec<u8> = name
                    .chars()
                    .map(|c| u8::try_from(c).unwrap_or(b'?'))
                    .collect();
                vm.new_bytes(&bytes)
            }
        };
        let value = vm.get_item(self.values, key)?;
        self.items = [value].into();
        self.next = 0;
        Ok(())
    }

    /// A width or precision: digits, or `*` for a value.
    fn number(&mut self, vm: &mut Vm, too_big: &str) -> PyResult<Option<i64>> {
        if self.peek() == Some('*') {
            self.position += 1;
            let value = self.next_value(vm)?;
            return match vm.number(value) {
                Some(Num::Int(int)) => Ok(Some(int)),
                Some(Num::Big(_)) => Err(vm.overflow_error(too_big)),
                _ => Err(vm.type_error("* wants int")),
            };
        }
        let start = self.position;
        while self.peek().is_some_and(|c| c.is_ascii_digit()) {
            self.position += 1;
        }
        if start == self.position {
            return Ok(None);
        }
        let digits: String = self.template[start..self.position].iter().collect();
        match digits.parse::<i32>() {
            Ok(number) => Ok(Some(i64::from(number))),
            Err(_) => Err(vm.value_error(too_big)),
        }
    }

    fn convert(
        &mut self,
        vm: &mut Vm,
        kind: char,
        conversion: &Conversion,
        value: Value,
    ) -> PyResult<()> {
        match kind {
            's' | 'r' | 'a' | 'b' => {
                let text = self.text_of(vm, kind, value)?;
                let shown = match conversion.precision {
                    Some(n) => text.chars().take(n).collect(),
                    None => text,
                };
                self.pad(conversion, "", &shown, ' ');
            }
            'c' => {
                let text = self.character(vm, value)?;
                self.pad(conversion, "", &text, ' ');
            }
            'd' | 'i' | 'u' | 'x' | 'X' | 'o' => {
                self.integer(vm, kind, conversion, value)?;
            }
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
                let float = vm.to_float(value)?;
                let text = format_float::unsigned(
                    float.abs(),
                    kind,
                    conversion.precision,
                    conversion.alternate,
                    format_float::Integral::Bare,
                );
                let is_negative = float.is_sign_negative() && !float.is_nan();
                self.signed(conversion, is_negative, "", &text);
            }
            _ => {
                return Err(vm.value_error(format_args!(
                    "unsupported format character '{}' (0x{:x}) at index {}",
                    if kind.is_ascii_graphic() || kind == ' ' {
                        kind
                    } else {
                        '?'
                    },
                    u32::from(kind),
                    self.position - 1
                )));
            }
        }
        Ok(())
    }

    fn text_of(&self, vm: &mut Vm, kind: char, value: Value) -> PyResult<String> {
        if self.kind == Kind::Bytes && matches!(kind, 's' | 'b') {
            if let Some(bytes) = vm.bytes_of(value) {
                return Ok(bytes.iter().map(|byte| char::from(*byte)).collect());
            }
            if value.obj().is_some()
                && let Some(flow) = vm.special_flow(value, "__bytes__", &[])?
            {
                let result = vm.finish(flow)?;
                let bytes = vm.bytes_of(result).unwrap_or_default();
                return Ok(bytes.iter().map(|byte| char::from(*byte)).collect());
            }
            let name = vm.type_name(value);
            return Err(vm.type_error(format_args!(
                "%b requires a bytes-like object, or an object that implements __bytes__, not '{name}'"
            )));
        }
        Ok(match (kind, self.kind) {
            ('s', _) => vm.str_of(value)?.to_string(),
            ('r', Kind::Str) => vm.repr(value)?.to_string(),
            _ => text::ascii(&vm.repr(value)?),
        })
    }

    fn character(&self, vm: &mut Vm, value: Value) -> PyResult<String> {
        if self.kind == Kind::Bytes {
            if let Some(&[byte]) = vm.bytes_of(value) {
                return Ok(char::from(byte).into());
            }
            return match vm.number(value) {
                Some(Num::Int(code @ 0..=255)) => Ok(u8::try_from(code)
                    .map(char::from)
                    .unwrap_or_default()
                    .into()),
                Some(num) if num.is_int() => Err(vm.overflow_error("%c arg not in range(256)")),
                _ => {
                    let name = match vm.bytes_of(value).map(<[u8]>::len) {
                        Some(len) => format!("a bytes object of length {len}"),
                        None => vm.type_name(value).to_string(),
                    };
                    Err(vm.type_error(format_args!(
                        "%c requires an integer in range(256) or a single byte, not {name}"
                    )))
                }
            };
        }
        if let Some(string) = vm.heap.str(value) {
            if string.n_chars == 1 {
                return Ok(string.text.to_string());
            }
            return Err(vm.type_error(&format!(
                "%c requires an int or a unicode character, not a string of length {}",
                string.n_chars
            )));
        }
        if !vm.is_index(value) {
            let name = vm.type_name(value);
            return Err(vm.type_error(format_args!(
                "%c requires an int or a unicode character, not {name}"
            )));
        }
        let code = vm.to_index_clamped(value)?;
        match u32::try_from(code).ok().and_then(char::from_u32) {
            Some(c) => Ok(c.into()),
            None => Err(vm.overflow_error("%c arg not in range(0x110000)")),
        }
    }

    fn integer(
        &mut self,
        vm: &mut Vm,
        kind: char,
        conversion: &Conversion,
        value: Value,
    ) -> PyResult<()> {
        let (radix, prefix) = match kind {
            'x' => (16, "0x"),
            'X' => (16, "0X"),
            'o' => (8, "0o"),
            _ => (10, ""),
        };
        let is_number = match vm.number(value) {
            Some(Num::Complex(..)) => false,
            Some(num) => radix == 10 || num.is_int(),
            None => {
                vm.is_index(value)
                    || (radix == 10
                        && value.obj().is_some()
                        && vm.lookup_special(value, "__int__").is_some()
                        && vm.heap.str(value).is_none())
            }
        };
        if !is_number {
            let name = vm.type_name(value);
            let wanted = if radix == 10 {
                "a real number"
            } else {
                "an integer"
            };
            return Err(vm.type_error(format_args!(
                "%{kind} format: {wanted} is required, not {name}"
            )));
        }
        let int = if radix == 10 {
            vm.int_from(value)?
        } else {
            let num = vm.index_of(value)?;
            vm.new_number(&num)
        };
        let num = vm.index_of(int)?;
        let is_negative = match &num {
            Num::Int(int) => *int < 0,
            Num::Big(big) => big.sign() == crate::bigint::Sign::Minus,
            _ => false,
        };
        let mut digits = vm.int_digits(&num, radix)?;
        if kind == 'X' {
            digits.make_ascii_uppercase();
        }
        if let Some(precision) = conversion.precision {
            digits = format!(
                "{}{digits}",
                "0".repeat(precision.saturating_sub(digits.len()))
            );
        }
        let prefix = if conversion.alternate { prefix } else { "" };
        self.signed(conversion, is_negative, prefix, &digits);
        Ok(())
    }

    fn signed(&mut self, conversion: &Conversion, is_negative: bool, prefix: &str, digits: &str) {
        let sign = match conversion {
            _ if is_negative => "-",
            Conversion { has_sign: true, .. } => "+",
            Conversion {
                has_space: true, ..
            } => " ",
            _ => "",
        };
        let fill = if conversion.has_zeros { '0' } else { ' ' };
        self.pad(conversion, &format!("{sign}{prefix}"), digits, fill);
    }

    fn pad(&mut self, conversion: &Conversion, before: &str, text: &str, fill: char) {
        let len = before.chars().count() + text.chars().count();
        let missing = conversion.width.saturating_sub(len);
        let spaces = |n| std::iter::repeat_n(' ', n);
        if conversion.is_left {
            self.out.push_str(before);
            self.out.push_str(text);
            self.out.extend(spaces(missing));
        } else if fill == '0' {
            self.out.push_str(before);
            self.out.extend(std::iter::repeat_n('0', missing));
            self.out.push_str(text);
        } else {
            self.out.extend(spaces(missing));
            self.out.push_str(before);
            self.out.push_str(text);
        }
    }
}
