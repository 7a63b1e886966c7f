//! Instructions that are rare enough for a call: building, formatting, exceptions, functions,
//! imports, patterns.

use std::rc::Rc;

use super::flow::Next;
use super::{Return, Unit, Vm};
use crate::code::{CompareOp, Op, Reg};
use crate::native::{Flow, PyResult};
use crate::object::{Dict, Function, ObjId, Object, Set, Value, classes};

impl Vm {
    /// Runs one of the rarer instructions.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn execute(&mut self, op: Op, unit: &Rc<Unit>) -> PyResult<Next> {
        match op {
            Op::BuildSet { dst, base, n } => {
                let set = self.heap.alloc(classes::SET, Object::Set(Box::default()));
                self.set_register_held(dst, Value::Obj(set), |vm| {
                    (0..n).try_for_each(|i| vm.set_add(set, vm.register(base + i)).map(drop))
                })
            }
            Op::BuildDict { dst, base, n } => {
                let dict = self.heap.new_dict(Dict::with_capacity(usize::from(n)));
                let id = dict.obj().expect("dicts are objects");
                self.set_register_held(dst, dict, |vm| {
                    (0..n).try_for_each(|i| {
                        let (key, value) =
                            (vm.register(base + 2 * i), vm.register(base + 2 * i + 1));
                        vm.dict_set(id, key, value)
                    })
                })
            }
            Op::BuildString { dst, base, n } => self.build_string(dst, base, n),
            Op::ListExtend { list, iterable } => self.unpack_into_list(list, iterable, None),
            Op::ArgumentsExtend {
                list,
                iterable,
                callee,
            } => self.unpack_into_list(list, iterable, Some(callee)),
            Op::SetAdd { set, value } => {
                let (set, value) = (self.object_register(set), self.checked(value)?);
                self.set_add(set, value)?;
                Ok(Next::Go)
            }
            Op::SetUpdate { set, iterable } => {
                let (set, iterable) = (self.object_register(set), self.checked(iterable)?);
                self.set_update(set, iterable)?;
                Ok(Next::Go)
            }
            Op::DictInsert { dict, key, value } => {
                let (key, value) = (self.checked(key)?, self.checked(value)?);
                self.dict_set(self.object_register(dict), key, value)?;
                Ok(Next::Go)
            }
            Op::DictUpdate { dict, mapping } => self.dict_unpack(dict, mapping),
            Op::DictMerge {
                dict,
                mapping,
                callee,
            } => self.dict_merge(dict, mapping, callee),
            Op::ListToTuple { dst, src } => {
                let Object::List(items) = self.heap.get(self.object_register(src)) else {
                    unreachable!("the compiler made a list")
                };
                let items = items.clone();
                let value = self.heap.new_tuple(&items);
                self.store(dst, value)
            }
            Op::Unpack { src, base, n } => {
                let value = self.checked(src)?;
                if self.unpack_plain(value, base, usize::from(n)) {
                    return Ok(Next::Go);
                }
                let items = self.unpack(value, usize::from(n), false)?;
                for (reg, item) in (base..).zip(items) {
                    self.set_register(reg, item);
                }
                Ok(Next::Go)
            }
            Op::UnpackRest {
                before,
                src,
                base,
                after,
            } => self.unpack_rest(before.into(), src, base, after),
            Op::Format {
                conversion,
                dst,
                src,
                spec,
            } => self.format(conversion, dst, src, spec),
            Op::MakeFunction {
                flags,
                dst,
                code,
                base,
            } => self.make_function(unit, flags, dst, code, base),
            Op::CallKeywords { base, n, names } => self.call_with_names(unit, base, n, names),
            Op::CallUnpacked { dst, base } => self.call_unpacked(dst, base),
            Op::LoadBuildClass { dst } => {
                let name = self.heap.intern("__build_class__");
                let value = self.heap.dict_get_name(self.builtins, name);
                self.store(dst, value.unwrap_or(Value::None))
            }
            Op::LoadLocals { dst } => {
                let value = self.namespace();
                self.store(dst, value)
            }
            Op::Import { .. } | Op::ImportFrom { .. } | Op::ImportStar { .. } => {
                self.execute_import(op, unit)
            }
            Op::MatchSequence { .. }
            | Op::MatchMapping { .. }
            | Op::MatchKeys { .. }
            | Op::MatchClass { .. } => self.execute_match(op),
            Op::Length { dst, src } => {
                let value = self.checked(src)?;
                let length = self.length(value)?;
                self.store(dst, Value::Int(i64::try_from(length).unwrap_or(i64::MAX)))
            }
            Op::MakeTypeParameter { .. }
            | Op::BuildTemplate { .. }
            | Op::BuildInterpolation { .. } => self.execute_typing(op),
            op => self.execute_control(op),
        }
    }

    /// Unpacks an exact tuple or list of the right length; whether it was one.
    fn unpack_plain(&mut self, value: Value, base: Reg, n: usize) -> bool {
        let Value::Obj(id) = value else { return false };
        let class = self.heap.class_of(id);
        let items: &[Value] = match self.heap.get(id) {
            Object::Tuple(items) if class == classes::TUPLE => items,
            Object::List(items) if class == classes::LIST => items,
            _ => return false,
        };
        if items.len() != n {
            return false;
        }
        let frame = self.frames.last().expect("a frame runs");
        let first = frame.base as usize + usize::from(base);
        self.stack[first..first + n].copy_from_slice(items);
        true
    }

    /// The comparison of a fused jump: a flow whose result's truth decides.
    pub(super) fn condition_flow(&mut self, op: CompareOp, a: Value, b: Value) -> PyResult<Flow> {
        if matches!(op, CompareOp::In | CompareOp::NotIn) {
            return self.contains_flow(b, a);
        }
        match self.compare_flow(op, a, b)? {
            Flow::Return(value @ Value::Bool(_)) => Ok(Flow::Return(value)),
            Flow::Return(value) => {
                let truth = self.is_true(value)?;
                Ok(Flow::Return(Value::bool(truth)))
            }
            flow => Ok(flow),
        }
    }

    /// Stores an immediate answer; a special method's answer is checked when it comes.
    pub(super) fn apply_checked(&mut self, flow: Flow, op: Op) -> PyResult<Next> {
        match (flow, op) {
            (
                Flow::Return(value),
                Op::GetAwaitable { dst, .. } | Op::GetYieldFromIter { dst, .. },
            ) => self.store(dst, value),
            (flow, _) => self.apply(flow, Return::Finish(0)),
        }
    }

    /// Writes a register; for the end of an instruction.
    pub(super) fn store(&mut self, dst: Reg, value: Value) -> PyResult<Next> {
        self.set_register(dst, value);
        Ok(Next::Go)
    }

    /// Holds a new object while it is filled, then writes it to a register.
    fn set_register_held(
        &mut self,
        dst: Reg,
        value: Value,
        fill: impl FnOnce(&mut Self) -> PyResult<()>,
    ) -> PyResult<Next> {
        self.held.push(value);
        let filled = fill(self);
        self.held.pop();
        filled?;
        self.store(dst, value)
    }

    /// Reads a register that may be an unbound local.
    pub(super) fn checked(&mut self, reg: Reg) -> PyResult {
        let value = self.register(reg);
        if value.is_unbound() {
            self.unbound_local(reg)
        } else {
            Ok(value)
        }
    }

    pub(super) fn object_register(&self, reg: Reg) -> ObjId {
        self.register(reg)
            .obj()
            .expect("the compiler put an object there")
    }

    fn unpack_into_list(
        &mut self,
        list: Reg,
        iterable: Reg,
        callee: Option<Reg>,
    ) -> PyResult<Next> {
        let value = self.checked(iterable)?;
        if !self.is_iterable(value) {
            let name = self.type_name(value);
            let what = match callee {
                Some(callee) => format!("{} argument", self.callable_name(self.register(callee))),
                None => "Value".to_owned(),
            };
            return Err(self.type_error(format_args!(
                "{what} after * must be an iterable, not {name}"
            )));
        }
        let items = match callee {
            Some(_) => self.collect(value)?,
            None => self.collect_sized(value)?,
        };
        let id = self.object_register(list);
        self.heap.count_bytes(items.len() * size_of::<Value>());
        if let Object::List(list) = self.heap.get_mut(id) {
            list.extend(items);
        }
        Ok(Next::Go)
    }

    fn dict_unpack(&mut self, dict: Reg, mapping: Reg) -> PyResult<Next> {
        let value = self.checked(mapping)?;
        if !matches!(self.heap.object(value), Some(Object::Dict(_))) {
            let keys = self.heap.intern("keys");
            if self.find_attr(value, keys)?.is_none() {
                let name = self.type_name(value);
                return Err(self.type_error(format_args!("'{name}' object is not a mapping")));
            }
        }
        self.dict_update(self.object_register(dict), value)?;
        Ok(Next::Go)
    }

    fn dict_merge(&mut self, dict: Reg, mapping: Reg, callee: Reg) -> PyResult<Next> {
        let value = self.checked(mapping)?;
        let callee = self.callable_name(self.register(callee));
        let keys = self.heap.intern("keys");
        if self.find_attr(value, keys)?.is_none() {
            let name = self.type_name(value);
            return Err(self.type_error(format_args!(
                "{callee} argument after ** must be a mapping, not {name}"
            )));
        }
        let all = self.call_method(value, "keys", &[])?;
        let id = self.object_register(dict);
        for key in self.collect(all)? {
            if self.dict_get(id, key)?.is_some() {
                let name = self.str_of(key)?;
                return Err(self.type_error(format_args!(
                    "{callee} got multiple values for keyword argument '{name}'"
                )));
            }
            let item = self.get_item(value, key)?;
            self.dict_set(id, key, item)?;
        }
        Ok(Next::Go)
    }

    /// A callable as call errors name it: `module.qualname()`, or its text.
    fn callable_name(&mut self, callee: Value) -> String {
        match self.heap.object(callee) {
            Some(Object::Function(function)) => {
                let name = self
                    .heap
                    .str(function.qualname)
                    .map_or("?", |name| &name.text);
                match self.heap.str(function.module) {
                    Some(module) => format!("{}.{name}()", module.text),
                    None => format!("{name}()"),
                }
            }
            Some(Object::BoundMethod(method)) => self.callable_name(method.function),
            Some(Object::Native(native)) => format!("{}()", self.native_name(native)),
            Some(Object::Type(class)) if &*class.module == "builtins" => {
                format!("{}()", class.qualname)
            }
            Some(Object::Type(class)) => format!("{}.{}()", class.module, class.qualname),
            _ => self
                .str_of(callee)
                .map_or_else(|_| "?".into(), |text| text.to_string()),
        }
    }

    fn unpack_rest(&mut self, before: usize, src: Reg, base: Reg, after: u16) -> PyResult<Next> {
        let value = self.checked(src)?;
        let after = usize::from(after);
        let items = self.unpack(value, before + after, true)?;
        let end = items.len() - after;
        let rest = self.heap.new_list(items[before..end].to_vec());
        let all = items[..before]
            .iter()
            .copied()
            .chain([rest])
            .chain(items[end..].iter().copied());
        for (reg, item) in (base..).zip(all) {
            self.set_register(reg, item);
        }
        Ok(Next::Go)
    }

    fn make_function(
        &mut self,
        unit: &Rc<Unit>,
        flags: u8,
        dst: Reg,
        code: u16,
        base: Reg,
    ) -> PyResult<Next> {
        let Some(Object::Code(unit)) = self.heap.object(unit.constants[usize::from(code)]) else {
            unreachable!("the compiler named a code constant")
        };
        let unit = Rc::clone(unit);
        let mut at = base;
        let mut part = |vm: &Self, flag: u8| {
            (flags & flag != 0).then(|| {
                at += 1;
                vm.register(at - 1)
            })
        };
        let defaults = part(self, 1);
        let keyword_defaults = part(self, 2).unwrap_or(Value::None);
        let annotate = part(self, 4).unwrap_or(Value::Unbound);
        let closure = part(self, 8);
        let name = Value::Obj(self.heap.intern(&unit.code.name));
        let qualname = Value::Obj(self.heap.intern(&unit.code.qualname));
        let doc = unit
            .code
            .doc
            .clone()
            .map_or(Value::None, |doc| self.heap.new_str_rc(doc));
        let globals = self.frames.last().expect("a frame runs").globals.id();
        let module = self.heap.intern("__name__");
        let module = self
            .heap
            .dict_get_name(globals, module)
            .unwrap_or(Value::None);
        let function = Function {
            unit,
            globals: globals.into(),
            defaults: self.tuple_items(defaults),
            keyword_defaults,
            closure: self.tuple_items(closure),
            name,
            qualname,
            doc,
            module,
            annotations: Value::Unbound,
            annotate,
        };
        let id = self
            .heap
            .alloc(classes::FUNCTION, Object::Function(Box::new(function)));
        self.store(dst, Value::Obj(id))
    }

    fn tuple_items(&self, tuple: Option<Value>) -> Rc<[Value]> {
        match tuple.and_then(|tuple| self.heap.object(tuple)) {
            Some(Object::Tuple(items)) => Rc::clone(items),
            _ => Rc::from([]),
        }
    }

    fn call_with_names(
        &mut self,
        unit: &Rc<Unit>,
        base: Reg,
        n: u16,
        names: u16,
    ) -> PyResult<Next> {
        let Some(Object::Tuple(names)) = self.heap.object(unit.constants[usize::from(names)])
        else {
            unreachable!("the compiler named a tuple constant")
        };
        let names = Rc::clone(names);
        let callee = self.register(base);
        let mut args = Vec::with_capacity(usize::from(n) + 1);
        args.extend(self.register(base + 1).bound());
        let n_positional = n - u16::try_from(names.len()).expect("fewer names than arguments");
        args.extend((0..n_positional).map(|i| self.register(base + 2 + i)));
        let keywords: Vec<(ObjId, Value)> = (base + 2 + n_positional..)
            .zip(names.iter())
            .map(|(reg, name)| (name.obj().expect("names are strings"), self.register(reg)))
            .collect();
        self.push_call(callee, &args, &keywords, Return::Store(base))
    }

    fn call_unpacked(&mut self, dst: Reg, base: Reg) -> PyResult<Next> {
        let callee = self.register(base);
        let mut args = Vec::new();
        args.extend(self.register(base + 1).bound());
        match self.heap.object(self.register(base + 2)) {
            Some(Object::Tuple(items)) => args.extend_from_slice(items),
            Some(Object::List(items)) => args.extend_from_slice(items),
            _ => unreachable!("the compiler made a list or tuple"),
        }
        let mut keywords = Vec::new();
        if let Some(Object::Dict(dict)) = self
            .register(base + 3)
            .bound()
            .and_then(|v| self.heap.object(v))
        {
            let entries: Vec<(Value, Value)> =
                dict.iter().map(|entry| (entry.key, entry.value)).collect();
            for (key, value) in entries {
                let Some(text) = self.heap.str(key).map(|text| Rc::clone(&text.text)) else {
                    if !self.is_callable(callee) {
                        break; // the call says so
                    }
                    return Err(self.type_error("keywords must be strings"));
                };
                keywords.push((self.heap.intern(&text), value));
            }
        }
        self.push_call(callee, &args, &keywords, Return::Store(dst))
    }

    /// An empty set object.
    pub fn new_set(&mut self) -> ObjId {
        self.heap
            .alloc(classes::SET, Object::Set(Box::<Set>::default()))
    }
}
