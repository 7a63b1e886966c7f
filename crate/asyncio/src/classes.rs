//! The native classes of this crate, made in each machine when they are first imported.

use loopscope_python::native::NativeDef;
use loopscope_python::object::{Dict, Layout, ObjId, Object, Type, Value, classes};
use loopscope_python::vm::Vm;

use crate::host::{state, state_mut};
use crate::{contextvars, events, future_methods, loop_methods, task_methods};

/// Names of attributes of the Python sources' objects, interned.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Names {
    pub(crate) finished: ObjId,
    pub(crate) getters: ObjId,
    pub(crate) is_shutdown: ObjId,
    pub(crate) event_loop: ObjId,
    pub(crate) maxsize: ObjId,
    pub(crate) putters: ObjId,
    pub(crate) queue: ObjId,
    pub(crate) unfinished_tasks: ObjId,
    pub(crate) value: ObjId,
}

impl Names {
    fn new(mut intern: impl FnMut(&str) -> ObjId) -> Self {
        Self {
            finished: intern("_finished"),
            getters: intern("_getters"),
            is_shutdown: intern("_is_shutdown"),
            event_loop: intern("_loop"),
            maxsize: intern("_maxsize"),
            putters: intern("_putters"),
            queue: intern("_queue"),
            unfinished_tasks: intern("_unfinished_tasks"),
            value: intern("_value"),
        }
    }
}

/// Where the classes are, and functions of the Python sources that Rust calls.
#[derive(Clone, Debug)]
pub(crate) struct Classes {
    is_made: bool,
    pub(crate) names: Names,
    pub(crate) context: ObjId,
    pub(crate) context_var: ObjId,
    pub(crate) token: ObjId,
    /// `Token.MISSING`
    pub(crate) missing: Value,
    pub(crate) abstract_event_loop: ObjId,
    pub(crate) base_event_loop: ObjId,
    pub(crate) event_loop: ObjId,
    pub(crate) handle: ObjId,
    pub(crate) timer_handle: ObjId,
    pub(crate) thread_safe_handle: ObjId,
    pub(crate) future: ObjId,
    pub(crate) future_iter: ObjId,
    pub(crate) task: ObjId,
    pub(crate) gathering_future: ObjId,
    pub(crate) give_way: ObjId,
    pub(crate) cancelled_error: ObjId,
    pub(crate) invalid_state: ObjId,
    /// `_wrap_awaitable(awaitable)`, a coroutine function.
    pub(crate) wrap_awaitable: Value,
    /// A function whose lines name the places in CPython's library that native code stands for.
    pub(crate) native_frames: Value,
    /// `call_exception_handler(loop, context)`
    pub(crate) call_exception_handler: Value,
    /// `_step_callback(has_waited)`
    pub(crate) step_callback: Value,
}

impl Default for Classes {
    fn default() -> Self {
        let none = classes::OBJECT;
        Self {
            is_made: false,
            names: Names::new(|_| none),
            context: none,
            context_var: none,
            token: none,
            missing: Value::None,
            abstract_event_loop: none,
            base_event_loop: none,
            event_loop: none,
            handle: none,
            timer_handle: none,
            thread_safe_handle: none,
            future: none,
            future_iter: none,
            task: none,
            gathering_future: none,
            give_way: none,
            cancelled_error: none,
            invalid_state: none,
            wrap_awaitable: Value::None,
            native_frames: Value::None,
            call_exception_handler: Value::None,
            step_callback: Value::None,
        }
    }
}

impl Classes {
    pub(crate) fn trace(&self, visit: &mut dyn FnMut(Value)) {
        let ids = [
            self.context,
            self.context_var,
            self.token,
            self.abstract_event_loop,
            self.base_event_loop,
            self.event_loop,
            self.handle,
            self.timer_handle,
            self.thread_safe_handle,
            self.future,
            self.future_iter,
            self.task,
            self.gathering_future,
            self.give_way,
            self.cancelled_error,
            self.invalid_state,
        ];
        for id in ids {
            visit(id.into());
        }
        visit(self.missing);
        visit(self.wrap_awaitable);
        visit(self.native_frames);
        visit(self.call_exception_handler);
        visit(self.step_callback);
    }
}

/// A class to be made.
struct Spec {
    module: &'static str,
    name: &'static str,
    base: ObjId,
    /// Whether programs may derive from it, and instances have attributes of their own.
    is_open: bool,
    methods: &'static [NativeDef],
}

fn make(vm: &mut Vm, spec: &Spec) -> ObjId {
    let dict = vm.heap.new_dict(Dict::default());
    let dict = dict.obj().expect("dicts are objects");
    let mut mro = vec![classes::OBJECT];
    mro.extend(vm.heap.type_ref(spec.base).mro.iter());
    let class = Type {
        name: spec.name.into(),
        qualname: spec.name.into(),
        module: spec.module.into(),
        bases: vec![spec.base],
        mro: [].into(),
        dict,
        layout: if spec.is_open {
            Layout::Foreign
        } else {
            Layout::Closed
        },
        is_heap: false,
        has_dict: spec.is_open,
        has_finalizer: false,
        subclasses: Vec::new(),
    };
    let id = vm.heap.alloc(classes::TYPE, Object::Type(Box::new(class)));
    mro[0] = id;
    vm.heap.type_mut(id).mro = mro.into();
    vm.heap.type_mut(spec.base).subclasses.push(id);
    vm.add_methods(id, spec.methods);
    id
}

/// Makes the classes if this machine does not have them yet.
pub(crate) fn make_all(vm: &mut Vm) {
    if state(vm).classes.is_made {
        return;
    }
    let names = Names::new(|name| vm.heap.intern(name));
    let mut make_one = |module, name, base, is_open, methods| {
        let spec = Spec {
            module,
            name,
            base,
            is_open,
            methods,
        };
        make(vm, &spec)
    };
    let object = classes::OBJECT;
    let no_methods: &[NativeDef] = &[];
    let (vars, native) = ("_contextvars", "_asyncio");
    let mut made = Classes {
        is_made: true,
        names,
        context: make_one(vars, "Context", object, false, contextvars::CONTEXT_METHODS),
        context_var: make_one(vars, "ContextVar", object, false, contextvars::VAR_METHODS),
        token: make_one(vars, "Token", object, false, contextvars::TOKEN_METHODS),
        handle: make_one(
            "asyncio.events",
            "Handle",
            object,
            true,
            events::HANDLE_METHODS,
        ),
        future: make_one(native, "Future", object, true, future_methods::METHODS),
        future_iter: make_one(
            native,
            "FutureIter",
            object,
            false,
            future_methods::ITER_METHODS,
        ),
        abstract_event_loop: make_one(
            "asyncio.events",
            "AbstractEventLoop",
            object,
            true,
            no_methods,
        ),
        give_way: make_one("asyncio.tasks", "_GiveWay", object, false, no_methods),
        ..Classes::default()
    };
    let missing = make_one(
        vars,
        "_MissingType",
        object,
        false,
        contextvars::MISSING_METHODS,
    );
    made.timer_handle = make_one(
        "asyncio.events",
        "TimerHandle",
        made.handle,
        true,
        events::TIMER_METHODS,
    );
    made.thread_safe_handle = make_one(
        "asyncio.events",
        "_ThreadSafeHandle",
        made.handle,
        true,
        no_methods,
    );
    made.task = make_one(native, "Task", made.future, true, task_methods::METHODS);
    made.gathering_future = make_one(
        "asyncio.tasks",
        "_GatheringFuture",
        made.future,
        true,
        no_methods,
    );
    made.base_event_loop = make_one(
        "asyncio.base_events",
        "BaseEventLoop",
        made.abstract_event_loop,
        true,
        loop_methods::METHODS,
    );
    let selector = make_one(
        "asyncio.selector_events",
        "BaseSelectorEventLoop",
        made.base_event_loop,
        true,
        no_methods,
    );
    made.event_loop = make_one(
        "asyncio.unix_events",
        "_UnixSelectorEventLoop",
        selector,
        true,
        no_methods,
    );
    made.missing = vm
        .heap
        .alloc(
            missing,
            Object::Instance(loopscope_python::object::Attributes::default()),
        )
        .into();
    let key = vm.heap.intern("MISSING");
    let token = vm.heap.type_ref(made.token).dict;
    vm.heap.dict_set_name(token, key, made.missing);
    state_mut(vm).classes = made;
}
