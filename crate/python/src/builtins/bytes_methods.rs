//! `bytes` and `bytearray`: construction and the methods that both have.
//!
//! Long because `bytes` and `bytearray` share one table of methods.

use super::bytes_search as search;
use super::number_methods::constructor;
use super::text::is_space;
use crate::native::{NativeDef, NativeKind, PyResult};
use crate::object::{Iter, ObjId, Object, Value, classes};
use crate::vm::Vm;

/// Methods of `bytes` and `bytearray`.
pub(crate) static METHODS: &[NativeDef] = &[
    constructor("cls, source?, encoding?, errors?", new),
    NativeDef::new("__len__", "self, /", |vm, args| {
        let n = this(vm, args)?.len();
        Ok(int(n))
    }),
    NativeDef::new("__getitem__", "self, key, /", |vm, args| {
        this(vm, args)?;
        let id = args[0].obj().expect("bytes are objects");
        let flow = vm.item_of_layout(id, args[1])?;
        vm.finish(flow.expect("bytes have items"))
    }),
    NativeDef::new("__contains__", "self, key, /", |vm, args| {
        this(vm, args)?;
        let id = args[0].obj().expect("bytes are objects");
        let found = vm.contains_of_layout(id, args[1])?;
        Ok(Value::bool(found.unwrap_or(false)))
    }),
    NativeDef::new("__iter__", "self, /", |vm, args| {
        this(vm, args)?;
        let source = args[0].obj().expect("bytes are objects");
        let iter = Iter::Bytes { source, index: 0 };
        Ok(vm.heap.new_iter(classes::BYTES_ITERATOR, iter))
    }),
    NativeDef::new("__add__", "self, value, /", |vm, args| {
        vm.bytes_concat(args[0], args[1], false)
    }),
    NativeDef::new("__mul__", "self, value, /", |vm, args| {
        vm.bytes_repeat(args[0], args[1], false)
    }),
    NativeDef::new("__rmul__", "self, value, /", |vm, args| {
        vm.bytes_repeat(args[0], args[1], false)
    }),
    NativeDef::new("__mod__", "self, value, /", |vm, args| {
        vm.percent_bytes(args[0], args[1])
    }),
    NativeDef::new("decode", "self, encoding?, errors?", |vm, args| {
        let bytes = this(vm, args)?;
        let text = vm.decode(&bytes, args[1], args[2])?;
        Ok(vm.heap.new_str(&text))
    }),
    NativeDef::new("hex", "self, sep?, bytes_per_sep?", hex),
    NativeDef::new("fromhex", "cls, string, /", from_hex).kind(NativeKind::Class),
    NativeDef::new("maketrans", "frm, to, /", make_table).kind(NativeKind::Static),
    NativeDef::new("translate", "self, table, /, delete?", translate),
    NativeDef::new("join", "self, iterable_of_bytes, /", join),
    NativeDef::new("replace", "self, old, new, count?, /", replace),
    NativeDef::new("strip", "self, bytes?, /", |vm, args| {
        strip(vm, args, true, true)
    }),
    NativeDef::new("lstrip", "self, bytes?, /", |vm, args| {
        strip(vm, args, true, false)
    }),
    NativeDef::new("rstrip", "self, bytes?, /", |vm, args| {
        strip(vm, args, false, true)
    }),
    NativeDef::new("removeprefix", "self, prefix, /", |vm, args| {
        let (bytes, affix) = (this(vm, args)?, like(vm, args[1])?);
        let rest = bytes.strip_prefix(&affix[..]).unwrap_or(&bytes);
        Ok(same_kind(vm, args[0], rest))
    }),
    NativeDef::new("removesuffix", "self, suffix, /", |vm, args| {
        let (bytes, affix) = (this(vm, args)?, like(vm, args[1])?);
        let rest = bytes.strip_suffix(&affix[..]).unwrap_or(&bytes);
        Ok(same_kind(vm, args[0], rest))
    }),
    NativeDef::new("ljust", "self, width, fillchar?, /", |vm, args| {
        justify(vm, args, "ljust", |n, _| (0, n))
    }),
    NativeDef::new("rjust", "self, width, fillchar?, /", |vm, args| {
        justify(vm, args, "rjust", |n, _| (n, 0))
    }),
    NativeDef::new("center", "self, width, fillchar?, /", |vm, args| {
        justify(vm, args, "center", |n, width| {
            let left = n / 2 + (n & width & 1);
            (left, n - left)
        })
    }),
    NativeDef::new("zfill", "self, width, /", |vm, args| {
        let bytes = this(vm, args)?;
        let width = usize::try_from(vm.to_index(args[1])?).unwrap_or(0);
        let missing = vm.check_room(Some(width))?.saturating_sub(bytes.len());
        let n_sign = usize::from(bytes.starts_with(b"+") || bytes.starts_with(b"-"));
        let (sign, digits) = bytes.split_at(n_sign);
        let filled = [sign, &vec![b'0'; missing], digits].concat();
        Ok(same_kind(vm, args[0], &filled))
    }),
    NativeDef::new("expandtabs", "self, tabsize?", expand_tabs),
    NativeDef::new("upper", "self, /", |vm, args| {
        map(vm, args, u8::to_ascii_uppercase)
    }),
    NativeDef::new("lower", "self, /", |vm, args| {
        map(vm, args, u8::to_ascii_lowercase)
    }),
    NativeDef::new("swapcase", "self, /", |vm, args| {
        map(vm, args, |byte| {
            if byte.is_ascii_uppercase() {
                byte.to_ascii_lowercase()
            } else {
                byte.to_ascii_uppercase()
            }
        })
    }),
    NativeDef::new("capitalize", "self, /", |vm, args| {
        let mut bytes = this(vm, args)?;
        bytes.make_ascii_lowercase();
        if let Some(first) = bytes.first_mut() {
            first.make_ascii_uppercase();
        }
        Ok(same_kind(vm, args[0], &bytes))
    }),
    NativeDef::new("title", "self, /", |vm, args| {
        let mut bytes = this(vm, args)?;
        let mut is_inside = false;
        for byte in &mut bytes {
            *byte = if is_inside {
                byte.to_ascii_lowercase()
            } else {
                byte.to_ascii_uppercase()
            };
            is_inside = byte.is_ascii_alphabetic();
        }
        Ok(same_kind(vm, args[0], &bytes))
    }),
    NativeDef::new("isalpha", "self, /", |vm, args| {
        all(vm, args, u8::is_ascii_alphabetic)
    }),
    NativeDef::new("isdigit", "self, /", |vm, args| {
        all(vm, args, u8::is_ascii_digit)
    }),
    NativeDef::new("isalnum", "self, /", |vm, args| {
        all(vm, args, u8::is_ascii_alphanumeric)
    }),
    NativeDef::new("isspace", "self, /", |vm, args| {
        all(vm, args, is_space_byte)
    }),
    NativeDef::new("isascii", "self, /", |vm, args| {
        let bytes = this(vm, args)?;
        Ok(Value::bool(bytes.is_ascii()))
    }),
    NativeDef::new("istitle", "self, /", |vm, args| {
        let bytes = this(vm, args)?;
        let mut was_cased = false;
        let mut has_word = false;
        for byte in &bytes {
            if byte.is_ascii_alphabetic() && byte.is_ascii_uppercase() == was_cased {
                return Ok(Value::bool(false));
            }
            was_cased = byte.is_ascii_alphabetic();
            has_word |= was_cased;
        }
        Ok(Value::bool(has_word))
    }),
    NativeDef::new("isupper", "self, /", |vm, args| {
        cased(vm, args, u8::is_ascii_uppercase, u8::is_ascii_lowercase)
    }),
    NativeDef::new("islower", "self, /", |vm, args| {
        cased(vm, args, u8::is_ascii_lowercase, u8::is_ascii_uppercase)
    }),
];

fn int(n: usize) -> Value {
    Value::Int(i64::try_from(n).expect("the memory cap is far below"))
}

/// The bytes that a method was called on.
pub(crate) fn this(vm: &mut Vm, args: &[Value]) -> PyResult<Vec<u8>> {
    if let Some(bytes) = vm.bytes_of(args[0]) {
        return Ok(bytes.to_vec());
    }
    let name = vm.type_name(args[0]);
    Err(vm.type_error(format_args!(
        "descriptor requires a 'bytes' object but received a '{name}'"
    )))
}

/// A bytes-like argument.
pub(crate) fn like(vm: &mut Vm, value: Value) -> PyResult<Vec<u8>> {
    if let Some(bytes) = vm.bytes_of(value) {
        return Ok(bytes.to_vec());
    }
    let name = vm.type_name(value);
    Err(vm.type_error(format_args!(
        "a bytes-like object is required, not '{name}'"
    )))
}

/// A result of the kind that the method was called on.
pub(crate) fn same_kind(vm: &mut Vm, value: Value, bytes: &[u8]) -> Value {
    let class = vm.bytes_class(value);
    vm.new_bytes_like(class, bytes.to_vec())
}

/// Whether `strip` and `split` take a byte for white space.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "as the predicates of `u8`"
)]
pub(crate) fn is_space_byte(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

fn new(vm: &mut Vm, args: &[Value]) -> PyResult {
    let class = vm.class_argument(args[0])?;
    let is_alone = args[2].is_unbound() && args[3].is_unbound();
    if let Some(source) = args[1].bound()
        && is_alone
        && class == classes::BYTES
        && vm.heap.type_of(source) == class
    {
        return Ok(source);
    }
    let bytes = vm.bytes_argument(class, [args[1], args[2], args[3]])?;
    Ok(vm.new_bytes_like(class, bytes))
}

/// The length of a `bytes`, which is not negative, if there is room for it.
///
/// # Errors
///
/// `OverflowError` where with its head, which in CPython takes 33 bytes, it would have no place
/// anywhere; `MemoryError`.
pub(super) fn check_length(vm: &mut Vm, length: i64) -> PyResult<usize> {
    if length > i64::MAX - 33 {
        return Err(vm.overflow_error("byte string is too large"));
    }
    vm.check_room(usize::try_from(length).ok())
}

impl Vm {
    /// What `bytes(source, encoding, errors)` or a `bytearray` is made of.
    ///
    /// # Errors
    ///
    /// `TypeError`, `ValueError`, `MemoryError`; what iterating raises.
    pub(crate) fn bytes_argument(
        &mut self,
        class: ObjId,
        [source, encoding, errors]: [Value; 3],
    ) -> PyResult<Vec<u8>> {
        if let Some(string) = self.heap.str(source) {
            let text = std::rc::Rc::clone(&string.text);
            if encoding.is_unbound() {
                return Err(self.type_error("string argument without an encoding"));
            }
            return self.encode(source, &text, encoding, errors);
        }
        if !encoding.is_unbound() || !errors.is_unbound() {
            let which = if encoding.is_unbound() {
                "errors"
            } else {
                "encoding"
            };
            return Err(self.type_error(format_args!("{which} without a string argument")));
        }
        if source.is_unbound() {
            return Ok(Vec::new());
        }
        if let Some(bytes) = self.bytes_of(source) {
            return Ok(bytes.to_vec());
        }
        if source.obj().is_some()
            && let Some(flow) = self.special_flow(source, "__bytes__", &[])?
        {
            let result = self.finish(flow)?;
            if let Some(bytes) = self.bytes_of(result) {
                return Ok(bytes.to_vec());
            }
            let name = self.type_name(result);
            return Err(self.type_error(format_args!("__bytes__ returned non-bytes (type {name})")));
        }
        if self.is_index(source) {
            let n = self.to_length(source)?;
            if n < 0 {
                return Err(self.value_error("negative count"));
            }
            let n = if class == classes::BYTES {
                check_length(self, n)?
            } else {
                self.check_room(usize::try_from(n).ok())?
            };
            return Ok(vec![0; n]);
        }
        if !self.is_iterable(source) {
            let name = self.type_name(source);
            let kind = match self.heap.is_subclass(class, classes::BYTEARRAY) {
                true => "bytearray",
                false => "bytes",
            };
            return Err(self.type_error(format_args!("cannot convert '{name}' object to {kind}")));
        }
        self.bytes_from(source, class)
    }
}

fn hex(vm: &mut Vm, args: &[Value]) -> PyResult {
    let bytes = this(vm, args)?;
    let separator = match args[1] {
        Value::Unbound => None,
        value => {
            if vm.length(value)? != 1 {
                return Err(vm.value_error("sep must be length 1."));
            }
            match (vm.heap.str(value), vm.bytes_of(value)) {
                (Some(string), _) => string.text.chars().next(),
                (_, Some(bytes)) => bytes.first().map(|byte| char::from(*byte)),
                _ => return Err(vm.type_error("sep must be str or bytes.")),
            }
        }
    };
    let size = match args[2] {
        Value::Unbound => 1,
        size => vm.to_index(size)?,
    };
    vm.check_room(bytes.len().checked_mul(3))?;
    let n = bytes.len();
    let group = usize::try_from(size.unsigned_abs()).unwrap_or(usize::MAX);
    let mut out = String::with_capacity(n * 2);
    for (index, byte) in bytes.iter().enumerate() {
        // Positive sizes count from the right.
        let is_bound = if size > 0 {
            (n - index) % group.max(1) == 0
        } else {
            index % group.max(1) == 0
        };
        if let Some(separator) = separator
            && index > 0
            && group > 0
            && is_bound
        {
            out.push(separator);
        }
        out.push_str(&format!("{byte:02x}"));
    }
    Ok(vm.heap.new_str(&out))
}

fn from_hex(vm: &mut Vm, args: &[Value]) -> PyResult {
    let text = vm.expect_str(args[1], |name| {
        format!("fromhex() argument must be str or bytes-like, not {name}")
    })?;
    let mut bytes = Vec::with_capacity(text.len() / 2);
    let mut high = None;
    for (index, c) in text.chars().enumerate() {
        if high.is_none() && is_space(c) {
            continue;
        }
        let Some(digit) = c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()) else {
            let message =
                format!("non-hexadecimal number found in fromhex() arg at position {index}");
            return Err(vm.value_error(&message));
        };
        match high.take() {
            None => high = Some(digit),
            Some(high) => bytes.push(high << 4 | digit),
        }
    }
    if high.is_some() {
        return Err(
            vm.value_error("fromhex() arg must contain an even number of hexadecimal digits")
        );
    }
    let class = vm.class_argument(args[0])?;
    Ok(vm.new_bytes_like(class, bytes))
}

fn make_table(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (from, to) = (like(vm, args[0])?, like(vm, args[1])?);
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.iter().zip(to) {
        table[usize::from(*from)] = to;
    }
    Ok(vm.new_bytes(&table))
}

fn translate(vm: &mut Vm, args: &[Value]) -> PyResult {
    let bytes = this(vm, args)?;
    let table = match args[1] {
        Value::None => None,
        table => Some(like(vm, table)?),
    };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(vm.value_error("translation table must be 256 characters long"));
    }
    let deleted = match args[2] {
        Value::Unbound => Vec::new(),
        deleted => like(vm, deleted)?,
    };
    let kept: Vec<u8> = bytes
        .iter()
        .filter(|byte| !deleted.contains(byte))
        .map(|byte| {
            table
                .as_ref()
                .map_or(*byte, |table| table[usize::from(*byte)])
        })
        .collect();
    Ok(same_kind(vm, args[0], &kept))
}

fn join(vm: &mut Vm, args: &[Value]) -> PyResult {
    let separator = this(vm, args)?;
    if !vm.is_iterable(args[1]) {
        return Err(vm.type_error("can only join an iterable"));
    }
    let items = vm.collect(args[1])?;
    let mut out = Vec::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.extend_from_slice(&separator);
        }
        match vm.bytes_of(*item) {
            Some(bytes) => out.extend_from_slice(bytes),
            None => {
                let name = vm.type_name(*item);
                let text =
                    format!("sequence item {index}: expected a bytes-like object, {name} found");
                return Err(vm.type_error(&text));
            }
        }
    }
    vm.check_room(Some(out.len()))?;
    Ok(same_kind(vm, args[0], &out))
}

fn replace(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (bytes, old, new) = (this(vm, args)?, like(vm, args[1])?, like(vm, args[2])?);
    let n_max = match args[3] {
        Value::Unbound => usize::MAX,
        n => usize::try_from(vm.to_index(n)?).unwrap_or(usize::MAX),
    };
    let grown = (bytes.len() + 1).checked_mul(new.len() + 1);
    vm.check_room(grown)?;
    let replaced = search::replace(&bytes, &old, &new, n_max);
    Ok(same_kind(vm, args[0], &replaced))
}

fn strip(vm: &mut Vm, args: &[Value], left: bool, right: bool) -> PyResult {
    let bytes = this(vm, args)?;
    let set = match args[1] {
        Value::Unbound | Value::None => None,
        set => Some(like(vm, set)?),
    };
    let is_kept = |byte: &u8| match &set {
        Some(set) => !set.contains(byte),
        None => !is_space_byte(byte),
    };
    let mut rest = &bytes[..];
    if left {
        let start = rest.iter().position(is_kept).unwrap_or(rest.len());
        rest = &rest[start..];
    }
    if right {
        let end = rest.iter().rposition(is_kept).map_or(0, |last| last + 1);
        rest = &rest[..end];
    }
    Ok(same_kind(vm, args[0], rest))
}

fn justify(
    vm: &mut Vm,
    args: &[Value],
    name: &str,
    split: fn(usize, usize) -> (usize, usize),
) -> PyResult {
    let bytes = this(vm, args)?;
    let width = usize::try_from(vm.to_index(args[1])?).unwrap_or(0);
    let fill = match args[2] {
        Value::Unbound => b' ',
        fill => match vm.bytes_of(fill) {
            Some(&[fill]) => fill,
            found => {
                let found = found.map(<[u8]>::len);
                let class = vm.type_name(fill);
                let text = match found {
                    Some(n) => format!(
                        "{name}(): argument 2 must be a byte string of length 1, not a {class} object of length {n}"
                    ),
                    None => format!(
                        "{name}() argument 2 must be a byte string of length 1, not {class}"
                    ),
                };
                return Err(vm.type_error(&text));
            }
        },
    };
    let missing = vm.check_room(Some(width))?.saturating_sub(bytes.len());
    let (left, right) = split(missing, width);
    let padded = [&vec![fill; left][..], &bytes, &vec![fill; right]].concat();
    Ok(same_kind(vm, args[0], &padded))
}

fn expand_tabs(vm: &mut Vm, args: &[Value]) -> PyResult {
    let bytes = this(vm, args)?;
    let size = match args[1] {
        Value::Unbound => 8,
        size => usize::try_from(vm.to_index(size)?).unwrap_or(0),
    };
    vm.check_room(bytes.len().checked_mul(size.max(1)))?;
    let mut out = Vec::with_capacity(bytes.len());
    let mut column = 0;
    for byte in bytes {
        match byte {
            b'\t' => {
                let n = if size == 0 { 0 } else { size - column % size };
                out.resize(out.len() + n, b' ');
                column += n;
            }
            b'\n' | b'\r' => {
                out.push(byte);
                column = 0;
            }
            _ => {
                out.push(byte);
                column += 1;
            }
        }
    }
    Ok(same_kind(vm, args[0], &out))
}

fn map(vm: &mut Vm, args: &[Value], change: fn(&u8) -> u8) -> PyResult {
    let bytes: Vec<u8> = this(vm, args)?.iter().map(change).collect();
    Ok(same_kind(vm, args[0], &bytes))
}

fn all(vm: &mut Vm, args: &[Value], test: fn(&u8) -> bool) -> PyResult {
    let bytes = this(vm, args)?;
    Ok(Value::bool(!bytes.is_empty() && bytes.iter().all(test)))
}

fn cased(
    vm: &mut Vm,
    args: &[Value],
    wanted: fn(&u8) -> bool,
    refused: fn(&u8) -> bool,
) -> PyResult {
    let bytes = this(vm, args)?;
    Ok(Value::bool(
        bytes.iter().any(wanted) && !bytes.iter().any(refused),
    ))
}

/// Methods of `bytes` alone.
pub(crate) static BYTES_METHODS: &[NativeDef] =
    &[NativeDef::new("__bytes__", "self, /", |vm, args| {
        let bytes = this(vm, args)?;
        Ok(vm.new_bytes(&bytes))
    })];

/// Methods of `bytearray` alone: those that change it.
pub(crate) static BYTEARRAY_METHODS: &[NativeDef] = &[
    NativeDef::new("append", "self, item, /", |vm, args| {
        let byte = byte_argument(vm, args[1])?;
        change(vm, args[0])?.push(byte);
        Ok(Value::None)
    }),
    NativeDef::new("extend", "self, iterable_of_ints, /", |vm, args| {
        if vm.heap.str(args[1]).is_some() {
            return Err(vm.type_error("expected iterable of integers; got: 'str'"));
        }
        if !vm.is_iterable(args[1]) {
            let name = vm.type_name(args[1]);
            return Err(vm.type_error(format_args!("can't extend bytearray with {name}")));
        }
        let source = vm.with_asked_length(args[1])?;
        let bytes = vm.bytes_from(source, classes::BYTEARRAY)?;
        vm.check_room(Some(bytes.len()))?;
        vm.heap.count_bytes(bytes.len());
        change(vm, args[0])?.extend(bytes);
        Ok(Value::None)
    }),
    NativeDef::new("insert", "self, index, item, /", |vm, args| {
        let index = vm.to_index_clamped(args[1])?;
        let byte = byte_argument(vm, args[2])?;
        let bytes = change(vm, args[0])?;
        let len = i64::try_from(bytes.len()).expect("the memory cap is far below");
        let place = if index < 0 {
            index.saturating_add(len)
        } else {
            index
        };
        bytes.insert(usize::try_from(place.clamp(0, len)).expect("clamped"), byte);
        Ok(Value::None)
    }),
    NativeDef::new("pop", "self, index?, /", |vm, args| {
        let index = match args[1] {
            Value::Unbound => -1,
            index => vm.item_index(index)?,
        };
        let bytes = change(vm, args[0])?;
        let len = i64::try_from(bytes.len()).expect("the memory cap is far below");
        let place = if index < 0 {
            index.saturating_add(len)
        } else {
            index
        };
        match usize::try_from(place)
            .ok()
            .filter(|place| *place < bytes.len())
        {
            Some(place) => Ok(Value::Int(i64::from(bytes.remove(place)))),
            None if len == 0 => Err(vm.index_error("pop from empty bytearray")),
            None => Err(vm.index_error("pop index out of range")),
        }
    }),
    NativeDef::new("remove", "self, value, /", |vm, args| {
        let byte = byte_argument(vm, args[1])?;
        let bytes = change(vm, args[0])?;
        match bytes.iter().position(|found| *found == byte) {
            Some(place) => {
                bytes.remove(place);
                Ok(Value::None)
            }
            None => Err(vm.value_error("value not found in bytearray")),
        }
    }),
    NativeDef::new("reverse", "self, /", |vm, args| {
        change(vm, args[0])?.reverse();
        Ok(Value::None)
    }),
    NativeDef::new("clear", "self, /", |vm, args| {
        change(vm, args[0])?.clear();
        Ok(Value::None)
    }),
    NativeDef::new("copy", "self, /", |vm, args| {
        let bytes = this(vm, args)?;
        Ok(same_kind(vm, args[0], &bytes))
    }),
    NativeDef::new("__setitem__", "self, key, value, /", |vm, args| {
        change(vm, args[0])?;
        let id = args[0].obj().expect("bytes are objects");
        vm.set_item_of_layout(id, args[1], args[2])?;
        Ok(Value::None)
    }),
    NativeDef::new("__delitem__", "self, key, /", |vm, args| {
        change(vm, args[0])?;
        let id = args[0].obj().expect("bytes are objects");
        vm.delete_item_of_layout(id, args[1])?;
        Ok(Value::None)
    }),
    NativeDef::new("__iadd__", "self, value, /", |vm, args| {
        vm.bytes_concat(args[0], args[1], true)
    }),
];

fn byte_argument(vm: &mut Vm, value: Value) -> PyResult<u8> {
    match u8::try_from(vm.to_index_clamped(value)?) {
        Ok(byte) => Ok(byte),
        Err(_) => Err(vm.value_error("byte must be in range(0, 256)")),
    }
}

/// The bytes of a `bytearray`, to change them.
fn change(vm: &mut Vm, value: Value) -> PyResult<&mut Vec<u8>> {
    let id = value
        .obj()
        .filter(|id| matches!(vm.heap.get(*id), Object::ByteArray(_)));
    let Some(id) = id else {
        return Err(vm.type_error("descriptor requires a 'bytearray' object"));
    };
    match vm.heap.get_mut(id) {
        Object::ByteArray(bytes) => Ok(bytes),
        _ => unreachable!("its layout was asked for"),
    }
}
