//! `contextvars`: values that each task and callback has for itself.
//!
//! A context that no program has asked for is only its variables ([`Scope::Plain`]), so that a
//! callback costs no object.

use std::rc::Rc;

use loopscope_python::native::{Flow, Input, NativeDef, NativeFrame, NativeKind, PyResult};
use loopscope_python::object::{Foreign, Link, Marks, ObjId, Value, classes};
use loopscope_python::vm::Vm;

use crate::foreign::{alloc, foreign_basics, get, get_mut, id_of, raise, receiver};
use crate::host::{state, state_mut};

/// The variables that are set, in the order of their first setting; shared until one changes.
pub(crate) type Vars = Option<Rc<[(ObjId, Value)]>>;

/// A context to run in.
#[derive(Clone, Debug, Hash)]
pub(crate) enum Scope {
    /// A copy that only its owner knows.
    Plain(Vars),
    /// A `Context` object.
    Object(Link),
}

impl Default for Scope {
    fn default() -> Self {
        Self::Plain(None)
    }
}

impl Scope {
    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn trace(&self, visit: &mut dyn FnMut(Value)) {
        match self {
            Self::Plain(vars) => trace_vars(vars, visit),
            Self::Object(link) => visit((*link).into()),
        }
    }
}

fn trace_vars(vars: &Vars, visit: &mut dyn FnMut(Value)) {
    for &(var, value) in vars.as_deref().unwrap_or_default() {
        visit(Value::Obj(var));
        visit(value);
    }
}

/// A `Context`.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Context {
    vars: Vars,
    /// Whether code runs in it now.
    is_entered: bool,
}

impl Foreign for Context {
    foreign_basics!();
    #[cfg_attr(engine, optimize(speed))]
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        trace_vars(&self.vars, visit);
    }
}

/// A `ContextVar`.
#[derive(Clone, Debug, Hash)]
struct ContextVar {
    name: Value,
    /// Unbound if there is none.
    default: Value,
}

impl Foreign for ContextVar {
    foreign_basics!();
    #[cfg_attr(engine, optimize(speed))]
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.name);
        visit(self.default);
    }
}

/// A `Token`.
#[derive(Clone, Debug, Hash)]
struct Token {
    var: ObjId,
    context: Value,
    /// Unbound if the variable was not set.
    old: Value,
    is_used: bool,
}

impl Foreign for Token {
    foreign_basics!();
    #[cfg_attr(engine, optimize(speed))]
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Obj(self.var));
        visit(self.context);
        visit(self.old);
    }
}

/// The variables of a scope as they are now.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn vars_of(vm: &Vm, scope: &Scope) -> Vars {
    match scope {
        Scope::Plain(vars) => vars.clone(),
        Scope::Object(link) => {
            get::<Context>(vm, link.id()).and_then(|context| context.vars.clone())
        }
    }
}

/// A copy of the current context.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn copy_current(vm: &Vm) -> Scope {
    Scope::Plain(vars_of(vm, &state(vm).scope))
}

/// The context given to a function of asyncio, or a copy of the current one.
///
/// # Errors
///
/// `TypeError` for what is not a context.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn scope_argument(vm: &mut Vm, value: Value) -> PyResult<Scope> {
    if value.is_unbound() || value.is_none() {
        return Ok(copy_current(vm));
    }
    match id_of::<Context>(vm, value) {
        Some(id) => Ok(Scope::Object(id.into())),
        None => raise(vm, classes::TYPE_ERROR, "a context is required"),
    }
}

/// The `Context` object of a scope, which takes the place of a plain one.
pub(crate) fn object_of(vm: &mut Vm, scope: &mut Scope) -> ObjId {
    match scope {
        Scope::Object(link) => link.id(),
        Scope::Plain(vars) => {
            let context = Context {
                vars: vars.take(),
                is_entered: false,
            };
            let class = state(vm).classes.context;
            let id = alloc(vm, class, context);
            *scope = Scope::Object(id.into());
            id
        }
    }
}

/// The `Context` object of the current scope.
pub(crate) fn current_object(vm: &mut Vm) -> ObjId {
    let mut scope = std::mem::take(&mut state_mut(vm).scope);
    let context = object_of(vm, &mut scope);
    state_mut(vm).scope = scope;
    if let Some(context) = get_mut::<Context>(vm, context) {
        context.is_entered = true;
    }
    context
}

/// Makes a scope the current one; returns the one before, for [`leave`].
///
/// # Errors
///
/// `RuntimeError` if code runs in the context already.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn enter(vm: &mut Vm, scope: Scope) -> PyResult<Scope> {
    if let Scope::Object(link) = scope
        && let Some(context) = get_mut::<Context>(vm, link.id())
        && std::mem::replace(&mut context.is_entered, true)
    {
        let text = vm.repr(link.into())?;
        return raise(
            vm,
            classes::RUNTIME_ERROR,
            &format!("cannot enter context: {text} is already entered"),
        );
    }
    Ok(std::mem::replace(&mut state_mut(vm).scope, scope))
}

/// Goes back to the scope before; returns the one that was left, with what was set in it.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn leave(vm: &mut Vm, before: Scope) -> Scope {
    let scope = std::mem::replace(&mut state_mut(vm).scope, before);
    left(vm, &scope);
    scope
}

/// Notes that a scope is no longer the current one.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn left(vm: &mut Vm, scope: &Scope) {
    if let Scope::Object(link) = *scope
        && let Some(context) = get_mut::<Context>(vm, link.id())
    {
        context.is_entered = false;
    }
}

fn current_value(vm: &Vm, var: ObjId) -> Option<Value> {
    find(&vars_of(vm, &state(vm).scope), var)
}

fn find(vars: &Vars, var: ObjId) -> Option<Value> {
    let vars = vars.as_deref()?;
    vars.iter()
        .find(|(known, _)| *known == var)
        .map(|(_, value)| *value)
}

/// Sets a variable in the current scope; an unbound value removes it.
fn assign(vm: &mut Vm, var: ObjId, value: Value) {
    let mut vars: Vec<_> = vars_of(vm, &state(vm).scope)
        .as_deref()
        .unwrap_or_default()
        .to_vec();
    match vars.iter().position(|(known, _)| *known == var) {
        Some(index) if value.is_unbound() => drop(vars.remove(index)),
        Some(index) => vars[index].1 = value,
        None if value.is_unbound() => {}
        None => vars.push((var, value)),
    }
    let vars = Some(vars.into());
    match state(vm).scope {
        Scope::Plain(_) => state_mut(vm).scope = Scope::Plain(vars),
        Scope::Object(link) => {
            if let Some(context) = get_mut::<Context>(vm, link.id()) {
                context.vars = vars;
            }
        }
    }
}

/// A call that has not been made yet: callee, arguments, keyword arguments.
type PendingCall = (Value, Vec<Value>, Vec<(ObjId, Value)>);

/// `Context.run`: runs a function in the context, on the machine's stack.
#[derive(Clone, Debug)]
struct ContextRun {
    before: Scope,
    call: Option<PendingCall>,
}

impl NativeFrame for ContextRun {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        let outcome = match (input, self.call.take()) {
            (Input::Returned(value), _) => Ok(Flow::Return(value)),
            (Input::Raised(raised), _) => Err(vm.raising(raised)),
            (_, Some((callee, args, keywords))) => vm.call_flow(callee, args, keywords),
            (_, None) => Ok(Flow::Return(Value::None)),
        };
        if matches!(outcome, Err(_) | Ok(Flow::Return(_))) {
            leave(vm, std::mem::take(&mut self.before));
        }
        outcome
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    #[cfg_attr(engine, optimize(speed))]
    fn trace(&self, marks: &mut Marks) {
        self.before.trace(&mut |value| marks.value(value));
        if let Some((callee, args, keywords)) = &self.call {
            marks.value(*callee);
            marks.values(args);
            for (_, value) in keywords {
                marks.value(*value);
            }
        }
    }
}

/// Arguments of a native with `*args` and `**keywords` behind `n` named parameters.
pub(crate) fn keyword_pairs(vm: &Vm, options: Value) -> Vec<(ObjId, Value)> {
    let Some(dict) = options.obj() else {
        return Vec::new();
    };
    vm.heap
        .dict(dict)
        .iter()
        .filter_map(|entry| Some((entry.key.obj()?, entry.value)))
        .collect()
}

fn run(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let [this, callee, options, rest @ ..] = args else {
        unreachable!("the signature has two parameters and options")
    };
    let id = receiver::<Context>(vm, *this, "Context")?;
    let keywords = keyword_pairs(vm, *options);
    let before = enter(vm, Scope::Object(id.into()))?;
    Ok(Flow::Enter(Box::new(ContextRun {
        before,
        call: Some((*callee, rest.to_vec(), keywords)),
    })))
}

fn new_context(vm: &mut Vm, args: &[Value]) -> PyResult {
    let class = args[0].obj().unwrap_or(state(vm).classes.context);
    let context = Context {
        vars: None,
        is_entered: false,
    };
    Ok(alloc(vm, class, context).into())
}

fn copy_context(vm: &mut Vm, _: &[Value]) -> PyResult {
    let mut scope = copy_current(vm);
    Ok(object_of(vm, &mut scope).into())
}

fn vars_of_receiver(vm: &mut Vm, this: Value) -> PyResult<Vars> {
    let id = receiver::<Context>(vm, this, "Context")?;
    Ok(get::<Context>(vm, id).and_then(|context| context.vars.clone()))
}

fn context_copy(vm: &mut Vm, args: &[Value]) -> PyResult {
    let mut scope = Scope::Plain(vars_of_receiver(vm, args[0])?);
    Ok(object_of(vm, &mut scope).into())
}

fn context_find(vm: &mut Vm, args: &[Value]) -> PyResult<Option<Value>> {
    let vars = vars_of_receiver(vm, args[0])?;
    let Some(var) = id_of::<ContextVar>(vm, args[1]) else {
        let text = vm.repr(args[1])?;
        let message = format!("a ContextVar key was expected, got {text}");
        return raise(vm, classes::TYPE_ERROR, &message);
    };
    Ok(find(&vars, var))
}

fn context_item(vm: &mut Vm, args: &[Value]) -> PyResult {
    match context_find(vm, args)? {
        Some(value) => Ok(value),
        None => Err(vm.key_error(args[1])),
    }
}

fn context_get(vm: &mut Vm, args: &[Value]) -> PyResult {
    let default = args[2].bound().unwrap_or(Value::None);
    Ok(context_find(vm, args)?.unwrap_or(default))
}

fn context_contains(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(context_find(vm, args)?.is_some().into())
}

fn context_len(vm: &mut Vm, args: &[Value]) -> PyResult {
    let n = vars_of_receiver(vm, args[0])?.map_or(0, |vars| vars.len());
    Ok(Value::Int(i64::try_from(n).unwrap_or(i64::MAX)))
}

fn context_keys(vm: &mut Vm, args: &[Value]) -> PyResult {
    let vars = vars_of_receiver(vm, args[0])?;
    let vars = vars.as_deref().unwrap_or_default();
    Ok(vm
        .heap
        .new_list(vars.iter().map(|&(var, _)| var.into()).collect()))
}

fn context_iter(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let keys = context_keys(vm, args)?;
    vm.iter_flow(keys)
}

fn context_values(vm: &mut Vm, args: &[Value]) -> PyResult {
    let vars = vars_of_receiver(vm, args[0])?;
    let vars = vars.as_deref().unwrap_or_default();
    Ok(vm
        .heap
        .new_list(vars.iter().map(|&(_, value)| value).collect()))
}

fn context_items(vm: &mut Vm, args: &[Value]) -> PyResult {
    let vars = vars_of_receiver(vm, args[0])?;
    let vars = vars.as_deref().unwrap_or_default();
    let pairs = vars
        .iter()
        .map(|&(var, value)| vm.heap.new_tuple(&[var.into(), value]))
        .collect();
    Ok(vm.heap.new_list(pairs))
}

fn new_var(vm: &mut Vm, args: &[Value]) -> PyResult {
    if vm.heap.str(args[1]).is_none() {
        return raise(
            vm,
            classes::TYPE_ERROR,
            "context variable name must be a str",
        );
    }
    let class = args[0].obj().unwrap_or(state(vm).classes.context_var);
    let var = ContextVar {
        name: args[1],
        default: args[2],
    };
    Ok(alloc(vm, class, var).into())
}

fn var_get(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = receiver::<ContextVar>(vm, args[0], "ContextVar")?;
    let default = get::<ContextVar>(vm, id).and_then(|var| var.default.bound());
    let found = current_value(vm, id).or(args[1].bound()).or(default);
    if let Some(value) = found {
        return Ok(value);
    }
    Err(vm.raise_new(classes::LOOKUP_ERROR, &[args[0]]))
}

fn var_set(vm: &mut Vm, args: &[Value]) -> PyResult {
    let var = receiver::<ContextVar>(vm, args[0], "ContextVar")?;
    let context = current_object(vm);
    let old = current_value(vm, var).unwrap_or(Value::Unbound);
    assign(vm, var, args[1]);
    let class = state(vm).classes.token;
    let token = Token {
        var,
        context: context.into(),
        old,
        is_used: false,
    };
    Ok(alloc(vm, class, token).into())
}

fn var_reset(vm: &mut Vm, args: &[Value]) -> PyResult {
    let var = receiver::<ContextVar>(vm, args[0], "ContextVar")?;
    let Some(id) = id_of::<Token>(vm, args[1]) else {
        let found = vm.type_name(args[1]);
        let message = format!("expected an instance of Token, got <class '{found}'>");
        return raise(vm, classes::TYPE_ERROR, &message);
    };
    reset(vm, var, id)
}

fn reset(vm: &mut Vm, var: ObjId, token: ObjId) -> PyResult {
    let current = match state(vm).scope {
        Scope::Object(id) => Some(id),
        Scope::Plain(_) => None,
    };
    let Some(Token {
        var: owner,
        context,
        old,
        is_used,
    }) = get::<Token>(vm, token).cloned()
    else {
        return Ok(Value::None);
    };
    let text = vm.repr(Value::Obj(token))?;
    if is_used {
        let message = format!("{text} has already been used once");
        return raise(vm, classes::RUNTIME_ERROR, &message);
    }
    if owner != var {
        let message = format!("{text} was created by a different ContextVar");
        return raise(vm, classes::VALUE_ERROR, &message);
    }
    if context.obj() != current.map(Link::id) {
        let message = format!("{text} was created in a different Context");
        return raise(vm, classes::VALUE_ERROR, &message);
    }
    if let Some(token) = get_mut::<Token>(vm, token) {
        token.is_used = true;
    }
    assign(vm, var, old);
    Ok(Value::None)
}

fn var_repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = receiver::<ContextVar>(vm, args[0], "ContextVar")?;
    let Some(ContextVar { name, default }) = get::<ContextVar>(vm, id).cloned() else {
        return Ok(Value::None);
    };
    let name = vm.repr(name)?;
    let default = match default.bound() {
        Some(default) => format!(" default={}", vm.repr(default)?),
        None => String::new(),
    };
    let text = format!("<ContextVar name={name}{default} at {:#x}>", vm.address(id));
    Ok(vm.heap.new_str(&text))
}

fn var_name(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = receiver::<ContextVar>(vm, args[0], "ContextVar")?;
    Ok(get::<ContextVar>(vm, id).map_or(Value::None, |var| var.name))
}

fn token_var(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = receiver::<Token>(vm, args[0], "Token")?;
    Ok(get::<Token>(vm, id).map_or(Value::None, |token| token.var.into()))
}

fn token_old_value(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = receiver::<Token>(vm, args[0], "Token")?;
    let old = get::<Token>(vm, id).and_then(|token| token.old.bound());
    Ok(old.unwrap_or(state(vm).classes.missing))
}

fn token_repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = receiver::<Token>(vm, args[0], "Token")?;
    let Some(token) = get::<Token>(vm, id) else {
        return Ok(Value::None);
    };
    let (var, used) = (token.var, if token.is_used { " used" } else { "" });
    let var = vm.repr(var.into())?;
    let text = format!("<Token{used} var={var} at {:#x}>", vm.address(id));
    Ok(vm.heap.new_str(&text))
}

fn token_enter(_: &mut Vm, args: &[Value]) -> PyResult {
    Ok(args[0])
}

fn token_exit(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = receiver::<Token>(vm, args[0], "Token")?;
    let var = get::<Token>(vm, id).map(|token| token.var);
    var.map_or(Ok(Value::None), |var| reset(vm, var, id))
}

fn missing_repr(vm: &mut Vm, _: &[Value]) -> PyResult {
    Ok(vm.heap.new_str("<Token.MISSING>"))
}

pub(crate) static CONTEXT_METHODS: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, /", new_context).kind(NativeKind::Static),
    NativeDef::flow("run", "self, callable, /, *args, **kwargs", run),
    NativeDef::new("copy", "self, /", context_copy),
    NativeDef::new("get", "self, key, default?, /", context_get),
    NativeDef::new("__getitem__", "self, key, /", context_item),
    NativeDef::new("__contains__", "self, key, /", context_contains),
    NativeDef::new("__len__", "self, /", context_len),
    NativeDef::flow("__iter__", "self, /", context_iter),
    NativeDef::new("keys", "self, /", context_keys),
    NativeDef::new("values", "self, /", context_values),
    NativeDef::new("items", "self, /", context_items),
];

pub(crate) static VAR_METHODS: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, name, /, *, default?", new_var).kind(NativeKind::Static),
    NativeDef::new("get", "self, default?, /", var_get),
    NativeDef::new("set", "self, value, /", var_set),
    NativeDef::new("reset", "self, token, /", var_reset),
    NativeDef::new("__repr__", "self, /", var_repr),
    NativeDef::getter("name", var_name),
];

pub(crate) static TOKEN_METHODS: &[NativeDef] = &[
    NativeDef::getter("var", token_var),
    NativeDef::getter("old_value", token_old_value),
    NativeDef::new("__repr__", "self, /", token_repr),
    NativeDef::new("__enter__", "self, /", token_enter),
    NativeDef::new("__exit__", "self, type?, value?, traceback?, /", token_exit),
];

pub(crate) static MISSING_METHODS: &[NativeDef] =
    &[NativeDef::new("__repr__", "self, /", missing_repr)];

pub(crate) static FUNCTIONS: &[NativeDef] = &[NativeDef::new("copy_context", "", copy_context)];
