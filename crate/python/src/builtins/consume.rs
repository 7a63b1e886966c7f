//! Native frames that go through generators and call key functions without the Rust stack, so that
//! the machine can pause
//! in between.

use crate::native::{Flow, Input, NativeFrame, PyResult, Resume};
use crate::object::{GeneratorState, Iter, Marks, ObjId, Object, Value, classes};
use crate::vm::Vm;
use crate::vm::then::Context;

/// What is done with the items when all are there; the other values are given keys, or none.
pub(crate) type Consumer = fn(&mut Vm, Context, Vec<Value>, Vec<Value>) -> PyResult<Flow>;

/// Where the next item comes from.
#[derive(Clone, Copy, Debug)]
enum Source {
    /// A generator.
    Generator(ObjId),
    /// A Python function, called with each item of an iterator that runs no Python code.
    Map { function: Value, iter: Value },
    /// All items are there; this function gives each its key.
    Keys(Value),
}

/// Whether items are looked at as they come: `any` stops at a true one, `all` at a false one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StopAt {
    /// Never: all items are collected.
    End,
    /// The first item of this truth.
    Truth(bool),
}

#[derive(Clone, Debug)]
struct Consume {
    source: Source,
    items: Vec<Value>,
    keys: Vec<Value>,
    stop_at: StopAt,
    context: Context,
    /// Gone once it was called: what it started then gives the result.
    consumer: Option<Consumer>,
}

impl NativeFrame for Consume {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        let Some(consumer) = self.consumer else {
            return match input {
                Input::Returned(value) | Input::Yielded(value) => Ok(Flow::Return(value)),
                Input::Raised(raised) => Err(vm.raising(raised)),
                Input::Start | Input::Again => unreachable!("the frame has started something"),
            };
        };
        let arrived = match (input, self.source) {
            (Input::Raised(raised), _) => return Err(vm.raising(raised)),
            (Input::Start | Input::Again, _) => None,
            // The generator has ended.
            (Input::Returned(_), Source::Generator(_)) => return self.finish(vm, consumer),
            (Input::Yielded(value) | Input::Returned(value), _) => Some(value),
        };
        if let Some(value) = arrived {
            match (self.source, self.stop_at) {
                (Source::Keys(_), _) => self.keys.push(value),
                (_, StopAt::End) => {
                    if self.items.len().is_multiple_of(1024) {
                        vm.check_heap(1024 * size_of::<Value>())?;
                    }
                    self.items.push(value);
                }
                (_, StopAt::Truth(wanted)) => {
                    if vm.is_true(value)? == wanted {
                        return Ok(Flow::Return(Value::bool(wanted)));
                    }
                }
            }
        }
        let (callee, arg) = match self.source {
            Source::Generator(generator) => {
                let with = Resume::Send(Value::None);
                return Ok(Flow::Resume { generator, with });
            }
            Source::Map { function, iter } => match vm.next(iter)? {
                Some(item) => (function, item),
                None => return self.finish(vm, consumer),
            },
            Source::Keys(function) => match self.items.get(self.keys.len()) {
                Some(&item) => (function, item),
                None => return self.finish(vm, consumer),
            },
        };
        Ok(Flow::Call {
            callee,
            args: vec![arg],
        })
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn trace(&self, marks: &mut Marks) {
        match self.source {
            Source::Generator(generator) => marks.id(generator),
            Source::Map { function, iter } => marks.values(&[function, iter]),
            Source::Keys(function) => marks.value(function),
        }
        marks.values(&self.items);
        marks.values(&self.keys);
        marks.values(&self.context);
    }

    fn take_dropped(&mut self) -> Option<ObjId> {
        match (self.source, self.stop_at) {
            (Source::Generator(generator), StopAt::Truth(_)) => Some(generator),
            _ => None,
        }
    }
}

impl Consume {
    fn finish(&mut self, vm: &mut Vm, consumer: Consumer) -> PyResult<Flow> {
        self.consumer = None;
        let items = std::mem::take(&mut self.items);
        let keys = std::mem::take(&mut self.keys);
        consumer(vm, self.context, items, keys)
    }
}

impl Vm {
    /// Collects the items of an iterable, pausing in generators, and hands them on.
    ///
    /// # Errors
    ///
    /// `TypeError` if it isn't iterable; what iterating and the consumer raise.
    pub(crate) fn collect_flow(
        &mut self,
        iterable: Value,
        context: Context,
        consumer: Consumer,
    ) -> PyResult<Flow> {
        self.consume(iterable, StopAt::End, context, consumer)
    }

    /// As `collect_flow`; with `StopAt::Truth` it ends early with a `bool` and keeps no items.
    ///
    /// # Errors
    ///
    /// `TypeError` if it isn't iterable; what iterating and the consumer raise.
    pub(crate) fn consume(
        &mut self,
        iterable: Value,
        stop_at: StopAt,
        context: Context,
        consumer: Consumer,
    ) -> PyResult<Flow> {
        if let Some(source) = self.pausable_source(iterable) {
            return Ok(Flow::Enter(Box::new(Consume {
                source,
                items: Vec::new(),
                keys: Vec::new(),
                stop_at,
                context,
                consumer: Some(consumer),
            })));
        }
        let StopAt::Truth(wanted) = stop_at else {
            let items = self.collect(iterable)?;
            return consumer(self, context, items, Vec::new());
        };
        let iter = self.iter(iterable)?;
        while let Some(item) = self.next(iter)? {
            if self.is_true(item)? == wanted {
                return Ok(Flow::Return(Value::bool(wanted)));
            }
        }
        consumer(self, context, Vec::new(), Vec::new())
    }

    /// Finds the key of each item, pausing in Python functions, and hands both on. Without a key
    /// function the keys are the
    /// items.
    ///
    /// # Errors
    ///
    /// What the key function and the consumer raise.
    pub(crate) fn keys_flow(
        &mut self,
        items: Vec<Value>,
        key: Value,
        context: Context,
        consumer: Consumer,
    ) -> PyResult<Flow> {
        if key.is_unbound() || key.is_none() {
            let keys = items.clone();
            return consumer(self, context, items, keys);
        }
        if self.runs_python(key) {
            return Ok(Flow::Enter(Box::new(Consume {
                source: Source::Keys(key),
                items,
                keys: Vec::new(),
                stop_at: StopAt::End,
                context,
                consumer: Some(consumer),
            })));
        }
        let mut keys = Vec::with_capacity(items.len());
        for &item in &items {
            keys.push(self.call(key, &[item])?);
        }
        consumer(self, context, items, keys)
    }

    fn pausable_source(&self, iterable: Value) -> Option<Source> {
        let id = iterable.obj()?;
        match self.heap.get(id) {
            Object::Generator(generator)
                if self.heap.class_of(id) == classes::GENERATOR
                    && generator.state != GeneratorState::Running =>
            {
                Some(Source::Generator(id))
            }
            Object::Iterator(iter) => match &**iter {
                Iter::Map {
                    function, iters, ..
                } if self.runs_python(*function) => match iters[..] {
                    [iter] if self.is_plain_iterator(iter) => Some(Source::Map {
                        function: *function,
                        iter,
                    }),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        }
    }

    fn runs_python(&self, callee: Value) -> bool {
        match self.heap.object(callee) {
            Some(Object::Function(_)) => true,
            Some(Object::BoundMethod(method)) => self.runs_python(method.function),
            _ => false,
        }
    }

    /// Whether stepping the iterator runs no Python code.
    fn is_plain_iterator(&self, iter: Value) -> bool {
        let Some(Object::Iterator(iter)) = self.heap.object(iter) else {
            return false;
        };
        match &**iter {
            Iter::Sequence { .. }
            | Iter::SequenceReversed { .. }
            | Iter::Callable { .. }
            | Iter::Map { .. }
            | Iter::Filter { .. } => false,
            Iter::Enumerate { iter, .. } => self.is_plain_iterator(*iter),
            Iter::Zip { iters, .. } => iters.iter().all(|&iter| self.is_plain_iterator(iter)),
            _ => true,
        }
    }
}
