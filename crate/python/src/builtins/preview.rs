//! A short text of any value for a debugger's eye: never runs Python code, never grows long.

use crate::object::{Iter, ObjId, Object, Truth, Value, classes};
use crate::vm::Vm;

/// Characters of a preview, roughly.
const CHARS_MAX: usize = 72;
/// Items of a container that are shown.
const ITEMS_MAX: usize = 8;
/// Containers in containers that are shown.
const DEPTH_MAX: usize = 2;
/// Bits of an integer whose digits are shown.
const INT_BITS_MAX: u64 = 256;

impl Vm {
    /// A short text of a value, like its `repr` as far as that needs no code of the program.
    ///
    /// `label` names objects that the embedder knows more about.
    pub fn preview(&self, value: Value, label: &dyn Fn(ObjId) -> Option<String>) -> String {
        let mut preview = Preview {
            vm: self,
            label,
            out: String::new(),
            n_chars: 0,
        };
        preview.value(value, 0);
        if CHARS_MAX < preview.n_chars {
            let cut = preview.out.char_indices().nth(CHARS_MAX - 1);
            preview.out.truncate(cut.map_or(0, |(at, _)| at));
            preview.out.push('…');
        }
        preview.out
    }
}

struct Preview<'v> {
    vm: &'v Vm,
    label: &'v dyn Fn(ObjId) -> Option<String>,
    out: String,
    n_chars: usize,
}

impl Preview<'_> {
    fn push(&mut self, text: &str) {
        self.out.push_str(text);
        self.n_chars += text.chars().count();
    }

    fn is_full(&self) -> bool {
        CHARS_MAX < self.n_chars
    }

    fn value(&mut self, value: Value, depth: usize) {
        match value {
            Value::Unbound => self.push("<unbound>"),
            Value::None => self.push("None"),
            Value::NotImplemented => self.push("NotImplemented"),
            Value::Ellipsis => self.push("Ellipsis"),
            Value::Bool(Truth::True) => self.push("True"),
            Value::Bool(Truth::False) => self.push("False"),
            Value::Int(int) => self.push(&int.to_string()),
            Value::Float(float) => self.push(&super::float::repr(float.get())),
            Value::Obj(id) => self.object(id, depth),
        }
    }

    fn object(&mut self, id: ObjId, depth: usize) {
        if let Some(label) = (self.label)(id) {
            self.push(&label);
            return;
        }
        match self.vm.heap.get(id) {
            Object::Str(string) => {
                let start: String = string.text.chars().take(CHARS_MAX).collect();
                self.push(&super::text::repr_str(&start));
            }
            Object::Bytes(bytes) => {
                let start = &bytes[..bytes.len().min(CHARS_MAX)];
                self.push(&super::bytes::repr_bytes(start));
            }
            Object::BigInt(int) if int.bits() <= INT_BITS_MAX => self.push(&int.to_string()),
            Object::BigInt(int) => {
                let text = format!("<int of {} bits>", int.bits());
                self.push(&text);
            }
            Object::Number(number) => {
                let number = *number;
                self.value(number, depth);
            }
            Object::Complex(re, im) => self.push(&super::complex::repr(*re, *im)),
            Object::Tuple(items) => {
                let close = if items.len() == 1 { ",)" } else { ")" };
                self.items("(", items.iter().copied(), items.len(), close, depth);
            }
            Object::List(items) => {
                self.items("[", items.iter().copied(), items.len(), "]", depth);
            }
            Object::Set(set) if set.is_empty() => self.push("set()"),
            Object::Set(set) => {
                self.items("{", set.iter().map(|(_, key)| key), set.len(), "}", depth);
            }
            Object::FrozenSet(set) => {
                let items = set.iter().map(|(_, key)| key);
                self.items("frozenset({", items, set.len(), "})", depth);
            }
            Object::Dict(_) => self.dict(id, depth),
            Object::Range(range) => {
                let [start, stop, step] = **range;
                self.items("range(", [start, stop, step].into_iter(), 3, ")", depth);
            }
            _ => self.named(id, depth),
        }
    }

    fn items(
        &mut self,
        open: &str,
        items: impl Iterator<Item = Value>,
        n_items: usize,
        close: &str,
        depth: usize,
    ) {
        self.push(open);
        if depth == DEPTH_MAX && n_items != 0 {
            self.push("…");
        } else {
            for (index, item) in items.enumerate() {
                if index != 0 {
                    self.push(", ");
                }
                if index == ITEMS_MAX || self.is_full() {
                    self.push("…");
                    break;
                }
                self.value(item, depth + 1);
            }
        }
        self.push(close);
    }

    fn dict(&mut self, id: ObjId, depth: usize) {
        let dict = self.vm.heap.dict(id);
        self.push("{");
        if depth == DEPTH_MAX && !dict.is_empty() {
            self.push("…");
        } else {
            for (index, entry) in dict.iter().enumerate() {
                if index != 0 {
                    self.push(", ");
                }
                if index == ITEMS_MAX || self.is_full() {
                    self.push("…");
                    break;
                }
                self.value(entry.key, depth + 1);
                self.push(": ");
                self.value(entry.value, depth + 1);
            }
        }
        self.push("}");
    }

    /// Objects that are shown by kind and name.
    fn named(&mut self, id: ObjId, depth: usize) {
        let heap = &self.vm.heap;
        let text = |value: Value| heap.str(value).map_or("?", |string| &*string.text);
        let class = &*heap.type_ref(heap.class_of(id)).name;
        match heap.get(id) {
            Object::Function(function) => {
                let name = format!("<function {}>", text(function.qualname));
                self.push(&name);
            }
            Object::Native(native) => {
                let name = format!("<built-in {}>", native.def.name);
                self.push(&name);
            }
            Object::BoundMethod(method) => {
                let name = match heap.object(method.function) {
                    Some(Object::Function(function)) => text(function.qualname),
                    _ => "?",
                };
                let name = format!("<bound method {name}>");
                self.push(&name);
            }
            Object::Generator(generator) => {
                let name = format!("<{class} {}>", text(generator.qualname.into()));
                self.push(&name);
            }
            Object::Type(class) => {
                let name = format!("<class '{}'>", class.qualname);
                self.push(&name);
            }
            Object::Module(module) => {
                let name = format!("<module '{}'>", module.name);
                self.push(&name);
            }
            Object::Exception(exception) => {
                let args = exception.args.iter().copied();
                let open = format!("{class}(");
                self.items(&open, args, exception.args.len(), ")", depth);
            }
            Object::Iterator(iter) if matches!(**iter, Iter::Empty) => {
                let name = format!("<{class}, exhausted>");
                self.push(&name);
            }
            Object::Instance(_) => self.instance(id, depth),
            _ => {
                let name = format!("<{class}>");
                self.push(&name);
            }
        }
    }

    /// An instance with the attributes that it has in a row.
    fn instance(&mut self, id: ObjId, depth: usize) {
        let heap = &self.vm.heap;
        let class = heap.class_of(id);
        let open = format!("<{}", heap.type_ref(class).name);
        self.push(&open);
        if class != classes::OBJECT && depth < DEPTH_MAX {
            let attributes = heap.attribute_names(id);
            for (index, name) in attributes.into_iter().enumerate() {
                if index == ITEMS_MAX || self.is_full() {
                    self.push(" …");
                    break;
                }
                let Some(value) = heap.own_attribute(id, name) else {
                    continue;
                };
                let name = format!(" {}=", heap.text(name));
                self.push(&name);
                self.value(value, depth + 1);
            }
        }
        self.push(">");
    }
}
