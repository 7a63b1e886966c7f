//! The methods of `Task`.

use loopscope_python::native::{Flow, NativeDef, PyResult};
use loopscope_python::object::{ObjId, Object, Value, classes};
use loopscope_python::vm::{Stream, Vm};

use crate::contextvars;
use crate::foreign::{attribute, raise};
use crate::future_methods::loop_argument;
use crate::futures::{Future, future_mut};
use crate::tasks::{self, Name, TaskOptions, as_task, task, task_mut};

fn this(vm: &mut Vm, args: &[Value]) -> PyResult<ObjId> {
    if let Some(id) = as_task(vm, args[0]) {
        return Ok(id);
    }
    raise(
        vm,
        classes::RUNTIME_ERROR,
        "Task object is not initialized.",
    )
}

fn init(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let [this, coroutine, event_loop, name, context, eager_start] = *args else {
        unreachable!("the signature has six parameters")
    };
    let id = crate::foreign::receiver::<Future>(vm, this, "_asyncio.Task")?;
    let event_loop = loop_argument(vm, event_loop)?;
    let mut future = Future::new(event_loop);
    future.set_origin(crate::futures::origin(vm, event_loop, None));
    *future_mut(vm, id) = future;
    let options = TaskOptions {
        name,
        context,
        eager_start: !eager_start.is_unbound() && vm.is_true(eager_start)?,
    };
    tasks::start(vm, id, coroutine, options, Value::None)
}

fn get_name(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    let name = task(vm, id).name.to_string();
    Ok(vm.heap.new_str(&name))
}

fn set_name(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    let name = vm.str_of(args[1])?;
    task_mut(vm, id).name = Name::Given(name);
    Ok(Value::None)
}

fn get_coro(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(task(vm, id).coroutine())
}

fn get_context(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    let is_current = crate::host::state(vm)
        .current_task
        .is_some_and(|(current, _)| current == id);
    if is_current {
        // The scope of the running task is the current one.
        return Ok(contextvars::current_object(vm).into());
    }
    let mut scope = std::mem::take(&mut task_mut(vm, id).scope);
    let context = contextvars::object_of(vm, &mut scope);
    task_mut(vm, id).scope = scope;
    Ok(context.into())
}

fn cancelling(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(Value::Int(i64::from(task(vm, id).n_cancels)))
}

fn uncancel(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(Value::Int(tasks::uncancel(vm, id).into()))
}

fn count(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn set_result(vm: &mut Vm, _: &[Value]) -> PyResult {
    let message = "Task does not support set_result operation";
    raise(vm, classes::RUNTIME_ERROR, message)
}

fn set_exception(vm: &mut Vm, _: &[Value]) -> PyResult {
    let message = "Task does not support set_exception operation";
    raise(vm, classes::RUNTIME_ERROR, message)
}

fn hash(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(Value::Int(count(task(vm, id).number.get())))
}

fn waiter(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(task(vm, id).waiter().map_or(Value::None, Value::Obj))
}

fn reports_destruction(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(task(vm, id).reports_destruction.into())
}

fn set_reports_destruction(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    task_mut(vm, id).reports_destruction = vm.is_true(args[1])?;
    Ok(Value::None)
}

/// The frames of a task, outermost first: of its coroutine, or of the exception that ended it.
fn get_stack(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    let limit = match args[1].bound().filter(|limit| !limit.is_none()) {
        Some(limit) => usize::try_from(vm.to_index(limit)?).unwrap_or(0),
        None => usize::MAX,
    };
    let coroutine = task(vm, id).coroutine();
    let frame = match vm.heap.object(coroutine) {
        Some(Object::Generator(_)) => coroutine.obj().and_then(|id| vm.generator_frame(id)),
        _ => None,
    };
    let mut frames = Vec::from_iter(frame);
    let exception = crate::futures::future(vm, id).exception();
    if let (true, Some(exception)) = (frames.is_empty(), exception) {
        let mut traceback = vm.traceback_of(exception);
        while !traceback.is_none() {
            frames.push(attribute(vm, traceback, "tb_frame")?);
            traceback = attribute(vm, traceback, "tb_next")?;
        }
    }
    frames.truncate(limit);
    Ok(vm.heap.new_list(frames))
}

fn print_stack(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    let text = vm.repr(id.into())?;
    let frames = get_stack(vm, args)?;
    let frames = match vm.heap.object(frames) {
        Some(Object::List(frames)) => frames.clone(),
        _ => Vec::new(),
    };
    let exception = crate::futures::future(vm, id).exception();
    let what = match (frames.is_empty(), exception) {
        (true, _) => "No stack",
        (false, Some(_)) => "Traceback",
        (false, None) => "Stack",
    };
    let end = if frames.is_empty() {
        ""
    } else {
        " (most recent call last):"
    };
    let head = format!("{what} for {text}{end}\n");
    let lines: String = (frames.into_iter())
        .map(|frame| vm.frame_text(frame))
        .collect();
    let last = exception.map_or_else(String::new, |error| vm.format_exception_only(error));
    // Without a file, CPython prints the frames to another one than what stands around them.
    let parts = [
        (Stream::Stdout, head),
        (Stream::Stderr, lines),
        (Stream::Stdout, last),
    ];
    let file = args[2].bound().filter(|file| !file.is_none());
    for (stream, text) in parts.into_iter().filter(|(_, text)| !text.is_empty()) {
        match file {
            Some(file) => {
                let text = vm.heap.new_str(&text);
                vm.call_method(file, "write", &[text])?;
            }
            None => vm.write(stream, &text)?,
        }
    }
    Ok(Value::None)
}

pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::flow(
        "__init__",
        "self, coro, /, *, loop?, name?, context?, eager_start?",
        init,
    ),
    NativeDef::new("__hash__", "self, /", hash),
    NativeDef::new("get_name", "self, /", get_name),
    NativeDef::new("set_name", "self, value, /", set_name),
    NativeDef::new("get_coro", "self, /", get_coro),
    NativeDef::new("get_context", "self, /", get_context),
    NativeDef::new("cancelling", "self, /", cancelling),
    NativeDef::new("uncancel", "self, /", uncancel),
    NativeDef::new("set_result", "self, result, /", set_result),
    NativeDef::new("set_exception", "self, exception, /", set_exception),
    NativeDef::new("get_stack", "self, /, *, limit?", get_stack),
    NativeDef::new("print_stack", "self, /, *, limit?, file?", print_stack),
    NativeDef::getter("_coro", get_coro),
    NativeDef::getter("_fut_waiter", waiter),
    NativeDef::getter("_log_destroy_pending", reports_destruction),
    NativeDef::new(
        "_log_destroy_pending",
        "self, value, /",
        set_reports_destruction,
    )
    .kind(loopscope_python::native::NativeKind::Setter),
];
