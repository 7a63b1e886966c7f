//! `BaseException` and what its subclasses add, groups apart.

use std::rc::Rc;

use crate::native::{Flow, NativeDef, NativeKind, PyResult};
use crate::object::{ObjId, Object, Value, classes};
use crate::vm::Vm;

/// Methods of `BaseException`.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, /, *args, **keywords", new).kind(NativeKind::Static),
    NativeDef::new("__init__", "self, /, *args, **keywords", init),
    NativeDef::flow("__str__", "self, /", str),
    NativeDef::new("__repr__", "self, /", repr),
    NativeDef::new("with_traceback", "self, tb, /", with_traceback),
    NativeDef::new("add_note", "self, note, /", add_note),
    NativeDef::getter("args", |vm, args| {
        let items = Rc::clone(&vm.exception(id_of(args[0])).args);
        Ok(vm.heap.new_tuple(&items))
    }),
    NativeDef::new("args", "self, value, /", set_args).kind(NativeKind::Setter),
    NativeDef::getter("__traceback__", |vm, args| {
        Ok(vm.traceback_of(id_of(args[0])))
    }),
    NativeDef::new("__traceback__", "self, value, /", set_traceback).kind(NativeKind::Setter),
    NativeDef::getter("__cause__", |vm, args| {
        Ok(vm.exception(id_of(args[0])).cause)
    }),
    NativeDef::new("__cause__", "self, value, /", set_cause).kind(NativeKind::Setter),
    NativeDef::getter("__context__", |vm, args| {
        Ok(vm.exception(id_of(args[0])).context)
    }),
    NativeDef::new("__context__", "self, value, /", set_context).kind(NativeKind::Setter),
    NativeDef::getter("__suppress_context__", |vm, args| {
        Ok(Value::bool(vm.exception(id_of(args[0])).suppress_context))
    }),
    NativeDef::new(
        "__suppress_context__",
        "self, value, /",
        set_suppress_context,
    )
    .kind(NativeKind::Setter),
];

/// Where a field's value is until somebody sets it.
#[derive(Clone, Copy, Debug)]
enum Source {
    /// The argument at this place, else `None`.
    Argument(usize),
    /// The argument at this place if there are at least two, else `None`.
    OfSeveral(usize),
    /// The only argument, or a tuple of all.
    All,
    /// The item at this place of the second argument, else `None`.
    Detail(usize),
    /// `None`
    Nowhere,
}

macro_rules! fields {
    ($($(#[$doc:meta])* $table:ident: $($name:literal = $source:expr),*;)*) => {$(
        $(#[$doc])*
        pub(crate) static $table: &[NativeDef] = &[$(
            NativeDef::getter($name, |vm, args| field(vm, args, $name, $source)),
            NativeDef::new($name, "self, value, /", |vm, args| set_field(vm, args, $name))
                .kind(NativeKind::Setter),
        )*];
    )*};
}

fields! {
    /// Fields of `StopIteration`.
    STOP_ITERATION: "value" = Source::Argument(0);
    /// Fields of `SystemExit`.
    SYSTEM_EXIT: "code" = Source::All;
    /// Fields of `NameError`.
    NAME_ERROR: "name" = Source::Nowhere;
    /// Fields of `AttributeError`.
    ATTRIBUTE_ERROR: "name" = Source::Nowhere, "obj" = Source::Nowhere;
    /// Fields of `ImportError`.
    IMPORT_ERROR: "msg" = Source::Argument(0), "name" = Source::Nowhere, "path" = Source::Nowhere,
        "name_from" = Source::Nowhere;
    /// Fields of `OSError`.
    OS_ERROR: "errno" = Source::OfSeveral(0), "strerror" = Source::OfSeveral(1), "filename" = Source::Nowhere,
        "filename2" = Source::Nowhere;
    /// Fields of `SyntaxError`.
    SYNTAX_ERROR: "msg" = Source::Argument(0), "filename" = Source::Detail(0), "lineno" = Source::Detail(1),
        "offset" = Source::Detail(2), "text" = Source::Detail(3), "end_lineno" = Source::Detail(4),
        "end_offset" = Source::Detail(5), "print_file_and_line" = Source::Nowhere;
    /// Fields of `UnicodeDecodeError` and `UnicodeEncodeError`.
    UNICODE_ERROR: "encoding" = Source::Argument(0), "object" = Source::Argument(1), "start" = Source::Argument(2),
        "end" = Source::Argument(3), "reason" = Source::Argument(4);
    /// Fields of `UnicodeTranslateError`.
    UNICODE_TRANSLATE_ERROR: "object" = Source::Argument(0), "start" = Source::Argument(1), "end" = Source::Argument(2),
        "reason" = Source::Argument(3);
}

/// The texts of exceptions that don't just show their arguments.
pub(crate) static KEY_ERROR_TEXT: &[NativeDef] =
    &[NativeDef::flow("__str__", "self, /", key_error_str)];
/// `OSError.__str__`
pub(crate) static OS_ERROR_TEXT: &[NativeDef] =
    &[NativeDef::new("__str__", "self, /", os_error_str)];
/// `ImportError.__str__`
pub(crate) static IMPORT_ERROR_TEXT: &[NativeDef] =
    &[NativeDef::flow("__str__", "self, /", import_error_str)];
/// `SyntaxError.__str__`
pub(crate) static SYNTAX_ERROR_TEXT: &[NativeDef] =
    &[NativeDef::new("__str__", "self, /", syntax_error_str)];
/// `UnicodeDecodeError.__str__`
pub(crate) static UNICODE_DECODE_TEXT: &[NativeDef] =
    &[NativeDef::new("__str__", "self, /", unicode_decode_str)];
/// `UnicodeEncodeError.__str__`
pub(crate) static UNICODE_ENCODE_TEXT: &[NativeDef] =
    &[NativeDef::new("__str__", "self, /", unicode_encode_str)];

pub(super) fn id_of(value: Value) -> ObjId {
    value.obj().expect("exceptions are objects")
}

/// Subclasses of `OSError` by `errno`.
const BY_ERRNO: &[(i64, ObjId)] = &[
    (1, classes::PERMISSION_ERROR),
    (2, classes::FILE_NOT_FOUND_ERROR),
    (3, classes::PROCESS_LOOKUP_ERROR),
    (4, classes::INTERRUPTED_ERROR),
    (10, classes::CHILD_PROCESS_ERROR),
    (11, classes::BLOCKING_IO_ERROR),
    (13, classes::PERMISSION_ERROR),
    (17, classes::FILE_EXISTS_ERROR),
    (20, classes::NOT_A_DIRECTORY_ERROR),
    (21, classes::IS_A_DIRECTORY_ERROR),
    (32, classes::BROKEN_PIPE_ERROR),
    (103, classes::CONNECTION_ABORTED_ERROR),
    (104, classes::CONNECTION_RESET_ERROR),
    (108, classes::BROKEN_PIPE_ERROR),
    (110, classes::TIMEOUT_ERROR),
    (111, classes::CONNECTION_REFUSED_ERROR),
    (114, classes::BLOCKING_IO_ERROR),
    (115, classes::BLOCKING_IO_ERROR),
];

fn new(vm: &mut Vm, args: &[Value]) -> PyResult {
    let keywords = vm.keywords_of(args[1]);
    construct(vm, id_of(args[0]), &args[2..], &keywords)
}

/// Makes an exception as `BaseException.__new__` does.
///
/// # Errors
///
/// `TypeError` for keywords that the class does not take.
pub(crate) fn construct(
    vm: &mut Vm,
    mut class: ObjId,
    args: &[Value],
    keywords: &[(ObjId, Value)],
) -> PyResult {
    if class == classes::OS_ERROR
        && (2..=5).contains(&args.len())
        && let Value::Int(errno) = args[0]
        && let Some(&(_, by_errno)) = BY_ERRNO.iter().find(|&&(number, _)| number == errno)
    {
        class = by_errno;
    }
    let id = vm.new_exception(class, args);
    let has_more = !keywords.is_empty() || vm.heap.is_subclass(class, classes::OS_ERROR);
    if has_more {
        let init = vm.lookup(class, vm.names.init);
        if vm.is_native_of(init, classes::BASE_EXCEPTION) {
            initialise(vm, id, args, keywords)?;
        }
    }
    Ok(Value::Obj(id))
}

fn init(vm: &mut Vm, args: &[Value]) -> PyResult {
    let keywords = vm.keywords_of(args[1]);
    initialise(vm, id_of(args[0]), &args[2..], &keywords)?;
    Ok(Value::None)
}

fn initialise(vm: &mut Vm, id: ObjId, args: &[Value], keywords: &[(ObjId, Value)]) -> PyResult<()> {
    let class = vm.heap.class_of(id);
    vm.exception_mut(id).args = args.into();
    if vm.heap.is_subclass(class, classes::OS_ERROR) && (3..=5).contains(&args.len()) {
        // The file name is no argument any more.
        vm.exception_mut(id).args = args[..2].into();
        set_own(vm, id, "filename", args[2]);
        if let Some(&second) = args.get(4) {
            set_own(vm, id, "filename2", second);
        }
    }
    let allowed: &[&str] = if vm.heap.is_subclass(class, classes::IMPORT_ERROR) {
        &["name", "path", "name_from"]
    } else if vm.heap.is_subclass(class, classes::ATTRIBUTE_ERROR) {
        &["name", "obj"]
    } else if vm.heap.is_subclass(class, classes::NAME_ERROR) {
        &["name"]
    } else {
        &[]
    };
    for &(name, value) in keywords {
        let text = Rc::clone(vm.heap.text(name));
        if !allowed.contains(&&*text) {
            let class = Rc::clone(&vm.heap.type_ref(class).name);
            let message = if allowed.is_empty() {
                format!("{class}() takes no keyword arguments")
            } else {
                let known: Vec<Rc<str>> = allowed.iter().map(|&name| name.into()).collect();
                let close = crate::vm::closest(&text, &known);
                let hint = close.map_or(String::new(), |name| format!(". Did you mean '{name}'?"));
                format!("{class}() got an unexpected keyword argument '{text}'{hint}")
            };
            return Err(vm.type_error(&message));
        }
        vm.heap.set_own_attribute(id, name, value);
    }
    Ok(())
}

fn set_own(vm: &mut Vm, id: ObjId, name: &str, value: Value) {
    let name = vm.heap.intern(name);
    vm.heap.set_own_attribute(id, name, value);
}

#[expect(clippy::unnecessary_wraps, reason = "the shape of a native body")]
fn field(vm: &mut Vm, args: &[Value], name: &str, source: Source) -> PyResult {
    Ok(field_value(vm, id_of(args[0]), name, source))
}

fn field_value(vm: &mut Vm, id: ObjId, name: &str, source: Source) -> Value {
    let name = vm.heap.intern(name);
    if let Some(value) = vm.heap.own_attribute(id, name) {
        return value;
    }
    let args = Rc::clone(&vm.exception(id).args);
    let found = match source {
        Source::Argument(place) => args.get(place).copied(),
        Source::OfSeveral(place) if args.len() >= 2 => args.get(place).copied(),
        Source::OfSeveral(_) | Source::Nowhere => None,
        Source::All if args.len() <= 1 => args.first().copied(),
        Source::All => Some(vm.heap.new_tuple(&args)),
        Source::Detail(place) => match args.get(1).and_then(|&details| vm.heap.object(details)) {
            Some(Object::Tuple(details)) => details.get(place).copied(),
            _ => None,
        },
    };
    found.unwrap_or(Value::None)
}

#[expect(clippy::unnecessary_wraps, reason = "the shape of a native body")]
fn set_field(vm: &mut Vm, args: &[Value], name: &str) -> PyResult {
    set_own(
        vm,
        id_of(args[0]),
        name,
        args[1].bound().unwrap_or(Value::None),
    );
    Ok(Value::None)
}

fn str(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let items = Rc::clone(&vm.exception(id_of(args[0])).args);
    match *items {
        [] => Ok(Flow::Return(vm.heap.new_str(""))),
        [only] => {
            let text = vm.str_of(only)?;
            Ok(Flow::Return(vm.heap.new_str_rc(text)))
        }
        _ => {
            let tuple = vm.heap.new_tuple(&items);
            let text = vm.repr(tuple)?;
            Ok(Flow::Return(vm.heap.new_str_rc(text)))
        }
    }
}

fn repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let name = vm.type_name(args[0]);
    let items = Rc::clone(&vm.exception(id_of(args[0])).args);
    let inner = if let [only] = *items {
        format!("({})", vm.repr(only)?)
    } else {
        let tuple = vm.heap.new_tuple(&items);
        vm.repr(tuple)?.to_string()
    };
    Ok(vm.heap.new_str(&format!("{name}{inner}")))
}

fn with_traceback(vm: &mut Vm, args: &[Value]) -> PyResult {
    set_traceback(vm, args)?;
    Ok(args[0])
}

fn add_note(vm: &mut Vm, args: &[Value]) -> PyResult {
    let Some(note) = vm.heap.str(args[1]).map(|note| Rc::clone(&note.text)) else {
        return Err(vm.type_error(format_args!(
            "add_note() argument must be str, not {}",
            vm.type_name(args[1])
        )));
    };
    vm.add_note(id_of(args[0]), &note);
    Ok(Value::None)
}

fn set_args(vm: &mut Vm, args: &[Value]) -> PyResult {
    let Some(value) = args[1].bound() else {
        return Err(vm.type_error("args may not be deleted"));
    };
    let items = vm.collect(value)?;
    vm.exception_mut(id_of(args[0])).args = items.into();
    Ok(Value::None)
}

fn set_traceback(vm: &mut Vm, args: &[Value]) -> PyResult {
    let entries = match args[1].bound() {
        None => return Err(vm.type_error("__traceback__ may not be deleted")),
        Some(Value::None) => Vec::new(),
        Some(value) => match vm.heap.object(value) {
            Some(Object::Traceback(traceback)) => {
                let mut entries = traceback.entries[traceback.position..].to_vec();
                entries.reverse();
                entries
            }
            _ => return Err(vm.type_error("__traceback__ must be a traceback or None")),
        },
    };
    vm.set_traceback(id_of(args[0]), entries);
    Ok(Value::None)
}

fn other_exception(vm: &mut Vm, value: Value, what: &str) -> PyResult {
    let Some(value) = value.bound() else {
        return Err(vm.type_error(format_args!("__{what}__ may not be deleted")));
    };
    if value.is_none() || matches!(vm.heap.object(value), Some(Object::Exception(_))) {
        return Ok(value);
    }
    Err(vm.type_error(format_args!(
        "exception {what} must be None or derive from BaseException"
    )))
}

fn set_cause(vm: &mut Vm, args: &[Value]) -> PyResult {
    let cause = other_exception(vm, args[1], "cause")?;
    vm.set_cause(id_of(args[0]), cause);
    Ok(Value::None)
}

fn set_context(vm: &mut Vm, args: &[Value]) -> PyResult {
    let context = other_exception(vm, args[1], "context")?;
    vm.exception_mut(id_of(args[0])).context = context;
    Ok(Value::None)
}

fn set_suppress_context(vm: &mut Vm, args: &[Value]) -> PyResult {
    let value = args[1].bound().unwrap_or(Value::None);
    let suppress = vm.is_true(value)?;
    vm.exception_mut(id_of(args[0])).suppress_context = suppress;
    Ok(Value::None)
}

fn key_error_str(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let items = Rc::clone(&vm.exception(id_of(args[0])).args);
    if let [only] = *items {
        let text = vm.repr(only)?;
        return Ok(Flow::Return(vm.heap.new_str_rc(text)));
    }
    str(vm, args)
}

fn import_error_str(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let message = field_value(vm, id_of(args[0]), "msg", Source::Argument(0));
    if vm.exception(id_of(args[0])).args.len() <= 1 && vm.heap.str(message).is_some() {
        return Ok(Flow::Return(message));
    }
    str(vm, args)
}

fn os_error_str(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = id_of(args[0]);
    let errno = field_value(vm, id, "errno", Source::OfSeveral(0));
    let text = field_value(vm, id, "strerror", Source::OfSeveral(1));
    let file = field_value(vm, id, "filename", Source::Nowhere);
    let other = field_value(vm, id, "filename2", Source::Nowhere);
    if errno.is_none() && text.is_none() {
        let flow = str(vm, args)?;
        return vm.finish(flow);
    }
    let mut shown = format!("[Errno {}] {}", vm.str_of(errno)?, vm.str_of(text)?);
    if !file.is_none() {
        shown.push_str(&format!(": {}", vm.repr(file)?));
        if !other.is_none() {
            shown.push_str(&format!(" -> {}", vm.repr(other)?));
        }
    }
    Ok(vm.heap.new_str(&shown))
}

fn syntax_error_str(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = id_of(args[0]);
    let message = field_value(vm, id, "msg", Source::Argument(0));
    let file = field_value(vm, id, "filename", Source::Detail(0));
    let line = field_value(vm, id, "lineno", Source::Detail(1));
    let message = vm.str_of(message)?;
    let file = vm.heap.str(file).map(|file| Rc::clone(&file.text));
    let file = file.map(|file| file.rsplit('/').next().unwrap_or_default().to_owned());
    let text = match (file, line) {
        (Some(file), Value::Int(line)) => format!("{message} ({file}, line {line})"),
        (Some(file), _) => format!("{message} ({file})"),
        (None, Value::Int(line)) => format!("{message} (line {line})"),
        (None, _) => message.to_string(),
    };
    Ok(vm.heap.new_str(&text))
}

fn unicode_decode_str(vm: &mut Vm, args: &[Value]) -> PyResult {
    let items = Rc::clone(&vm.exception(id_of(args[0])).args);
    let &[encoding, object, Value::Int(start), Value::Int(end), reason] = &*items else {
        let flow = str(vm, args)?;
        return vm.finish(flow);
    };
    let (encoding, reason) = (vm.str_of(encoding)?, vm.str_of(reason)?);
    let byte = match vm.heap.object(object) {
        Some(Object::Bytes(bytes)) if end == start + 1 => usize::try_from(start)
            .ok()
            .and_then(|start| bytes.get(start))
            .copied(),
        _ => None,
    };
    let text = match byte {
        Some(byte) => {
            format!(
                "'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}"
            )
        }
        None => format!(
            "'{encoding}' codec can't decode bytes in position {start}-{}: {reason}",
            end - 1
        ),
    };
    Ok(vm.heap.new_str(&text))
}

fn unicode_encode_str(vm: &mut Vm, args: &[Value]) -> PyResult {
    let items = Rc::clone(&vm.exception(id_of(args[0])).args);
    let &[encoding, object, Value::Int(start), Value::Int(end), reason] = &*items else {
        let flow = str(vm, args)?;
        return vm.finish(flow);
    };
    let (encoding, reason) = (vm.str_of(encoding)?, vm.str_of(reason)?);
    let char = vm.heap.str(object).and_then(|text| {
        let start = usize::try_from(start).ok()?;
        text.text.chars().nth(start)
    });
    let text = match char {
        Some(char) if end == start + 1 => {
            let shown = match u32::from(char) {
                code @ 0..=0xFF => format!("\\x{code:02x}"),
                code @ 0x100..=0xFFFF => format!("\\u{code:04x}"),
                code => format!("\\U{code:08x}"),
            };
            format!(
                "'{encoding}' codec can't encode character '{shown}' in position {start}: {reason}"
            )
        }
        _ => format!(
            "'{encoding}' codec can't encode characters in position {start}-{}: {reason}",
            end - 1
        ),
    };
    Ok(vm.heap.new_str(&text))
}
