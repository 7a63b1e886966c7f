//! Making and raising exceptions from Rust.

use std::fmt;

use super::Vm;
use crate::native::{Raised, Raising};
use crate::object::{Attributes, Exception, ObjId, Object, Value, classes};

/// What an exception says: a text, or the parts of one (`format_args!`), which take less code where
/// it is raised than a text put together there.
pub trait Message {
    /// Makes the exception.
    fn raise(self, vm: &mut Vm, class: ObjId) -> Raising;
}

impl Message for &str {
    #[inline(always)]
    fn raise(self, vm: &mut Vm, class: ObjId) -> Raising {
        vm.raise_text(class, self)
    }
}

impl Message for &String {
    #[inline(always)]
    fn raise(self, vm: &mut Vm, class: ObjId) -> Raising {
        vm.raise_text(class, self)
    }
}

impl Message for fmt::Arguments<'_> {
    #[inline(always)]
    fn raise(self, vm: &mut Vm, class: ObjId) -> Raising {
        vm.raise_format(class, self)
    }
}

impl Vm {
    /// Makes an exception with its `args`, raised nowhere yet.
    pub fn new_exception(&mut self, class: ObjId, args: &[Value]) -> ObjId {
        self.heap.alloc(
            class,
            Object::Exception(Box::new(Exception {
                args: args.into(),
                traceback: Vec::new(),
                cause: Value::None,
                context: Value::None,
                suppress_context: false,
                kept: Vec::new(),
                attributes: Attributes::default(),
            })),
        )
    }

    /// Makes an exception of a built-in class with a message.
    #[inline(always)]
    pub fn raise(&mut self, class: ObjId, message: impl Message) -> Raising {
        message.raise(self, class)
    }

    fn raise_text(&mut self, class: ObjId, message: &str) -> Raising {
        let raised = self.exception_with(class, message);
        self.raising(raised)
    }

    /// An exception of a built-in class with a message, not raised yet.
    pub(crate) fn exception_with(&mut self, class: ObjId, message: &str) -> Raised {
        let message = self.heap.new_str(message);
        Raised(self.new_exception(class, &[message]))
    }

    fn raise_format(&mut self, class: ObjId, message: fmt::Arguments<'_>) -> Raising {
        self.raise_text(class, &message.to_string())
    }

    /// `TypeError`
    #[inline(always)]
    pub fn type_error(&mut self, message: impl Message) -> Raising {
        self.raise(classes::TYPE_ERROR, message)
    }

    /// `ValueError`
    #[inline(always)]
    pub fn value_error(&mut self, message: impl Message) -> Raising {
        self.raise(classes::VALUE_ERROR, message)
    }

    /// `RuntimeError`
    #[inline(always)]
    pub fn runtime_error(&mut self, message: impl Message) -> Raising {
        self.raise(classes::RUNTIME_ERROR, message)
    }

    /// `IndexError`
    #[inline(always)]
    pub fn index_error(&mut self, message: impl Message) -> Raising {
        self.raise(classes::INDEX_ERROR, message)
    }

    /// `OverflowError`
    #[inline(always)]
    pub fn overflow_error(&mut self, message: impl Message) -> Raising {
        self.raise(classes::OVERFLOW_ERROR, message)
    }

    /// `ZeroDivisionError`
    #[inline(always)]
    pub fn zero_division(&mut self, message: impl Message) -> Raising {
        self.raise(classes::ZERO_DIVISION_ERROR, message)
    }

    /// `KeyError(key)`
    pub fn key_error(&mut self, key: Value) -> Raising {
        self.raise_new(classes::KEY_ERROR, &[key])
    }

    /// `StopIteration(value)`; without an argument if the value is `None`.
    pub fn stop_iteration(&mut self, value: Value) -> Raising {
        let args: &[Value] = if value.is_none() { &[] } else { &[value] };
        self.raise_new(classes::STOP_ITERATION, args)
    }

    /// The value that a `StopIteration` carries.
    pub fn stop_iteration_value(&self, exception: ObjId) -> Value {
        let own = self
            .heap
            .find_interned("value")
            .and_then(|name| self.heap.own_attribute(exception, name));
        own.or_else(|| self.exception(exception).args.first().copied())
            .unwrap_or(Value::None)
    }

    /// `AttributeError` for an attribute that is not there, with the `name` and `obj` that
    /// suggestions need.
    pub fn attribute_error(&mut self, obj: Value, name: ObjId) -> Raising {
        let text = self.heap.text(name).clone();
        let message = match self.heap.object(obj) {
            Some(Object::Type(class)) => {
                format!("type object '{}' has no attribute '{text}'", class.name)
            }
            Some(Object::Module(module)) => {
                let dict = module.dict;
                let known = self.heap.dict_get_name(dict, self.names.dunder_name);
                let shown = known.and_then(|name| self.heap.str(name));
                let shown = shown.map_or_else(|| module.name.clone(), |name| name.text.clone());
                let module = obj.obj().expect("a module is an object");
                self.module_attribute_message(module, &shown, &text)
            }
            _ => format!("'{}' object has no attribute '{text}'", self.type_name(obj)),
        };
        self.attribute_error_with(obj, name, &message)
    }

    /// `AttributeError` with a message of its own.
    pub fn attribute_error_with(&mut self, obj: Value, name: ObjId, message: &str) -> Raising {
        let raised = self.exception_with(classes::ATTRIBUTE_ERROR, message);
        let (name_key, obj_key) = (self.names.name, self.names.obj);
        self.heap
            .set_own_attribute(raised.0, name_key, Value::Obj(name));
        self.heap.set_own_attribute(raised.0, obj_key, obj);
        self.raising(raised)
    }

    /// `NameError: name '…' is not defined`, with the `name` that suggestions need.
    pub fn name_error(&mut self, name: ObjId) -> Raising {
        let message = format!("name '{}' is not defined", self.heap.text(name));
        self.name_error_with(classes::NAME_ERROR, name, &message)
    }

    /// `NameError` or a subclass with a message of its own.
    pub fn name_error_with(&mut self, class: ObjId, name: ObjId, message: &str) -> Raising {
        let raised = self.exception_with(class, message);
        let key = self.names.name;
        self.heap.set_own_attribute(raised.0, key, Value::Obj(name));
        self.raising(raised)
    }

    /// The exception of an id known to be one.
    pub fn exception(&self, id: ObjId) -> &Exception {
        match self.heap.get(id) {
            Object::Exception(exception) => exception,
            _ => unreachable!("expected an exception"),
        }
    }

    /// The exception of an id known to be one, to change it.
    pub fn exception_mut(&mut self, id: ObjId) -> &mut Exception {
        match self.heap.get_mut(id) {
            Object::Exception(exception) => exception,
            _ => unreachable!("expected an exception"),
        }
    }

    /// Makes the exception being handled the `__context__` of one that is raised, never making a
    /// ring.
    pub fn set_context(&mut self, exception: ObjId, handled: Value) {
        let Value::Obj(handled) = handled else {
            return;
        };
        if handled == exception {
            return;
        }
        // Where the chain behind `handled` leads back to the new exception, it is cut there.
        let mut at = handled;
        let mut steps = 0_usize;
        while let Value::Obj(next) = self.exception(at).context {
            if next == exception {
                self.exception_mut(at).context = Value::None;
                break;
            }
            at = next;
            steps += 1;
            if steps > self.heap.n_slots() {
                break;
            }
        }
        self.exception_mut(exception).context = Value::Obj(handled);
    }

    /// `exception.add_note(note)`
    pub fn add_note(&mut self, exception: ObjId, note: &str) {
        let note = self.heap.new_str(note);
        let name = self.names.notes;
        let known = self.heap.own_attribute(exception, name);
        if let Some(Value::Obj(list)) = known
            && let Object::List(notes) = self.heap.get_mut(list)
        {
            notes.push(note);
            return;
        }
        let notes = self.heap.new_list(vec![note]);
        self.heap.set_own_attribute(exception, name, notes);
    }

    /// `__cause__` of `raise … from cause`.
    pub fn set_cause(&mut self, exception: ObjId, cause: Value) {
        let exception = self.exception_mut(exception);
        exception.cause = cause;
        exception.suppress_context = true;
    }
}
