//! Binding arguments to parameters, with CPython's messages.

use std::rc::Rc;

use super::Vm;
use crate::code::Parameters;
use crate::native::{NativeFunction, PyResult, Raising};
use crate::object::{Dict, Function, ObjId, Object, Value};

impl Vm {
    /// The values of a Python function's parameter registers for a call.
    pub(super) fn bind_arguments(
        &mut self,
        function: ObjId,
        args: &[Value],
        keywords: &[(ObjId, Value)],
    ) -> PyResult<Vec<Value>> {
        let Object::Function(object) = self.heap.get(function) else {
            unreachable!("a function")
        };
        let object = Function::clone(object);
        if object.unit.code.kind == crate::code::CodeKind::Class {
            return Ok(args.to_vec());
        }
        let p = object.unit.code.parameters;
        let n_positional = usize::from(p.n_positional);
        let mut slots = vec![Value::Unbound; usize::from(p.n_registers())];
        let n_given = args.len().min(n_positional);
        slots[..n_given].copy_from_slice(&args[..n_given]);
        if p.has_var_positional {
            let rest = self.heap.new_tuple(&args[n_given..]);
            slots[n_positional + usize::from(p.n_keyword_only)] = rest;
        }
        self.bind_keywords(&object, &mut slots, keywords)?;
        if args.len() > n_positional && !p.has_var_positional {
            return Err(self.too_many_positional(&object, args.len(), &slots));
        }
        self.fill_defaults(&object, &mut slots, n_given)?;
        Ok(slots)
    }

    fn bind_keywords(
        &mut self,
        function: &Function,
        slots: &mut [Value],
        keywords: &[(ObjId, Value)],
    ) -> PyResult<()> {
        let code = Rc::clone(&function.unit.code);
        let p = code.parameters;
        let n_named = usize::from(p.n_positional + p.n_keyword_only);
        let mut options = p.has_var_keyword.then(Dict::default);
        for &(name, value) in keywords {
            let text = Rc::clone(self.heap.text(name));
            let place = code.locals[..n_named]
                .iter()
                .position(|local| *local == text);
            match (place, &mut options) {
                (Some(place), _) if place >= usize::from(p.n_positional_only) => {
                    if !slots[place].is_unbound() {
                        let qualname = self.function_name(function);
                        let message =
                            format!("{qualname}() got multiple values for argument '{text}'");
                        return Err(self.type_error(&message));
                    }
                    slots[place] = value;
                }
                (_, Some(options)) => {
                    options.insert_new(self.heap.str_hash(name), Value::Obj(name), value);
                }
                (_, None) => {
                    let known = &code.locals[..n_named];
                    return Err(self.unexpected_keyword(function, &text, known, keywords));
                }
            }
        }
        if let Some(options) = options {
            *slots.last_mut().expect("`**` has a register") = self.heap.new_dict(options);
        }
        Ok(())
    }

    /// The error of a keyword that is not taken; speaks of those that are positional-only first.
    fn unexpected_keyword(
        &mut self,
        function: &Function,
        name: &str,
        known: &[Rc<str>],
        keywords: &[(ObjId, Value)],
    ) -> Raising {
        let qualname = self.function_name(function);
        let n_positional_only = usize::from(function.unit.code.parameters.n_positional_only);
        let wrongly_named: Vec<&str> = known[..n_positional_only]
            .iter()
            .filter(|known| {
                keywords
                    .iter()
                    .any(|&(name, _)| self.heap.text(name) == *known)
            })
            .map(|name| &**name)
            .collect();
        if !wrongly_named.is_empty() {
            let names = wrongly_named.join(", ");
            return self.type_error(format_args!(
                "{qualname}() got some positional-only arguments passed as keyword arguments: '{names}'"
            ));
        }
        let mut message = format!("{qualname}() got an unexpected keyword argument '{name}'");
        if let Some(close) = super::suggestion::closest(name, &known[n_positional_only..]) {
            message.push_str(". Did you mean '");
            message.push_str(&close);
            message.push_str("'?");
        }
        self.type_error(&message)
    }

    fn fill_defaults(
        &mut self,
        function: &Function,
        slots: &mut [Value],
        n_given: usize,
    ) -> PyResult<()> {
        let code = &function.unit.code;
        let n_positional = usize::from(code.parameters.n_positional);
        let first_default = n_positional.saturating_sub(function.defaults.len());
        for (index, &default) in function.defaults.iter().enumerate() {
            let slot = &mut slots[first_default + index];
            if slot.is_unbound() {
                *slot = default;
            }
        }
        if slots[n_given.min(n_positional)..n_positional]
            .iter()
            .any(|slot| slot.is_unbound())
        {
            return Err(self.missing(function, &slots[..n_positional], 0, "positional"));
        }
        let n_keyword_only = usize::from(code.parameters.n_keyword_only);
        if n_keyword_only == 0 {
            return Ok(());
        }
        for index in n_positional..n_positional + n_keyword_only {
            if slots[index].is_unbound()
                && let Value::Obj(defaults) = function.keyword_defaults
            {
                let name = self.heap.intern(&code.locals[index]);
                if let Some(value) = self.heap.dict_get_name(defaults, name) {
                    slots[index] = value;
                }
            }
        }
        let range = n_positional..n_positional + n_keyword_only;
        if slots[range.clone()].iter().any(|slot| slot.is_unbound()) {
            return Err(self.missing(function, &slots[range], n_positional, "keyword-only"));
        }
        Ok(())
    }

    fn missing(
        &mut self,
        function: &Function,
        slots: &[Value],
        first: usize,
        kind: &str,
    ) -> Raising {
        let locals = &function.unit.code.locals;
        let names: Vec<String> = (first..)
            .zip(slots)
            .filter(|(_, slot)| slot.is_unbound())
            .map(|(index, _)| format!("'{}'", locals[index]))
            .collect();
        let list = match names.as_slice() {
            [one] => one.clone(),
            [a, b] => format!("{a} and {b}"),
            [head @ .., last] => format!("{}, and {last}", head.join(", ")),
            [] => String::new(),
        };
        let n = names.len();
        let plural = if n == 1 { "" } else { "s" };
        let qualname = self.function_name(function);
        self.type_error(format_args!(
            "{qualname}() missing {n} required {kind} argument{plural}: {list}"
        ))
    }

    fn too_many_positional(
        &mut self,
        function: &Function,
        n_given: usize,
        slots: &[Value],
    ) -> Raising {
        let p: Parameters = function.unit.code.parameters;
        let n = usize::from(p.n_positional);
        let takes = if function.defaults.is_empty() {
            format!("{n}")
        } else {
            format!("from {} to {n}", n - function.defaults.len())
        };
        let plural = if n == 1 && function.defaults.is_empty() {
            ""
        } else {
            "s"
        };
        let n_keyword_only = slots[n..n + usize::from(p.n_keyword_only)]
            .iter()
            .filter(|slot| !slot.is_unbound())
            .count();
        let qualname = self.function_name(function);
        let given = if n_keyword_only > 0 {
            let plural_given = if n_given == 1 { "" } else { "s" };
            let plural_keywords = if n_keyword_only == 1 { "" } else { "s" };
            format!(
                "{n_given} positional argument{plural_given} (and {n_keyword_only} keyword-only argument{plural_keywords}) were"
            )
        } else {
            format!("{n_given} {}", if n_given == 1 { "was" } else { "were" })
        };
        self.type_error(format_args!(
            "{qualname}() takes {takes} positional argument{plural} but {given} given"
        ))
    }

    fn function_name(&self, function: &Function) -> Rc<str> {
        self.heap
            .str(function.qualname)
            .map_or_else(|| "?".into(), |name| Rc::clone(&name.text))
    }

    /// The values of a native function's parameters for a call; see `Body` for their order.
    pub(super) fn bind_native(
        &mut self,
        native: &NativeFunction,
        args: &[Value],
        keywords: &[(ObjId, Value)],
    ) -> PyResult<Vec<Value>> {
        let signature = Rc::clone(&native.signature);
        let mut all = Vec::with_capacity(args.len() + 1);
        all.extend(native.receiver.bound());
        all.extend_from_slice(args);
        if !self.is_owned(native, args) {
            return Err(self.wrong_receiver(native, args));
        }
        if all.len() > signature.n_positional && !signature.has_rest {
            return Err(self.native_arity(native, all.len()));
        }
        let n_given = all.len().min(signature.n_positional);
        let mut slots = vec![Value::Unbound; signature.names.len()];
        slots[..n_given].copy_from_slice(&all[..n_given]);
        let mut options = Dict::default();
        for &(name, value) in keywords {
            let text = Rc::clone(self.heap.text(name));
            let place = signature.names.iter().position(|known| *known == text);
            match place {
                Some(place) if place >= signature.n_positional_only => {
                    if !slots[place].is_unbound() {
                        let position = place + 1 - usize::from(takes_self(native));
                        return Err(self.type_error(format_args!(
                            "argument for {}() given by name ('{text}') and position ({position})",
                            native.def.name
                        )));
                    }
                    slots[place] = value;
                }
                _ if signature.has_options => {
                    options.insert_new(self.heap.str_hash(name), Value::Obj(name), value);
                }
                _ => return Err(self.native_keyword(native, &text)),
            }
        }
        if let Some(index) = slots[..signature.n_required]
            .iter()
            .position(|slot| slot.is_unbound())
        {
            return Err(self.native_missing(native, all.len(), index));
        }
        if signature.has_options {
            slots.push(if options.is_empty() {
                Value::Unbound
            } else {
                self.heap.new_dict(options)
            });
        }
        slots.extend_from_slice(&all[n_given..]);
        Ok(slots)
    }

    /// The name that messages use: with the class for methods.
    pub(super) fn native_name(&self, native: &NativeFunction) -> String {
        match native.owner.obj().map(|owner| self.heap.get(owner)) {
            Some(Object::Type(class)) if !makes_instances(native) => {
                format!("{}.{}", class.name, native.def.name)
            }
            Some(Object::Type(class)) => class.name.to_string(),
            _ => native.def.name.to_owned(),
        }
    }

    /// The name that messages about the number of arguments use: the class's for its constructor.
    fn short_name(&self, native: &NativeFunction) -> Rc<str> {
        match native.owner.obj().map(|owner| self.heap.get(owner)) {
            Some(Object::Type(class)) if makes_instances(native) => Rc::clone(&class.name),
            _ => native.def.name.into(),
        }
    }

    fn wrong_receiver(&mut self, native: &NativeFunction, args: &[Value]) -> Raising {
        let Some(Object::Type(class)) = native.owner.obj().map(|owner| self.heap.get(owner)) else {
            unreachable!("only a class's methods are owned")
        };
        let (name, class) = (native.def.name, Rc::clone(&class.name));
        let is_slot = is_slot(name);
        let found = args.first().map(|&receiver| self.type_name(receiver));
        let text = match found {
            None if is_slot => format!("descriptor '{name}' of '{class}' object needs an argument"),
            None => format!("unbound method {class}.{name}() needs an argument"),
            Some(found) if is_slot => {
                format!("descriptor '{name}' requires a '{class}' object but received a '{found}'")
            }
            Some(found) => format!(
                "descriptor '{name}' for '{class}' objects doesn't apply to a '{found}' object"
            ),
        };
        self.type_error(&text)
    }

    fn native_arity(&mut self, native: &NativeFunction, n_given: usize) -> Raising {
        let hidden = usize::from(takes_self(native));
        let signature = &native.signature;
        let (least, most) = (
            signature.n_required - hidden.min(signature.n_required),
            signature.n_positional - hidden,
        );
        let n_given = n_given.saturating_sub(hidden);
        let name = self.native_name(native);
        let short = self.short_name(native);
        let plural = |n: usize| if n == 1 { "" } else { "s" };
        let total = signature.names.len() - hidden;
        // CPython counts differently where names may be given.
        let takes_names = signature.n_positional_only < signature.names.len()
            && !matches!(native.def.name, "sorted" | "print")
            && !matches!(&*short, "int" | "str");
        let text = match (least, most) {
            _ if takes_names && most > 0 && n_given > total => {
                let how = if least == total { "exactly" } else { "at most" };
                let plural = plural(total);
                format!("{short}() takes {how} {total} argument{plural} ({n_given} given)")
            }
            _ if takes_names && most > 0 => {
                let (how, n) = match n_given > most {
                    _ if least == most => ("exactly", most),
                    true => ("at most", most),
                    false => ("at least", least),
                };
                let plural = plural(n);
                format!("{short}() takes {how} {n} positional argument{plural} ({n_given} given)")
            }
            (_, 0) if signature.names.len() > signature.n_positional => {
                format!("{short}() takes no positional arguments")
            }
            (_, 0) => format!("{name}() takes no arguments ({n_given} given)"),
            (1, 1)
                if signature.names.len() == signature.n_positional && !makes_instances(native) =>
            {
                format!("{name}() takes exactly one argument ({n_given} given)")
            }
            _ if least == most => {
                format!(
                    "{short} expected {most} argument{}, got {n_given}",
                    plural(most)
                )
            }
            _ if n_given < least => {
                format!(
                    "{short} expected at least {least} argument{}, got {n_given}",
                    plural(least)
                )
            }
            _ => format!(
                "{short} expected at most {most} argument{}, got {n_given}",
                plural(most)
            ),
        };
        self.type_error(&text)
    }

    fn native_missing(&mut self, native: &NativeFunction, n_given: usize, index: usize) -> Raising {
        let signature = Rc::clone(&native.signature);
        if index < signature.n_positional_only {
            return self.native_arity(native, n_given);
        }
        let position = index + 1 - usize::from(takes_self(native));
        let name = &signature.names[index];
        let short = self.short_name(native);
        self.type_error(format_args!(
            "{short}() missing required argument '{name}' (pos {position})"
        ))
    }

    fn native_keyword(&mut self, native: &NativeFunction, keyword: &str) -> Raising {
        let signature = &native.signature;
        let name = self.native_name(native);
        let text = if signature.names.len() == signature.n_positional_only {
            format!("{name}() takes no keyword arguments")
        } else if native.def.name == "sorted" {
            format!("sort() got an unexpected keyword argument '{keyword}'")
        } else {
            let close = super::suggestion::closest(keyword, &signature.names);
            let hint = close.map_or(String::new(), |name| format!(". Did you mean '{name}'?"));
            format!(
                "{}() got an unexpected keyword argument '{keyword}'{hint}",
                self.short_name(native)
            )
        };
        self.type_error(&text)
    }
}

/// Whether the first parameter is the receiver, which messages don't count.
fn takes_self(native: &NativeFunction) -> bool {
    let first = native.signature.names.first();
    native.owner.obj().is_some() && first.is_some_and(|name| matches!(&**name, "self" | "cls"))
}

/// Whether messages speak of the class when they mean the function.
fn makes_instances(native: &NativeFunction) -> bool {
    matches!(native.def.name, "__new__" | "__init__")
}

/// Whether a method stands for an operation of the type itself: in CPython a `slot wrapper`.
fn is_slot(name: &str) -> bool {
    const PLAIN: [&str; 12] = [
        "__ceil__",
        "__complex__",
        "__dir__",
        "__enter__",
        "__exit__",
        "__floor__",
        "__format__",
        "__length_hint__",
        "__reduce__",
        "__reversed__",
        "__round__",
        "__trunc__",
    ];
    name.starts_with("__") && name.ends_with("__") && !PLAIN.contains(&name)
}
