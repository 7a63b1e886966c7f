//! `repr()` and `str()`.

use std::fmt::Write;
use std::rc::Rc;

use super::Vm;
use crate::native::PyResult;
use crate::object::{DictPart, ObjId, Object, Truth, Value, classes};

impl Vm {
    /// `repr(value)`
    ///
    /// # Errors
    ///
    /// What `__repr__` raises.
    pub fn repr(&mut self, value: Value) -> PyResult<Rc<str>> {
        match value {
            Value::None => return Ok("None".into()),
            Value::Bool(Truth::True) => return Ok("True".into()),
            Value::Bool(Truth::False) => return Ok("False".into()),
            Value::Ellipsis => return Ok("Ellipsis".into()),
            Value::NotImplemented => return Ok("NotImplemented".into()),
            _ => {}
        }
        let class = self.heap.type_of(value);
        if !self.heap.type_ref(class).is_heap
            && let Some(text) = self.repr_of_layout(value)?
        {
            return Ok(text);
        }
        let found = self.special_flow(value, "__repr__", &[])?;
        let Some(flow) = found else {
            return Ok(self.default_repr(value).into());
        };
        let result = self.finish(flow)?;
        self.text_result(result, "__repr__")
    }

    /// The class's name as messages about an object of it show it: with the module for the engine's
    /// own classes beside
    /// the built-in ones.
    pub fn type_name(&self, value: Value) -> Rc<str> {
        let class = self.heap.type_ref(self.heap.type_of(value));
        let is_native = !class.is_heap && &*class.module != "builtins";
        if !is_native && !is_named_in_full(&class.module, &class.name) {
            return Rc::clone(&class.name);
        }
        format!("{}.{}", class.module, class.name).into()
    }

    /// `<module.Class object at 0x…>`
    pub(crate) fn default_repr(&self, value: Value) -> String {
        let class = self.heap.type_of(value);
        let name = self.full_name(class);
        format!("<{name} object at {:#x}>", self.identity(value))
    }

    /// `str(value)`
    ///
    /// # Errors
    ///
    /// What `__str__` or `__repr__` raises.
    pub fn str_of(&mut self, value: Value) -> PyResult<Rc<str>> {
        let Value::Obj(id) = value else {
            return self.repr(value);
        };
        let class = self.heap.class_of(id);
        if class == classes::STR {
            return Ok(Rc::clone(self.heap.text(id)));
        }
        let name = self.heap.intern("__str__");
        match self.lookup(class, name) {
            Some(method) if !self.is_method_of(method, classes::OBJECT) => {
                let Some(flow) = self.special_flow(value, "__str__", &[])? else {
                    return self.repr(value);
                };
                let result = self.finish(flow)?;
                self.text_result(result, "__str__")
            }
            _ => match self.heap.get(id) {
                Object::Str(string) => Ok(Rc::clone(&string.text)),
                Object::MappingProxy(mapping) => {
                    let mapping = *mapping;
                    self.str_of(mapping)
                }
                _ => self.repr(value),
            },
        }
    }

    /// `ascii(value)`
    ///
    /// # Errors
    ///
    /// What `__repr__` raises.
    pub fn ascii_of(&mut self, value: Value) -> PyResult<Rc<str>> {
        let text = self.repr(value)?;
        if text.is_ascii() {
            return Ok(text);
        }
        let mut result = String::with_capacity(text.len() * 2);
        for char in text.chars() {
            let code = u32::from(char);
            match code {
                0..=0x7F => {
                    result.push(char);
                    Ok(())
                }
                0x80..=0xFF => write!(result, "\\x{code:02x}"),
                0x100..=0xFFFF => write!(result, "\\u{code:04x}"),
                _ => write!(result, "\\U{code:08x}"),
            }
            .unwrap_or_default();
        }
        Ok(result.into())
    }

    fn text_result(&mut self, result: Value, method: &str) -> PyResult<Rc<str>> {
        if let Some(string) = self.heap.str(result) {
            return Ok(Rc::clone(&string.text));
        }
        let name = self.type_name(result);
        Err(self.type_error(format_args!("{method} returned non-string (type {name})")))
    }

    /// The `repr` of numbers, text and containers by their layout, whatever the class says; `None`
    /// for other layouts.
    ///
    /// # Errors
    ///
    /// What the items' `__repr__` raises; `RecursionError`.
    pub(crate) fn repr_of_layout(&mut self, value: Value) -> PyResult<Option<Rc<str>>> {
        if let Some(text) = self.repr_scalar(value)? {
            return Ok(Some(text));
        }
        let Some(id) = value.obj() else {
            return Ok(None);
        };
        let text = match self.heap.get(id) {
            Object::List(_) => {
                self.repr_guarded(id, "[...]", |vm| Ok(format!("[{}]", vm.repr_items(id)?)))?
            }
            Object::Tuple(items) => {
                let comma = if items.len() == 1 { "," } else { "" };
                self.repr_guarded(id, "(...)", |vm| {
                    Ok(format!("({}{comma})", vm.repr_items(id)?))
                })?
            }
            Object::Dict(_) => self.repr_guarded(id, "{...}", |vm| {
                Ok(format!(
                    "{{{}}}",
                    vm.repr_entries(id, DictPart::Items, ": ", "")?
                ))
            })?,
            Object::Set(_) | Object::FrozenSet(_) => self.repr_set(id)?,
            Object::DictView { dict, kind } => {
                let (dict, kind) = (*dict, *kind);
                let (name, between, around) = match kind {
                    DictPart::Keys => ("dict_keys", "", ""),
                    DictPart::Values => ("dict_values", "", ""),
                    DictPart::Items => ("dict_items", ", ", "()"),
                };
                self.repr_guarded(id, "...", |vm| {
                    let items = vm.repr_entries(dict, kind, between, around)?;
                    Ok(format!("{name}([{items}])"))
                })?
            }
            Object::Range(parts) => {
                let parts = **parts;
                let (start, stop) = (self.repr(parts[0])?, self.repr(parts[1])?);
                if matches!(parts[2], Value::Int(1)) {
                    format!("range({start}, {stop})")
                } else {
                    format!("range({start}, {stop}, {})", self.repr(parts[2])?)
                }
            }
            Object::Slice(parts) => {
                let parts = **parts;
                let (start, stop) = (self.repr(parts[0])?, self.repr(parts[1])?);
                format!("slice({start}, {stop}, {})", self.repr(parts[2])?)
            }
            Object::MappingProxy(mapping) => {
                let mapping = *mapping;
                format!("mappingproxy({})", self.repr(mapping)?)
            }
            _ => return Ok(None),
        };
        Ok(Some(text.into()))
    }

    /// Makes the `repr` of a container unless it is being made already further out.
    ///
    /// # Errors
    ///
    /// What `make` raises; `RecursionError`.
    pub(crate) fn repr_guarded(
        &mut self,
        id: ObjId,
        again: &str,
        make: impl FnOnce(&mut Self) -> PyResult<String>,
    ) -> PyResult<String> {
        if self.repr_active.contains(&id) {
            return Ok(again.to_owned());
        }
        self.repr_active.push(id);
        let result = self.guarded(" while getting the repr of an object", make);
        self.repr_active.pop();
        result
    }

    /// The items of a list or tuple, by `repr`; they may change meanwhile.
    pub(crate) fn repr_items(&mut self, id: ObjId) -> PyResult<String> {
        let mut text = String::new();
        let mut index = 0;
        loop {
            let item = match self.heap.get(id) {
                Object::List(items) => items.get(index).copied(),
                Object::Tuple(items) => items.get(index).copied(),
                _ => None,
            };
            let Some(item) = item else { return Ok(text) };
            if index > 0 {
                text.push_str(", ");
            }
            text.push_str(&self.repr(item)?);
            index += 1;
        }
    }

    fn repr_entries(
        &mut self,
        dict: ObjId,
        kind: DictPart,
        between: &str,
        around: &str,
    ) -> PyResult<String> {
        let mut text = String::new();
        let mut position = 0;
        while let Some((place, entry)) = self.heap.dict(dict).next_from(position) {
            let entry = *entry;
            if !text.is_empty() {
                text.push_str(", ");
            }
            position = place + 1;
            text.push_str(around.get(..1).unwrap_or(""));
            if kind != DictPart::Values {
                text.push_str(&self.repr(entry.key)?);
            }
            text.push_str(between);
            if kind != DictPart::Keys {
                text.push_str(&self.repr(entry.value)?);
            }
            text.push_str(around.get(1..).unwrap_or(""));
        }
        Ok(text)
    }

    fn repr_set(&mut self, id: ObjId) -> PyResult<String> {
        let class = self.heap.class_of(id);
        let name = Rc::clone(&self.heap.type_ref(class).name);
        let members: Vec<Value> = match self.heap.get(id) {
            Object::Set(set) | Object::FrozenSet(set) => set.iter().map(|(_, key)| key).collect(),
            _ => Vec::new(),
        };
        if members.is_empty() {
            return Ok(format!("{name}()"));
        }
        self.repr_guarded(id, &format!("{name}(...)"), |vm| {
            let mut parts = Vec::with_capacity(members.len());
            for member in members {
                parts.push(vm.repr(member)?);
            }
            let parts = parts.join(", ");
            Ok(if class == classes::SET {
                format!("{{{parts}}}")
            } else {
                format!("{name}({{{parts}}})")
            })
        })
    }
}

/// Whether messages name a class of the library's Python sources with its module, since CPython has
/// it in C.
fn is_named_in_full(module: &str, name: &str) -> bool {
    match module {
        "datetime" | "itertools" | "re" | "_asyncio" => true,
        "collections" => matches!(name, "deque" | "defaultdict" | "OrderedDict"),
        "functools" => name == "partial",
        "types" => name == "SimpleNamespace",
        _ => false,
    }
}
