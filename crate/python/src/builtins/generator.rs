//! Methods of generators, coroutines and asynchronous generators.

use std::hash::Hasher;
use std::rc::Rc;

use crate::native::{AwaitFn, AwaitStep, Flow, Input, NativeDef, PyResult, Raised, Resume};
use crate::object::{Foreign, GeneratorState, ObjId, Object, Value, classes};
use crate::vm::{GeneratorOutcome, Vm};

/// Methods of `generator`.
pub(super) static GENERATOR: &[NativeDef] = &[
    NativeDef::new("__iter__", "self, /", itself),
    NativeDef::flow("__next__", "self, /", next),
    NativeDef::flow("send", "self, value, /", send),
    NativeDef::flow("throw", "self, type, value?, traceback?, /", throw),
    NativeDef::new("close", "self, /", close),
    NativeDef::getter("__name__", name),
    NativeDef::getter("__qualname__", qualname),
    NativeDef::getter("gi_running", is_running),
    NativeDef::getter("gi_suspended", is_suspended),
    NativeDef::getter("gi_frame", frame),
    NativeDef::getter("gi_code", code),
    NativeDef::getter("gi_yieldfrom", awaited),
    NativeDef::new("__repr__", "self, /", repr),
];

/// Methods of `coroutine`.
pub(super) static COROUTINE: &[NativeDef] = &[
    NativeDef::new("__await__", "self, /", wrap_coroutine),
    NativeDef::flow("send", "self, value, /", send),
    NativeDef::flow("throw", "self, type, value?, traceback?, /", throw),
    NativeDef::new("close", "self, /", close),
    NativeDef::getter("__name__", name),
    NativeDef::getter("__qualname__", qualname),
    NativeDef::getter("cr_running", is_running),
    NativeDef::getter("cr_suspended", is_suspended),
    NativeDef::getter("cr_frame", frame),
    NativeDef::getter("cr_code", code),
    NativeDef::getter("cr_await", awaited),
    NativeDef::new("__repr__", "self, /", repr),
];

/// Methods of `async_generator`.
pub(super) static ASYNC_GENERATOR: &[NativeDef] = &[
    NativeDef::new("__aiter__", "self, /", itself),
    NativeDef::new("__anext__", "self, /", anext),
    NativeDef::new("asend", "self, value, /", asend),
    NativeDef::new("athrow", "self, type, value?, traceback?, /", athrow),
    NativeDef::new("aclose", "self, /", aclose),
    NativeDef::getter("__name__", name),
    NativeDef::getter("__qualname__", qualname),
    NativeDef::getter("ag_running", is_running),
    NativeDef::getter("ag_suspended", is_suspended),
    NativeDef::getter("ag_frame", frame),
    NativeDef::getter("ag_code", code),
    NativeDef::getter("ag_await", awaited),
    NativeDef::new("__repr__", "self, /", repr),
];

/// Methods of the awaitables that asynchronous generators give.
pub(super) static STEP: &[NativeDef] = &[
    NativeDef::new("__await__", "self, /", itself),
    NativeDef::new("__iter__", "self, /", itself),
    NativeDef::flow("__next__", "self, /", step_next),
    NativeDef::flow("send", "self, value, /", step_send),
    NativeDef::flow("throw", "self, type, value?, traceback?, /", step_throw),
    NativeDef::new("close", "self, /", step_close),
];

/// Methods of the iterator of `coroutine.__await__()`.
pub(super) static WRAPPER: &[NativeDef] = &[
    NativeDef::new("__iter__", "self, /", itself),
    NativeDef::flow("__next__", "self, /", wrapper_next),
    NativeDef::flow("send", "self, value, /", wrapper_send),
    NativeDef::flow("throw", "self, type, value?, traceback?, /", wrapper_throw),
    NativeDef::new("close", "self, /", wrapper_close),
];

/// Methods of the awaitable of `anext(iterator, default)`.
pub(super) static NEXT_OR_DEFAULT: &[NativeDef] = &[NativeDef::new("__await__", "self, /", itself)];

/// Functions about asynchronous iteration.
pub(super) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("aiter", "async_iterable, /", builtin_aiter),
    NativeDef::flow("anext", "async_iterator, default?, /", builtin_anext),
];

fn id_of(value: Value) -> ObjId {
    value.obj().expect("the receiver has been checked")
}

fn itself(_: &mut Vm, args: &[Value]) -> PyResult {
    Ok(args[0])
}

fn next(_: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    Ok(Flow::Resume {
        generator: id_of(args[0]),
        with: Resume::Send(Value::None),
    })
}

fn send(_: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    Ok(Flow::Resume {
        generator: id_of(args[0]),
        with: Resume::Send(args[1]),
    })
}

/// The exception that `throw(type, value)` or `throw(instance)` means.
fn thrown(vm: &mut Vm, args: &[Value]) -> PyResult<Raised> {
    let (kind, value) = (args[1], args[2]);
    if !value.is_unbound()
        && !value.is_none()
        && matches!(vm.heap.object(kind), Some(Object::Type(_)))
    {
        let made = if matches!(vm.heap.object(value), Some(Object::Exception(_))) {
            value
        } else {
            vm.call(kind, &[value])?
        };
        return vm.make_exception(
            made,
            "exceptions must be classes or instances deriving from BaseException",
        );
    }
    let name = vm.type_name(kind);
    let text =
        format!("exceptions must be classes or instances deriving from BaseException, not {name}");
    vm.make_exception(kind, &text)
}

fn throw(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let raised = thrown(vm, args)?;
    Ok(Flow::Resume {
        generator: id_of(args[0]),
        with: Resume::Throw(raised),
    })
}

fn close(vm: &mut Vm, args: &[Value]) -> PyResult {
    vm.close_generator(id_of(args[0]))
}

fn name(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(vm.generator(id_of(args[0])).name.into())
}

fn qualname(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(vm.generator(id_of(args[0])).qualname.into())
}

fn is_running(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(Value::bool(
        vm.generator(id_of(args[0])).state == GeneratorState::Running,
    ))
}

fn is_suspended(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(Value::bool(
        vm.generator(id_of(args[0])).state == GeneratorState::Suspended,
    ))
}

/// The frame while it has not ended, with its line.
fn frame(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(vm.generator_frame(id_of(args[0])).unwrap_or(Value::None))
}

fn code(vm: &mut Vm, args: &[Value]) -> PyResult {
    let unit = Rc::clone(&vm.generator(id_of(args[0])).unit);
    Ok(Value::Obj(vm.heap.alloc(classes::CODE, Object::Code(unit))))
}

fn awaited(vm: &mut Vm, args: &[Value]) -> PyResult {
    let awaited = vm.awaited_by(id_of(args[0])).unwrap_or(Value::None);
    if vm.heap.type_of(awaited) == classes::ASYNC_GENERATOR {
        return anext(vm, &[awaited]);
    }
    Ok(awaited)
}

fn repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let class = vm.heap.type_of(args[0]);
    let kind = Rc::clone(&vm.heap.type_ref(class).name);
    let qualname = vm.generator(id_of(args[0])).qualname;
    let qualname = vm.str_of(qualname.into())?;
    let address = vm.address(id_of(args[0]));
    Ok(vm
        .heap
        .new_str(&format!("<{kind} object {qualname} at {address:#x}>")))
}

// The iterator of `coroutine.__await__()`

/// A coroutine that any generator may `yield from`.
#[derive(Clone, Debug)]
struct CoroutineWrapper {
    coroutine: ObjId,
}

impl Foreign for CoroutineWrapper {
    fn clone_box(&self) -> Box<dyn Foreign> {
        Box::new(self.clone())
    }
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Obj(self.coroutine));
    }
    fn hash_state(&self, hasher: &mut dyn Hasher) {
        hasher.write_u32(self.coroutine.place());
    }
    fn awaiter(&self) -> Option<AwaitFn> {
        Some(drive_wrapper)
    }
}

fn wrap_coroutine(vm: &mut Vm, args: &[Value]) -> PyResult {
    let coroutine = id_of(args[0]);
    let wrapper = Object::Foreign(Box::new(CoroutineWrapper { coroutine }));
    Ok(Value::Obj(
        vm.heap.alloc(classes::COROUTINE_WRAPPER, wrapper),
    ))
}

fn wrapped(vm: &Vm, id: ObjId) -> ObjId {
    let Object::Foreign(foreign) = vm.heap.get(id) else {
        unreachable!("a coroutine's wrapper")
    };
    let wrapper: Option<&CoroutineWrapper> = foreign.downcast_ref();
    wrapper.expect("a coroutine's wrapper").coroutine
}

fn drive_wrapper(vm: &mut Vm, id: ObjId, input: Input) -> PyResult<AwaitStep> {
    let with = match input {
        Input::Raised(raised) => Resume::Throw(raised),
        Input::Returned(value) | Input::Yielded(value) => Resume::Send(value),
        Input::Start | Input::Again => Resume::Send(Value::None),
    };
    let generator = wrapped(vm, id);
    Ok(AwaitStep::Resume { generator, with })
}

fn resume_wrapped(vm: &mut Vm, wrapper: Value, with: Resume) -> Flow {
    let generator = wrapped(vm, id_of(wrapper));
    Flow::Resume { generator, with }
}

fn wrapper_next(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    Ok(resume_wrapped(vm, args[0], Resume::Send(Value::None)))
}

fn wrapper_send(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    Ok(resume_wrapped(vm, args[0], Resume::Send(args[1])))
}

fn wrapper_throw(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let raised = thrown(vm, args)?;
    Ok(resume_wrapped(vm, args[0], Resume::Throw(raised)))
}

fn wrapper_close(vm: &mut Vm, args: &[Value]) -> PyResult {
    let coroutine = wrapped(vm, id_of(args[0]));
    vm.close_generator(coroutine)
}

// Steps of asynchronous generators

/// What a step does to its generator.
#[derive(Clone, Copy, Debug)]
enum Mode {
    Send(Value),
    Throw(Raised),
    Close,
}

/// The awaitable of `__anext__`, `asend`, `athrow` and `aclose`.
#[derive(Clone, Debug)]
pub(crate) struct AsyncStep {
    generator: ObjId,
    mode: Mode,
    is_started: bool,
}

impl AsyncStep {
    /// Whether this is `aclose()`, for which an ending is success and a value an error.
    pub(crate) fn is_close(&self) -> bool {
        matches!(self.mode, Mode::Close)
    }
}

impl Foreign for AsyncStep {
    fn clone_box(&self) -> Box<dyn Foreign> {
        Box::new(self.clone())
    }
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Obj(self.generator));
        match self.mode {
            Mode::Send(value) => visit(value),
            Mode::Throw(raised) => visit(Value::Obj(raised.0)),
            Mode::Close => {}
        }
    }
    fn hash_state(&self, hasher: &mut dyn Hasher) {
        hasher.write_u32(self.generator.place());
        hasher.write_u8(u8::from(self.is_started));
    }
    fn awaiter(&self) -> Option<AwaitFn> {
        Some(drive)
    }
}

fn new_step(vm: &mut Vm, generator: Value, mode: Mode) -> Value {
    let step = AsyncStep {
        generator: id_of(generator),
        mode,
        is_started: false,
    };
    let class = match mode {
        Mode::Send(_) => classes::ASYNC_GENERATOR_STEP,
        Mode::Throw(_) | Mode::Close => classes::ASYNC_GENERATOR_THROW,
    };
    Value::Obj(vm.heap.alloc(class, Object::Foreign(Box::new(step))))
}

fn step_mut(vm: &mut Vm, id: ObjId) -> &mut AsyncStep {
    let Object::Foreign(foreign) = vm.heap.get_mut(id) else {
        unreachable!("a step")
    };
    foreign.downcast_mut().expect("a step")
}

/// One step of the awaitable: the first begins what it is for, the others hand through.
fn drive(vm: &mut Vm, id: ObjId, input: Input) -> PyResult<AwaitStep> {
    let step = step_mut(vm, id);
    let (generator, mode) = (step.generator, step.mode);
    let was_started = std::mem::replace(&mut step.is_started, true);
    if was_started {
        let with = match input {
            Input::Raised(raised) => Resume::Throw(raised),
            Input::Returned(value) | Input::Yielded(value) => Resume::Send(value),
            Input::Start | Input::Again => Resume::Send(Value::None),
        };
        return Ok(AwaitStep::Resume { generator, with });
    }
    let state = vm.generator(generator).state;
    if let Input::Raised(raised) = input {
        // Thrown in before it began, as by a cancellation: it never does what it is for.
        let with = Resume::Throw(raised);
        return Ok(AwaitStep::Resume { generator, with });
    }
    // One that sleeps at an await of its own is in the middle of another step.
    if state == GeneratorState::Running || vm.awaited_by(generator).is_some() {
        let text = match mode {
            Mode::Send(_) => "anext(): asynchronous generator is already running",
            Mode::Throw(_) => "athrow(): asynchronous generator is already running",
            Mode::Close => "aclose(): asynchronous generator is already running",
        };
        return Err(vm.runtime_error(text));
    }
    if state == GeneratorState::Created {
        vm.note_async_generator(generator);
    }
    let with = match mode {
        Mode::Send(value) => Resume::Send(value),
        // What has ended takes no exceptions any more, nor complains about them.
        Mode::Throw(_) if state == GeneratorState::Closed => {
            return Ok(AwaitStep::Return(Value::None));
        }
        Mode::Throw(raised) => Resume::Throw(raised),
        Mode::Close if state != GeneratorState::Suspended => {
            vm.close_generator(generator)?;
            return Ok(AwaitStep::Return(Value::None));
        }
        Mode::Close => Resume::Throw(Raised(vm.new_exception(classes::GENERATOR_EXIT, &[]))),
    };
    Ok(AwaitStep::Resume { generator, with })
}

/// `async_generator.__anext__()`
///
/// # Errors
///
/// None; it is a native function's body.
pub(crate) fn anext(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(new_step(vm, args[0], Mode::Send(Value::None)))
}

fn asend(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(new_step(vm, args[0], Mode::Send(args[1])))
}

fn athrow(vm: &mut Vm, args: &[Value]) -> PyResult {
    let raised = thrown(vm, args)?;
    Ok(new_step(vm, args[0], Mode::Throw(raised)))
}

fn aclose(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(new_step(vm, args[0], Mode::Close))
}

fn step_flow(vm: &mut Vm, id: ObjId, input: Input) -> PyResult<Flow> {
    match drive(vm, id, input)? {
        AwaitStep::Yield(value) | AwaitStep::Last(value) => Ok(Flow::Return(value)),
        AwaitStep::Return(value) => Err(vm.stop_iteration(value)),
        AwaitStep::Resume { generator, with } => Ok(Flow::Resume { generator, with }),
    }
}

fn step_next(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    step_flow(vm, id_of(args[0]), Input::Start)
}

fn step_send(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let input = if args[1].is_none() {
        Input::Start
    } else {
        Input::Returned(args[1])
    };
    step_flow(vm, id_of(args[0]), input)
}

fn step_throw(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let raised = thrown(vm, args)?;
    step_flow(vm, id_of(args[0]), Input::Raised(raised))
}

fn step_close(vm: &mut Vm, args: &[Value]) -> PyResult {
    step_mut(vm, id_of(args[0])).is_started = true;
    Ok(Value::None)
}

fn builtin_aiter(vm: &mut Vm, args: &[Value]) -> PyResult {
    match vm.special_flow(args[0], "__aiter__", &[])? {
        Some(flow) => vm.finish(flow),
        None => {
            let name = vm.type_name(args[0]);
            Err(vm.type_error(format_args!("'{name}' object is not an async iterable")))
        }
    }
}

fn builtin_anext(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let Some(flow) = vm.special_flow(args[0], "__anext__", &[])? else {
        let name = vm.type_name(args[0]);
        return Err(vm.type_error(format_args!("'{name}' object is not an async iterator")));
    };
    if args[1].is_unbound() {
        return Ok(flow);
    }
    let awaitable = vm.finish(flow)?;
    let step = NextOrDefault {
        awaitable,
        iter: Value::Unbound,
        default: args[1],
    };
    Ok(Flow::Return(Value::Obj(vm.heap.alloc(
        classes::ANEXT_AWAITABLE,
        Object::Foreign(Box::new(step)),
    ))))
}

/// The awaitable of `anext(iterator, default)`.
#[derive(Clone, Debug)]
struct NextOrDefault {
    awaitable: Value,
    /// What `await` drives, once it has begun.
    iter: Value,
    default: Value,
}

impl Foreign for NextOrDefault {
    fn clone_box(&self) -> Box<dyn Foreign> {
        Box::new(self.clone())
    }
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.awaitable);
        visit(self.default);
        if !self.iter.is_unbound() {
            visit(self.iter);
        }
    }
    fn hash_state(&self, hasher: &mut dyn Hasher) {
        hasher.write_u8(u8::from(self.iter.is_unbound()));
    }
    fn awaiter(&self) -> Option<AwaitFn> {
        Some(drive_with_default)
    }
}

fn drive_with_default(vm: &mut Vm, id: ObjId, input: Input) -> PyResult<AwaitStep> {
    let Object::Foreign(foreign) = vm.heap.get(id) else {
        unreachable!("an awaitable")
    };
    let this: &NextOrDefault = foreign.downcast_ref().expect("an awaitable of anext");
    let (awaitable, mut iter, default) = (this.awaitable, this.iter, this.default);
    if iter.is_unbound() {
        iter = vm.await_iter(awaitable)?;
        if let Object::Foreign(foreign) = vm.heap.get_mut(id)
            && let Some(this) = foreign.downcast_mut::<NextOrDefault>()
        {
            this.iter = iter;
        }
    }
    match drive_nested(vm, iter, input) {
        Err(raised) if vm.matches(&raised, classes::STOP_ASYNC_ITERATION) => {
            Ok(AwaitStep::Return(default))
        }
        step => step,
    }
}

/// One step of anything that `await` drives, run to its end: it never asks to resume a generator.
fn drive_nested(vm: &mut Vm, iter: Value, input: Input) -> PyResult<AwaitStep> {
    let sent = match input {
        Input::Returned(value) | Input::Yielded(value) => value,
        Input::Start | Input::Again | Input::Raised(_) => Value::None,
    };
    let with = match input {
        Input::Raised(raised) => Resume::Throw(raised),
        _ => Resume::Send(sent),
    };
    let step = match vm.heap.object(iter) {
        Some(Object::Generator(_)) => AwaitStep::Resume {
            generator: id_of(iter),
            with,
        },
        Some(Object::Foreign(foreign)) if let Some(awaiter) = foreign.awaiter() => {
            awaiter(vm, id_of(iter), input)?
        }
        _ => return call_step(vm, iter, with),
    };
    match step {
        AwaitStep::Resume { generator, with } => match vm.resume_generator(generator, with)? {
            GeneratorOutcome::Yielded(value) => Ok(AwaitStep::Yield(value)),
            GeneratorOutcome::Returned(value) => Ok(AwaitStep::Return(value)),
        },
        step => Ok(step),
    }
}

/// One step of an iterator that is the program's own.
fn call_step(vm: &mut Vm, iter: Value, with: Resume) -> PyResult<AwaitStep> {
    let result = match with {
        Resume::Throw(raised) => vm.call_method(iter, "throw", &[Value::Obj(raised.0)]),
        Resume::Send(Value::None) => vm.call_method(iter, "__next__", &[]),
        Resume::Send(value) => vm.call_method(iter, "send", &[value]),
    };
    match result {
        Ok(value) => Ok(AwaitStep::Yield(value)),
        Err(raised) if vm.matches(&raised, classes::STOP_ITERATION) => {
            let Raised(ending) = vm.caught(raised);
            Ok(AwaitStep::Return(vm.stop_iteration_value(ending)))
        }
        Err(raised) => Err(raised),
    }
}
