//! Built-in functions that ask one thing of their argument.

use crate::native::{Flow, Input, NativeDef, PyResult, Resume};
use crate::object::{GeneratorState, Iter, Object, Value, classes};
use crate::vm::Vm;
use crate::vm::then::Context;

pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::flow("len", "obj, /", |vm, args| vm.length_flow(args[0])),
    NativeDef::new("repr", "obj, /", |vm, args| {
        let text = vm.repr(args[0])?;
        Ok(vm.heap.new_str_rc(text))
    }),
    NativeDef::new("ascii", "obj, /", |vm, args| {
        let text = vm.ascii_of(args[0])?;
        Ok(vm.heap.new_str_rc(text))
    }),
    NativeDef::new("hash", "obj, /", |vm, args| {
        vm.hash(args[0]).map(Value::Int)
    }),
    NativeDef::new("id", "obj, /", |vm, args| {
        Ok(Value::Int(vm.identity(args[0])))
    }),
    NativeDef::flow("iter", "object, sentinel?, /", iter),
    NativeDef::flow("next", "iterator, default?, /", next),
    NativeDef::flow("format", "value, format_spec?, /", |vm, args| {
        vm.format_flow(args[0], args[1])
    }),
    NativeDef::flow("open", "*args, **options", open),
    NativeDef::new("breakpoint", "*args, **options", |vm, _| {
        let text = "breakpoint() has no debugger here: step through the program instead";
        Err(vm.raise(classes::NOT_IMPLEMENTED_ERROR, text))
    }),
];

fn iter(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    if args[1].is_unbound() {
        return vm.iter_flow(args[0]);
    }
    if !vm.is_callable(args[0]) {
        return Err(vm.type_error("iter(v, w): v must be callable"));
    }
    let iter = Iter::Callable {
        callable: args[0],
        sentinel: args[1],
    };
    Ok(Flow::Return(
        vm.heap.new_iter(classes::CALLABLE_ITERATOR, iter),
    ))
}

fn next(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let (iter, default) = (args[0], args[1]);
    if let Value::Obj(id) = iter {
        match vm.heap.get(id) {
            Object::Iterator(_) => {
                return match (vm.iter_next_native(id)?, default) {
                    (Some(item), _) => Ok(Flow::Return(item)),
                    (None, Value::Unbound) => Err(vm.stop_iteration(Value::None)),
                    (None, default) => Ok(Flow::Return(default)),
                };
            }
            Object::Generator(generator)
                if vm.heap.class_of(id) == classes::GENERATOR
                    && generator.state != GeneratorState::Running =>
            {
                let flow = Flow::Resume {
                    generator: id,
                    with: Resume::Send(Value::None),
                };
                if default.is_unbound() {
                    return Ok(flow);
                }
                return vm.then(Ok(flow), [default; 3], or_default);
            }
            _ => {}
        }
    }
    let flow = match vm.special_flow(iter, "__next__", &[]) {
        Ok(Some(flow)) => Ok(flow),
        Ok(None) => {
            let name = vm.type_name(iter);
            return Err(vm.type_error(format_args!("'{name}' object is not an iterator")));
        }
        Err(raised) => Err(raised),
    };
    if default.is_unbound() {
        return flow;
    }
    vm.then(flow, [default, iter, Value::None], or_default_of_call)
}

/// A generator yielded, or ended and the default counts.
fn or_default(vm: &mut Vm, [default, ..]: Context, outcome: Input) -> PyResult<Flow> {
    match outcome {
        Input::Returned(_) => Ok(Flow::Return(default)),
        Input::Yielded(value) => Ok(Flow::Return(value)),
        Input::Raised(raised) if vm.exception_matches(raised, classes::STOP_ITERATION) => {
            Ok(Flow::Return(default))
        }
        Input::Raised(raised) => Err(vm.raising(raised)),
        Input::Start | Input::Again => unreachable!("a continuation gets an outcome"),
    }
}

/// `__next__` returned, or raised `StopIteration` and the default counts.
fn or_default_of_call(vm: &mut Vm, [default, ..]: Context, outcome: Input) -> PyResult<Flow> {
    match outcome {
        Input::Returned(value) | Input::Yielded(value) => Ok(Flow::Return(value)),
        Input::Raised(raised) if vm.exception_matches(raised, classes::STOP_ITERATION) => {
            Ok(Flow::Return(default))
        }
        Input::Raised(raised) => Err(vm.raising(raised)),
        Input::Start | Input::Again => unreachable!("a continuation gets an outcome"),
    }
}

/// Files are the library's business.
fn open(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let [options, ref values @ ..] = *args else {
        unreachable!("the signature has one name")
    };
    let module = vm.import_module("_files")?;
    let name = vm.heap.intern("open");
    let callee = vm.get_attr(Value::Obj(module), name)?;
    Ok(Flow::CallKeywords {
        callee,
        args: values.to_vec(),
        keywords: vm.keywords_of(options),
    })
}

impl Vm {
    /// `callable(value)`
    pub fn is_callable(&mut self, value: Value) -> bool {
        matches!(
            self.heap.object(value),
            Some(
                Object::Function(_) | Object::Native(_) | Object::BoundMethod(_) | Object::Type(_)
            )
        ) || self.lookup_special(value, "__call__").is_some()
    }
}
