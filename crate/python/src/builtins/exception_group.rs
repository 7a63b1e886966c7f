//! Exception groups, and what `except*` asks of them.

use std::rc::Rc;

use super::exception::id_of;
use crate::native::{NativeDef, NativeKind, PyResult};
use crate::object::{ObjId, Object, Value, classes};
use crate::vm::Vm;

/// Methods of `BaseExceptionGroup`.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, /, *args, **keywords", new).kind(NativeKind::Static),
    NativeDef::new("__str__", "self, /", str),
    NativeDef::new("derive", "self, excs, /", derive),
    NativeDef::new("subgroup", "self, condition, /", subgroup),
    NativeDef::new("split", "self, condition, /", split),
    NativeDef::getter("message", |vm, args| {
        let args = &vm.exception(id_of(args[0])).args;
        Ok(args.first().copied().unwrap_or(Value::None))
    }),
    NativeDef::getter("exceptions", |vm, args| {
        let members = vm.group_members(id_of(args[0]));
        Ok(vm.heap.new_tuple(&members))
    }),
];

/// What decides which exceptions of a group are meant.
enum Condition {
    /// Classes that the exception is an instance of.
    Classes(Vec<ObjId>),
    /// A function that says so.
    Function(Value),
    /// These very exceptions.
    These(Vec<ObjId>),
}

/// The part of a group that meets a condition, and the rest; `None` where there is nothing.
type Parts = (Value, Value);

fn new(vm: &mut Vm, args: &[Value]) -> PyResult {
    let class = id_of(args[0]);
    let args = &args[2..];
    let &[message, exceptions] = args else {
        return Err(vm.type_error(format_args!(
            "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)",
            args.len()
        )));
    };
    if vm.heap.str(message).is_none() {
        return Err(vm.type_error(format_args!(
            "BaseExceptionGroup.__new__() argument 1 must be str, not {}",
            if message.is_none() {
                "None".into()
            } else {
                vm.type_name(message)
            }
        )));
    }
    let is_sequence = matches!(
        vm.heap.object(exceptions),
        Some(Object::List(_) | Object::Tuple(_))
    ) || (vm.lookup_special(exceptions, "__getitem__").is_some()
        && !matches!(vm.heap.object(exceptions), Some(Object::Dict(_))));
    if !is_sequence {
        return Err(vm.type_error("second argument (exceptions) must be a sequence"));
    }
    let members = vm.collect(exceptions)?;
    let class = vm.group_class(class, &members)?;
    let id = vm.new_exception(class, args);
    let members = vm.heap.new_tuple(&members);
    let name = vm.names.exceptions;
    vm.heap.set_own_attribute(id, name, members);
    Ok(Value::Obj(id))
}

impl Vm {
    /// The class of a new group: `ExceptionGroup` where `BaseExceptionGroup` was asked for and will
    /// do.
    fn group_class(&mut self, class: ObjId, members: &[Value]) -> PyResult<ObjId> {
        if members.is_empty() {
            return Err(
                self.value_error("second argument (exceptions) must be a non-empty sequence")
            );
        }
        let mut is_plain = true;
        for (index, &member) in members.iter().enumerate() {
            if !self.heap.is_instance(member, classes::BASE_EXCEPTION) {
                let message =
                    format!("Item {index} of second argument (exceptions) is not an exception");
                return Err(self.value_error(&message));
            }
            is_plain = is_plain && self.heap.is_instance(member, classes::EXCEPTION);
        }
        if class == classes::BASE_EXCEPTION_GROUP && is_plain {
            return Ok(classes::EXCEPTION_GROUP);
        }
        if !is_plain && class == classes::EXCEPTION_GROUP {
            return Err(self.type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
        }
        if !is_plain && self.heap.is_subclass(class, classes::EXCEPTION) {
            return Err(self.type_error(&format!(
                "Cannot nest BaseExceptions in '{}'",
                self.heap.type_ref(class).name
            )));
        }
        Ok(class)
    }

    /// Makes an `ExceptionGroup`, or a `BaseExceptionGroup` if it must be one.
    pub fn new_group(&mut self, message: &str, members: &[Value]) -> ObjId {
        let is_plain = members
            .iter()
            .all(|&member| self.heap.is_instance(member, classes::EXCEPTION));
        let class = if is_plain {
            classes::EXCEPTION_GROUP
        } else {
            classes::BASE_EXCEPTION_GROUP
        };
        let message = self.heap.new_str(message);
        let list = self.heap.new_list(members.to_vec());
        let id = self.new_exception(class, &[message, list]);
        self.set_group_members(id, members);
        id
    }

    fn set_group_members(&mut self, id: ObjId, members: &[Value]) {
        let members = self.heap.new_tuple(members);
        let name = self.names.exceptions;
        self.heap.set_own_attribute(id, name, members);
    }

    /// The exceptions of a group; nothing for any other exception.
    pub fn group_members(&self, group: ObjId) -> Rc<[Value]> {
        let members = self.heap.own_attribute(group, self.names.exceptions);
        match members.and_then(|members| self.heap.object(members)) {
            Some(Object::Tuple(items)) if self.is_group(Value::Obj(group)) => Rc::clone(items),
            _ => Rc::new([]),
        }
    }

    fn is_group(&self, value: Value) -> bool {
        self.heap.is_instance(value, classes::BASE_EXCEPTION_GROUP)
    }

    /// `except*`: the part of an exception that matches the types, and the rest; either may be
    /// `None`. An exception that
    /// is no group is put into one when it matches.
    ///
    /// # Errors
    ///
    /// `TypeError` for types that `except*` does not take.
    pub fn match_exception_group(&mut self, exception: Value, types: Value) -> PyResult<Parts> {
        let classes_of = self.classes_to_catch(types)?;
        if exception.is_none() {
            return Ok((Value::None, Value::None));
        }
        let condition = Condition::Classes(classes_of);
        if self.is_group(exception) {
            return self.split_group(exception, &condition);
        }
        if self.meets(exception, &condition)? {
            let group = self.new_group("", &[exception]);
            // What `repr` shows: here a tuple, elsewhere a list.
            let (message, members) = (self.heap.new_str(""), self.heap.new_tuple(&[exception]));
            self.exception_mut(group).args = Rc::new([message, members]);
            return Ok((Value::Obj(group), Value::None));
        }
        Ok((Value::None, exception))
    }

    fn classes_to_catch(&mut self, types: Value) -> PyResult<Vec<ObjId>> {
        let listed: Vec<Value> = match self.heap.object(types) {
            Some(Object::Tuple(items)) => items.to_vec(),
            _ => vec![types],
        };
        let mut found = Vec::with_capacity(listed.len());
        for value in listed {
            if !self.is_exception_class(value) {
                return Err(self.type_error(
                    "catching classes that do not inherit from BaseException is not allowed",
                ));
            }
            let class = id_of(value);
            if self.heap.is_subclass(class, classes::BASE_EXCEPTION_GROUP) {
                return Err(self.type_error(
                    "catching ExceptionGroup with except* is not allowed. Use except instead.",
                ));
            }
            found.push(class);
        }
        Ok(found)
    }

    /// What is left to raise at the end of `except*` clauses: `raised` holds, in a list, what the
    /// clauses raised and the
    /// part that none of them matched (`None` among them counts for nothing). `None`: nothing.
    ///
    /// # Errors
    ///
    /// What a Python-level `derive` raises.
    pub fn prepare_reraise_group(&mut self, original: Value, raised: Value) -> PyResult {
        let raised: Vec<Value> = match self.heap.object(raised) {
            Some(Object::List(items)) => items
                .iter()
                .copied()
                .filter(|item| !item.is_none())
                .collect(),
            _ => Vec::new(),
        };
        if !self.is_group(original) {
            return Ok(raised.first().copied().unwrap_or(Value::None));
        }
        let (again, mut new): (Vec<Value>, Vec<Value>) = raised
            .into_iter()
            .partition(|&exception| self.is_part_of(exception, original));
        let mut leaves = Vec::new();
        for exception in again {
            self.add_leaves(id_of(exception), &mut leaves);
        }
        let again = if leaves.is_empty() {
            Value::None
        } else {
            self.split_group(original, &Condition::These(leaves))?.0
        };
        if new.is_empty() {
            return Ok(again);
        }
        if !again.is_none() {
            new.push(again);
        }
        if let [only] = new[..] {
            return Ok(only);
        }
        Ok(Value::Obj(self.new_group("", &new)))
    }

    /// Whether an exception was split off a group and has not been raised anew since.
    fn is_part_of(&self, exception: Value, original: Value) -> bool {
        if !self.is_group(exception) {
            return false;
        }
        let (a, b) = (
            self.exception(id_of(exception)),
            self.exception(id_of(original)),
        );
        a.cause.is(b.cause)
            && a.context.is(b.context)
            && a.traceback.len() == b.traceback.len()
            && a.traceback
                .iter()
                .zip(&b.traceback)
                .all(|(a, b)| a.ip == b.ip && Rc::ptr_eq(&a.unit, &b.unit))
    }

    fn add_leaves(&self, exception: ObjId, leaves: &mut Vec<ObjId>) {
        if self.is_group(Value::Obj(exception)) {
            for member in self.group_members(exception).iter() {
                self.add_leaves(id_of(*member), leaves);
            }
        } else {
            leaves.push(exception);
        }
    }

    fn meets(&mut self, exception: Value, condition: &Condition) -> PyResult<bool> {
        match condition {
            Condition::Classes(classes_of) => Ok(classes_of
                .iter()
                .any(|&class| self.heap.is_instance(exception, class))),
            Condition::Function(function) => {
                let answer = self.call(*function, &[exception])?;
                self.is_true(answer)
            }
            Condition::These(these) => Ok(these.contains(&id_of(exception))),
        }
    }

    fn split_group(&mut self, exception: Value, condition: &Condition) -> PyResult<Parts> {
        let whole = match condition {
            Condition::These(_) if self.is_group(exception) => false,
            _ => self.meets(exception, condition)?,
        };
        if whole {
            return Ok((exception, Value::None));
        }
        if !self.is_group(exception) {
            return Ok((Value::None, exception));
        }
        let (mut matching, mut rest) = (Vec::new(), Vec::new());
        for &member in self.group_members(id_of(exception)).iter() {
            let (part, other) = self.split_group(member, condition)?;
            matching.extend((!part.is_none()).then_some(part));
            rest.extend((!other.is_none()).then_some(other));
        }
        let matching = self.derive_group(exception, matching)?;
        let rest = self.derive_group(exception, rest)?;
        Ok((matching, rest))
    }

    /// A group like another with other members, its traceback, cause, context and notes included.
    fn derive_group(&mut self, group: Value, members: Vec<Value>) -> PyResult {
        if members.is_empty() {
            return Ok(Value::None);
        }
        let list = self.heap.new_list(members);
        let derived = self.call_method(group, "derive", &[list])?;
        if !self.is_group(derived) {
            return Err(self.type_error("derive must return an instance of BaseExceptionGroup"));
        }
        let source = self.exception(id_of(group)).clone();
        let target = self.exception_mut(id_of(derived));
        target.traceback = source.traceback;
        target.cause = source.cause;
        target.context = source.context;
        target.suppress_context = source.suppress_context;
        let name = self.names.notes;
        if let Some(notes) = self.heap.own_attribute(id_of(group), name)
            && let Some(Object::List(items)) = self.heap.object(notes)
        {
            let copy = items.clone();
            let copy = self.heap.new_list(copy);
            self.heap.set_own_attribute(id_of(derived), name, copy);
        }
        Ok(derived)
    }
}

fn str(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = id_of(args[0]);
    let message = vm.exception(id).args.first().copied();
    let message = vm.str_of(message.unwrap_or(Value::None))?;
    let n = vm.group_members(id).len();
    let s = if n == 1 { "" } else { "s" };
    Ok(vm
        .heap
        .new_str(&format!("{message} ({n} sub-exception{s})")))
}

fn derive(vm: &mut Vm, args: &[Value]) -> PyResult {
    let message = vm.exception(id_of(args[0])).args.first().copied();
    let group = Value::Obj(classes::BASE_EXCEPTION_GROUP);
    vm.call(group, &[message.unwrap_or(Value::None), args[1]])
}

fn condition(vm: &mut Vm, value: Value) -> PyResult<Condition> {
    let is_class = |vm: &Vm, value: Value| vm.is_exception_class(value);
    match vm.heap.object(value) {
        Some(Object::Tuple(items)) if items.iter().all(|&item| is_class(vm, item)) => Ok(
            Condition::Classes(items.iter().map(|&item| id_of(item)).collect()),
        ),
        Some(Object::Type(_)) if is_class(vm, value) => Ok(Condition::Classes(vec![id_of(value)])),
        Some(Object::Function(_) | Object::Native(_) | Object::BoundMethod(_)) => {
            Ok(Condition::Function(value))
        }
        Some(Object::Type(_)) | None => Err(wrong_condition(vm)),
        Some(_) => {
            if vm.lookup_special(value, "__call__").is_some() {
                Ok(Condition::Function(value))
            } else {
                Err(wrong_condition(vm))
            }
        }
    }
}

fn wrong_condition(vm: &mut Vm) -> crate::native::Raising {
    vm.type_error(
        "expected an exception type, a tuple of exception types, or a callable (other than a class)",
    )
}

fn subgroup(vm: &mut Vm, args: &[Value]) -> PyResult {
    let condition = condition(vm, args[1])?;
    vm.split_group(args[0], &condition).map(|parts| parts.0)
}

fn split(vm: &mut Vm, args: &[Value]) -> PyResult {
    let condition = condition(vm, args[1])?;
    let (matching, rest) = vm.split_group(args[0], &condition)?;
    Ok(vm.heap.new_tuple(&[matching, rest]))
}
