//! Calls: of Python functions without copying their arguments, and of everything else.

use std::rc::Rc;

use super::flow::Next;
use super::{Frame, Return, Unit, Vm};
use crate::code::{CodeKind, Reg};
use crate::native::{Body, Flow, NativeDef, NativeFunction, PyResult};
use crate::object::{Generator, GeneratorState, Layout, Link, ObjId, Object, Value, classes};
use crate::vm::SavedFrame;

/// How many arguments of a native function are passed without a heap allocation.
pub(crate) const ARGS_INLINE: usize = 6;

impl Vm {
    /// Calls with `n_args` arguments that stand on the value stack from `first` on. In the place
    /// before them nothing is left that anybody needs.
    #[inline(always)]
    pub(super) fn call_window(
        &mut self,
        callee: Value,
        first: usize,
        n_args: usize,
        ret: Return,
    ) -> PyResult<Next> {
        if let Value::Obj(id) = callee {
            match self.heap.get(id) {
                Object::Function(function) if usize::from(function.unit.n_simple) == n_args => {
                    let unit = Rc::clone(&function.unit);
                    let globals = function.globals;
                    self.push_simple(id, unit, globals, first, ret)?;
                    return Ok(Next::Switch);
                }
                Object::Function(function)
                    if usize::from(function.unit.n_simple_generator) == n_args =>
                {
                    let mut registers = self.spare_registers.pop().unwrap_or_default();
                    registers.reserve_exact(usize::from(function.unit.n_saved));
                    registers.extend_from_slice(&self.stack[first..first + n_args]);
                    return self.new_generator(id, registers, ret);
                }
                Object::Native(native) if self.is_plain_call(native, first, n_args) => {
                    let (def, n) = (native.def, native.signature.names.len());
                    let mut args = [Value::Unbound; ARGS_INLINE];
                    args[..n_args].copy_from_slice(&self.stack[first..first + n_args]);
                    return self.run_native(def, &args[..n], ret);
                }
                Object::Type(_) => {
                    if let Return::Store(dst) = ret
                        && self.construct_simple(id, first - 1, n_args, dst)?
                    {
                        return Ok(Next::Switch);
                    }
                }
                _ => {}
            }
        }
        self.call_slice(callee, first, n_args, ret)
    }

    /// Whether a native function that is bound to nothing takes these arguments as they stand.
    #[inline(always)]
    fn is_plain_call(&self, native: &NativeFunction, first: usize, n_args: usize) -> bool {
        let signature = &native.signature;
        native.receiver.is_unbound()
            && signature.is_plain(n_args)
            && self.is_owned(native, &self.stack[first..first + n_args])
    }

    /// Pushes the frame of `__init__` for a class whose instances need nothing else, the instance
    /// in the place before the arguments; `false` if the call is not as simple as that.
    #[cfg_attr(engine, optimize(speed))]
    fn construct_simple(
        &mut self,
        class: ObjId,
        place: usize,
        n_args: usize,
        dst: Reg,
    ) -> PyResult<bool> {
        let Some(Value::Obj(init)) = self.simple_init(class) else {
            return Ok(false);
        };
        let Object::Function(function) = self.heap.get(init) else {
            unreachable!("the initializer is a function")
        };
        if usize::from(function.unit.n_simple) != n_args + 1 {
            return Ok(false);
        }
        let (unit, globals) = (Rc::clone(&function.unit), function.globals);
        let instance = self.new_object(class)?;
        self.stack[place] = instance;
        let instance = instance.obj().expect("just made").into();
        self.push_simple(init, unit, globals, place, Return::Init(dst, instance))?;
        Ok(true)
    }

    /// Pushes a frame whose arguments stand in its registers already.
    #[inline(always)]
    fn push_simple(
        &mut self,
        function: ObjId,
        unit: Rc<Unit>,
        globals: Link,
        base: usize,
        ret: Return,
    ) -> PyResult<()> {
        self.check_recursion()?;
        self.open_window(&unit, function, base);
        let base = u32::try_from(base).expect("the recursion limit bounds the stack");
        self.frames.push(Frame {
            unit,
            ip: 0,
            base,
            globals,
            handled: None,
            generator: None,
            ret,
            native: None,
        });
        Ok(())
    }

    /// Readies the registers of a frame behind its parameters: locals empty, fresh cells, the
    /// closure's cells.
    #[inline(always)]
    fn open_window(&mut self, unit: &Unit, function: ObjId, base: usize) {
        let end = base + usize::from(unit.n_registers);
        if self.stack.len() < end {
            self.stack
                .resize(end.max(self.stack.len() * 2), Value::Unbound);
        }
        let n_locals = usize::from(unit.n_locals);
        for slot in &mut self.stack[base + usize::from(unit.n_parameters)..base + n_locals] {
            *slot = Value::Unbound;
        }
        if unit.has_cells {
            self.open_cells(unit, function, base);
        }
    }

    #[cfg_attr(engine, optimize(speed))]
    fn open_cells(&mut self, unit: &Unit, function: ObjId, base: usize) {
        let code = &unit.code;
        for (index, &parameter) in code.cell_parameters.iter().enumerate() {
            let content = if parameter == u16::MAX {
                Value::Unbound
            } else {
                self.stack[base + usize::from(parameter)]
            };
            let cell = self.heap.alloc(classes::CELL, Object::Cell(content));
            self.stack[base + code.locals.len() + index] = Value::Obj(cell);
        }
        if let Object::Function(function) = self.heap.get(function) {
            for (index, &cell) in function.closure.iter().enumerate() {
                self.stack[base + code.first_free() + index] = cell;
            }
        }
    }

    /// Calls with arguments that stand on the value stack.
    #[cfg_attr(engine, optimize(speed))]
    fn call_slice(&mut self, callee: Value, first: usize, n: usize, ret: Return) -> PyResult<Next> {
        if n <= ARGS_INLINE {
            let mut args = [Value::Unbound; ARGS_INLINE];
            args[..n].copy_from_slice(&self.stack[first..first + n]);
            return self.push_call(callee, &args[..n], &[], ret);
        }
        let args = self.stack[first..first + n].to_vec();
        self.push_call(callee, &args, &[], ret)
    }

    /// Starts a call of anything callable.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn push_call(
        &mut self,
        callee: Value,
        args: &[Value],
        keywords: &[(ObjId, Value)],
        ret: Return,
    ) -> PyResult<Next> {
        if let Value::Obj(id) = callee {
            match self.heap.get(id) {
                Object::Function(_) => return self.push_function(id, args, keywords, ret),
                Object::Native(native) => {
                    let native = NativeFunction::clone(native);
                    return self.call_native(&native, args, keywords, ret);
                }
                Object::BoundMethod(method) => {
                    let (function, receiver) = (method.function, method.receiver);
                    if args.len() < ARGS_INLINE {
                        let mut all = [receiver; ARGS_INLINE];
                        all[1..=args.len()].copy_from_slice(args);
                        return self.push_call(function, &all[..=args.len()], keywords, ret);
                    }
                    let mut all = Vec::with_capacity(args.len() + 1);
                    all.push(receiver);
                    all.extend_from_slice(args);
                    return self.push_call(function, &all, keywords, ret);
                }
                Object::Type(class) if class.layout == Layout::Exception && !class.is_heap => {
                    let new = self.lookup(id, self.names.new);
                    if self.is_native_of(new, classes::BASE_EXCEPTION) {
                        let made = crate::builtins::new_exception(self, id, args, keywords)?;
                        return self.deliver(ret, made);
                    }
                    let flow = self.type_call_flow(id, args.to_vec(), keywords.to_vec())?;
                    return self.apply(flow, ret);
                }
                Object::Type(_) => {
                    let flow = self.type_call_flow(id, args.to_vec(), keywords.to_vec())?;
                    return self.apply(flow, ret);
                }
                _ => {}
            }
        }
        let flow = self.call_flow(callee, args.to_vec(), keywords.to_vec())?;
        self.apply(flow, ret)
    }

    /// The call of an object through its class's `__call__`; functions and classes too, for natives
    /// that pass keywords.
    ///
    /// # Errors
    ///
    /// `TypeError` if it is not callable.
    pub fn call_flow(
        &mut self,
        callee: Value,
        args: Vec<Value>,
        keywords: Vec<(ObjId, Value)>,
    ) -> PyResult<Flow> {
        match self.heap.object(callee) {
            Some(Object::Function(_) | Object::Native(_) | Object::BoundMethod(_)) => {
                if keywords.is_empty() {
                    return Ok(Flow::Call { callee, args });
                }
                Ok(Flow::CallKeywords {
                    callee,
                    args,
                    keywords,
                })
            }
            Some(Object::Type(_)) => {
                let class = callee.obj().expect("classes are objects");
                self.type_call_flow(class, args, keywords)
            }
            _ => {
                let Some(method) = self.lookup_special(callee, "__call__") else {
                    let name = self.type_name(callee);
                    return Err(self.type_error(format_args!("'{name}' object is not callable")));
                };
                let class = self.heap.type_of(callee);
                let bound = self.bind(method, callee, class)?;
                let bound = self.finish(bound)?;
                self.call_flow(bound, args, keywords)
            }
        }
    }

    /// Binds the arguments and pushes the frame of a Python function, or makes its generator.
    #[cfg_attr(engine, optimize(speed))]
    fn push_function(
        &mut self,
        function: ObjId,
        args: &[Value],
        keywords: &[(ObjId, Value)],
        ret: Return,
    ) -> PyResult<Next> {
        let Object::Function(object) = self.heap.get(function) else {
            unreachable!("a function")
        };
        let (unit, globals) = (Rc::clone(&object.unit), object.globals);
        let is_simple = usize::from(unit.n_simple) == args.len() && keywords.is_empty();
        let n_missing = usize::from(unit.n_parameters).checked_sub(args.len());
        let first_default = n_missing.and_then(|n| object.defaults.len().checked_sub(n));
        let defaults = match first_default {
            Some(first) if unit.has_only_positions && keywords.is_empty() && !is_simple => {
                Some((Rc::clone(&object.defaults), first))
            }
            _ => None,
        };
        if unit.code.kind.is_suspendable() {
            return self.make_generator(function, args, keywords, ret);
        }
        let base = self.top() as usize;
        let end = base + usize::from(unit.code.n_registers);
        if self.stack.len() < end {
            self.stack.resize(end, Value::Unbound);
        }
        if is_simple {
            self.stack[base..base + args.len()].copy_from_slice(args);
        } else if let Some((defaults, first)) = defaults {
            let place = base + args.len();
            self.stack[base..place].copy_from_slice(args);
            self.stack[place..place + defaults.len() - first].copy_from_slice(&defaults[first..]);
        } else {
            let bound = self.bind_arguments(function, args, keywords)?;
            self.stack[base..base + bound.len()].copy_from_slice(&bound);
        }
        self.push_simple(function, unit, globals, base, ret)?;
        Ok(Next::Switch)
    }

    /// Calls a generator function, coroutine function or asynchronous generator function.
    #[cfg_attr(engine, optimize(speed))]
    fn make_generator(
        &mut self,
        function: ObjId,
        args: &[Value],
        keywords: &[(ObjId, Value)],
        ret: Return,
    ) -> PyResult<Next> {
        let Object::Function(object) = self.heap.get(function) else {
            unreachable!("a function")
        };
        let unit = Rc::clone(&object.unit);
        let mut registers = self.spare_registers.pop().unwrap_or_default();
        registers.reserve_exact(usize::from(unit.n_saved));
        let n_missing = usize::from(unit.n_parameters).checked_sub(args.len());
        match n_missing.and_then(|n| object.defaults.len().checked_sub(n)) {
            Some(first) if keywords.is_empty() && unit.has_only_positions => {
                registers.extend_from_slice(args);
                registers.extend_from_slice(&object.defaults[first..]);
            }
            _ => registers.extend(self.bind_arguments(function, args, keywords)?),
        }
        if unit.has_cells {
            // The window is opened on the stack, where cells are made, and then taken off it.
            let base = self.top() as usize;
            let end = base + usize::from(unit.n_registers);
            if self.stack.len() < end {
                self.stack.resize(end, Value::Unbound);
            }
            self.stack[base..base + registers.len()].copy_from_slice(&registers);
            self.open_window(&unit, function, base);
            registers.clear();
            registers.extend_from_slice(&self.stack[base..end]);
        }
        self.new_generator(function, registers, ret)
    }

    /// Makes the generator or coroutine of a function; of its registers, those that hold the
    /// arguments are there.
    #[cfg_attr(engine, optimize(speed))]
    fn new_generator(
        &mut self,
        function: ObjId,
        mut registers: Vec<Value>,
        ret: Return,
    ) -> PyResult<Next> {
        let origin = self.current_span();
        let Object::Function(function) = self.heap.get(function) else {
            unreachable!("a function")
        };
        let unit = Rc::clone(&function.unit);
        registers.resize(unit.live_at(0), Value::Unbound);
        let kind = unit.code.kind;
        let class = match kind {
            CodeKind::Coroutine => classes::COROUTINE,
            CodeKind::AsyncGenerator => classes::ASYNC_GENERATOR,
            _ => classes::GENERATOR,
        };
        let name = |text: Value| text.obj().expect("names are strings").into();
        let frame = SavedFrame {
            ip: 0,
            registers,
            globals: function.globals,
            handled: None,
        };
        let generator = Generator {
            frame: Some(frame),
            state: GeneratorState::Created,
            unit,
            name: name(function.name),
            qualname: name(function.qualname),
            origin,
        };
        let id = self
            .heap
            .alloc(class, Object::Generator(Box::new(generator)));
        if kind == CodeKind::Coroutine {
            self.note_generator(id);
        }
        self.deliver(ret, Value::Obj(id))
    }

    /// Calls a native function: arguments in the order of its signature, absent ones unbound.
    #[cfg_attr(engine, optimize(speed))]
    fn call_native(
        &mut self,
        native: &NativeFunction,
        args: &[Value],
        keywords: &[(ObjId, Value)],
        ret: Return,
    ) -> PyResult<Next> {
        let n_args = args.len() + usize::from(!native.receiver.is_unbound());
        let n = native.signature.names.len();
        let is_plain = keywords.is_empty() && native.signature.is_plain(n_args);
        if is_plain && self.is_owned(native, args) {
            let mut slots = [Value::Unbound; ARGS_INLINE];
            let mut filled = 0;
            if !native.receiver.is_unbound() {
                slots[0] = native.receiver;
                filled = 1;
            }
            slots[filled..filled + args.len()].copy_from_slice(args);
            return self.run_native(native.def, &slots[..n], ret);
        }
        let slots = self.bind_native(native, args, keywords)?;
        self.run_native(native.def, &slots, ret)
    }

    #[inline(always)]
    fn run_native(&mut self, def: &NativeDef, args: &[Value], ret: Return) -> PyResult<Next> {
        match def.body {
            Body::Simple(body) => {
                let value = body(self, args)?;
                self.deliver(ret, value)
            }
            Body::Flow(body) => {
                let flow = body(self, args)?;
                self.apply(flow, ret)
            }
        }
    }

    /// Whether a method's first argument is an instance of the class that the method belongs to.
    #[inline(always)]
    pub(super) fn is_owned(&self, native: &NativeFunction, args: &[Value]) -> bool {
        use crate::native::NativeKind::{Getter, Method, Setter};
        let Value::Obj(owner) = native.owner else {
            return true;
        };
        if !matches!(native.def.kind, Method | Getter | Setter)
            || !matches!(self.heap.get(owner), Object::Type(_))
        {
            return true;
        }
        let receiver = native.receiver.bound().or_else(|| args.first().copied());
        receiver.is_some_and(|receiver| self.heap.is_instance(receiver, owner))
    }

    /// Raises `RecursionError` when calls are nested too deeply.
    #[inline(always)]
    pub(super) fn check_recursion(&mut self) -> PyResult<()> {
        if self.frames.len() >= self.options.recursion_max {
            return Err(self.recursion_error());
        }
        Ok(())
    }

    #[cold]
    fn recursion_error(&mut self) -> crate::native::Raising {
        self.raise(classes::RECURSION_ERROR, "maximum recursion depth exceeded")
    }

    /// Runs a class body: a function of no parameters whose register 0 is the namespace.
    ///
    /// # Errors
    ///
    /// `TypeError` if `function` is not a Python function.
    pub fn class_body_flow(&mut self, function: Value, namespace: Value) -> PyResult<Flow> {
        if !matches!(self.heap.object(function), Some(Object::Function(_))) {
            return Err(self.type_error("__build_class__: func must be a function"));
        }
        Ok(Flow::Call {
            callee: function,
            args: vec![namespace],
        })
    }
}
