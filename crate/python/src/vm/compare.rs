//! Rich comparison.

use std::cmp::Ordering;

use super::Vm;
use super::then::Context;
use crate::code::CompareOp;
use crate::native::{Flow, Input, PyResult};
use crate::object::{DictPart, ObjId, Object, Value, classes};

/// The rich comparisons, so that a frame can remember one as a number.
const OPS: [CompareOp; 6] = [
    CompareOp::Lt,
    CompareOp::Le,
    CompareOp::Eq,
    CompareOp::Ne,
    CompareOp::Gt,
    CompareOp::Ge,
];

fn method(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Lt => "__lt__",
        CompareOp::Le => "__le__",
        CompareOp::Eq => "__eq__",
        CompareOp::Ne => "__ne__",
        CompareOp::Gt => "__gt__",
        CompareOp::Ge => "__ge__",
        CompareOp::Is | CompareOp::IsNot | CompareOp::In | CompareOp::NotIn => {
            unreachable!("not a rich comparison")
        }
    }
}

fn symbol(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Lt => "<",
        CompareOp::Le => "<=",
        CompareOp::Gt => ">",
        CompareOp::Ge => ">=",
        _ => "==",
    }
}

fn reflected(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Lt => CompareOp::Gt,
        CompareOp::Le => CompareOp::Ge,
        CompareOp::Gt => CompareOp::Lt,
        CompareOp::Ge => CompareOp::Le,
        other => other,
    }
}

/// Whether an order (`None`: of NaN) answers the comparison with yes.
pub(crate) fn holds(op: CompareOp, order: Option<Ordering>) -> bool {
    match op {
        CompareOp::Lt => order == Some(Ordering::Less),
        CompareOp::Le => matches!(order, Some(Ordering::Less | Ordering::Equal)),
        CompareOp::Eq => order == Some(Ordering::Equal),
        CompareOp::Ne => order != Some(Ordering::Equal),
        CompareOp::Gt => order == Some(Ordering::Greater),
        _ => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
    }
}

impl Vm {
    /// Identity or `a == b`, as containers ask.
    ///
    /// # Errors
    ///
    /// What `__eq__` raises.
    pub fn equal(&mut self, a: Value, b: Value) -> PyResult<bool> {
        if let Some(equal) = self.quick_equal(a, b) {
            return Ok(equal);
        }
        self.compare_truth(CompareOp::Eq, a, b)
    }

    /// `a < b`, its truth.
    ///
    /// # Errors
    ///
    /// What `__lt__` raises; `TypeError` if the two have no order.
    pub fn less(&mut self, a: Value, b: Value) -> PyResult<bool> {
        self.compare_truth(CompareOp::Lt, a, b)
    }

    /// The truth of a comparison.
    ///
    /// # Errors
    ///
    /// What the comparison raises.
    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn compare_truth(&mut self, op: CompareOp, a: Value, b: Value) -> PyResult<bool> {
        if let Some(answer) = self.compare_quick(op, a, b) {
            return Ok(answer);
        }
        match self.compare(op, a, b)? {
            Value::Bool(answer) => Ok(answer.get()),
            other => self.is_true(other),
        }
    }

    /// A comparison's value.
    ///
    /// # Errors
    ///
    /// What the comparison raises.
    pub fn compare(&mut self, op: CompareOp, a: Value, b: Value) -> PyResult {
        let flow = self.compare_flow(op, a, b)?;
        self.finish(flow)
    }

    /// A comparison as a flow.
    ///
    /// # Errors
    ///
    /// What the comparison raises.
    #[cfg_attr(engine, optimize(speed))]
    pub fn compare_flow(&mut self, op: CompareOp, a: Value, b: Value) -> PyResult<Flow> {
        match op {
            CompareOp::Is => return Ok(Flow::Return(Value::bool(a.is(b)))),
            CompareOp::IsNot => return Ok(Flow::Return(Value::bool(!a.is(b)))),
            CompareOp::In => return self.contains_flow(b, a),
            CompareOp::NotIn => {
                let found = self.contains(b, a)?;
                return Ok(Flow::Return(Value::bool(!found)));
            }
            _ => {}
        }
        if let Some(answer) = self.compare_quick(op, a, b) {
            return Ok(Flow::Return(Value::bool(answer)));
        }
        if self.compares_natively(a) && self.compares_natively(b) {
            return match self.compare_layout(op, a, b)? {
                Some(answer) => Ok(Flow::Return(Value::bool(answer))),
                None => self.compare_default(op, a, b),
            };
        }
        self.compare_attempt(op, a, b, 0)
    }

    /// Whether two values are the same or equal, if that is plain without looking into containers
    /// or classes.
    #[inline(always)]
    pub(crate) fn quick_equal(&self, a: Value, b: Value) -> Option<bool> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => Some(a == b),
            (Value::Obj(x), Value::Obj(y)) => {
                if x == y {
                    return Some(true);
                }
                if self.heap.class_of(x) == classes::STR
                    && self.heap.class_of(y) == classes::STR
                    && let (Object::Str(x), Object::Str(y)) = (self.heap.get(x), self.heap.get(y))
                {
                    return Some(x.text == y.text);
                }
                None
            }
            (Value::None, Value::None) => Some(true),
            _ if a.is(b) => Some(true),
            _ => None,
        }
    }

    fn compare_quick(&self, op: CompareOp, a: Value, b: Value) -> Option<bool> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => Some(holds(op, Some(a.cmp(&b)))),
            (Value::Float(a), Value::Float(b)) => Some(holds(op, a.get().partial_cmp(&b.get()))),
            (Value::Obj(x), Value::Obj(y))
                if self.heap.class_of(x) == classes::STR
                    && self.heap.class_of(y) == classes::STR =>
            {
                Some(holds(
                    op,
                    Some(self.heap.text(x).as_ref().cmp(self.heap.text(y).as_ref())),
                ))
            }
            _ => None,
        }
    }

    /// Whether a value's class is a built-in one whose comparisons are all in `compare_layout`.
    fn compares_natively(&self, value: Value) -> bool {
        let Value::Obj(id) = value else { return true };
        !self.heap.type_ref(self.heap.class_of(id)).is_heap
            && !matches!(
                self.heap.get(id),
                Object::Foreign(_) | Object::Instance(_) | Object::WeakRef(_)
            )
    }

    /// Asks the two operands' classes in turn, from a stage on: 0 the first one, 1 the second, 2
    /// none answered.
    fn compare_attempt(
        &mut self,
        op: CompareOp,
        a: Value,
        b: Value,
        from: usize,
    ) -> PyResult<Flow> {
        let (class_a, class_b) = (self.heap.type_of(a), self.heap.type_of(b));
        let reflected_first = class_a != class_b && self.heap.is_subclass(class_b, class_a);
        for stage in from..2 {
            let is_reflected = (stage == 0) == reflected_first;
            let (receiver, other, op_here) = if is_reflected {
                (b, a, reflected(op))
            } else {
                (a, b, op)
            };
            let number = OPS.iter().position(|&known| known == op).unwrap_or(0);
            let mark = Value::Int(i64::try_from(number * 4 + stage + 1).unwrap_or(0));
            let context = [a, b, mark];
            if self.has_own_comparison(receiver, op_here) {
                let flow = self.special_flow(receiver, method(op_here), &[other])?;
                match flow {
                    None | Some(Flow::Return(Value::NotImplemented)) => {}
                    Some(Flow::Return(value)) => return Ok(Flow::Return(value)),
                    Some(flow) => return self.then(Ok(flow), context, go_on),
                }
            } else if op == CompareOp::Ne && self.has_own_comparison(receiver, CompareOp::Eq) {
                if let Some(flow) = self.special_flow(receiver, "__eq__", &[other])?
                    && !matches!(flow, Flow::Return(Value::NotImplemented))
                {
                    return self.then(Ok(flow), context, go_on_inverted);
                }
            } else if let Some(answer) = self.compare_layout(op_here, receiver, other)? {
                return Ok(Flow::Return(Value::bool(answer)));
            }
        }
        self.compare_default(op, a, b)
    }

    /// Whether a class has a comparison that isn't `object`'s.
    fn has_own_comparison(&mut self, value: Value, op: CompareOp) -> bool {
        let class = self.heap.type_of(value);
        let name = self.heap.intern(method(op));
        match self.lookup(class, name) {
            None => false,
            Some(attribute) => !self.is_method_of(attribute, classes::OBJECT),
        }
    }

    /// Whether a class attribute is the native method that a built-in class itself has.
    pub(crate) fn is_method_of(&self, attribute: Value, class: ObjId) -> bool {
        matches!(self.heap.object(attribute), Some(Object::Native(native))
            if native.owner.is(Value::Obj(class)))
    }

    fn compare_default(&mut self, op: CompareOp, a: Value, b: Value) -> PyResult<Flow> {
        match op {
            CompareOp::Eq => Ok(Flow::Return(Value::bool(a.is(b)))),
            CompareOp::Ne => Ok(Flow::Return(Value::bool(!a.is(b)))),
            _ => {
                let (name_a, name_b) = (self.type_name(a), self.type_name(b));
                let symbol = symbol(op);
                Err(self.type_error(format_args!(
                    "'{symbol}' not supported between instances of '{name_a}' and '{name_b}'"
                )))
            }
        }
    }

    /// Compares two values by their layouts, whatever their classes say; `None` is
    /// `NotImplemented`.
    ///
    /// # Errors
    ///
    /// What comparing items raises; `RecursionError`.
    pub(crate) fn compare_layout(
        &mut self,
        op: CompareOp,
        a: Value,
        b: Value,
    ) -> PyResult<Option<bool>> {
        let is_equality = matches!(op, CompareOp::Eq | CompareOp::Ne);
        if let Some(order) = self.compare_numbers(a, b) {
            let is_complex = |value| matches!(self.heap.object(value), Some(Object::Complex(..)));
            let has_answer = is_equality || !(is_complex(a) || is_complex(b));
            return Ok(has_answer.then(|| holds(op, order)));
        }
        if let Some(order) = self.compare_numbers(a, b) {
            return Ok(Some(holds(op, order)));
        }
        let (Some(x), Some(y)) = (self.heap.object(a), self.heap.object(b)) else {
            return Ok(None);
        };
        match (x, y) {
            (Object::Str(x), Object::Str(y)) => {
                Ok(Some(holds(op, Some(x.text.as_ref().cmp(y.text.as_ref())))))
            }
            (Object::List(_), Object::List(_)) | (Object::Tuple(_), Object::Tuple(_)) => self
                .guarded(" in comparison", |vm| vm.compare_items(op, a, b))
                .map(Some),
            (Object::Slice(x), Object::Slice(y)) => {
                let (x, y) = (**x, **y);
                let (x, y) = (self.heap.new_tuple(&x), self.heap.new_tuple(&y));
                self.compare_items(op, x, y).map(Some)
            }
            (Object::Dict(_), Object::Dict(_)) if is_equality => {
                let (Value::Obj(x), Value::Obj(y)) = (a, b) else {
                    return Ok(None);
                };
                let equal = self.guarded(" in comparison", |vm| vm.dicts_equal(x, y))?;
                Ok(Some(equal == (op == CompareOp::Eq)))
            }
            (Object::Range(x), Object::Range(y)) if is_equality => {
                let (x, y) = (**x, **y);
                let equal = self.ranges_equal(x, y);
                Ok(Some(equal == (op == CompareOp::Eq)))
            }
            (Object::BoundMethod(x), Object::BoundMethod(y)) if is_equality => {
                let equal = x.function.is(y.function) && x.receiver.is(y.receiver);
                Ok(Some(equal == (op == CompareOp::Eq)))
            }
            (Object::Native(x), Object::Native(y)) if is_equality => {
                let equal = std::ptr::eq(x.def, y.def) && x.receiver.is(y.receiver);
                Ok(Some(equal == (op == CompareOp::Eq)))
            }
            (Object::MappingProxy(x), _) => {
                let x = *x;
                self.compare_truth(op, x, b).map(Some)
            }
            (_, Object::MappingProxy(y)) => {
                let y = *y;
                self.compare_truth(op, a, y).map(Some)
            }
            _ if bytes_of(x).is_some() && bytes_of(y).is_some() => {
                Ok(Some(holds(op, Some(bytes_of(x).cmp(&bytes_of(y))))))
            }
            _ if is_set_like(x) && is_set_like(y) => {
                let (len_a, len_b) = (self.len_of_layout(a), self.len_of_layout(b));
                self.guarded(" in comparison", |vm| match op {
                    CompareOp::Eq => Ok(len_a == len_b && vm.is_subset(a, b)?),
                    CompareOp::Ne => Ok(len_a != len_b || !vm.is_subset(a, b)?),
                    CompareOp::Le => Ok(len_a <= len_b && vm.is_subset(a, b)?),
                    CompareOp::Lt => Ok(len_a < len_b && vm.is_subset(a, b)?),
                    CompareOp::Ge => Ok(len_a >= len_b && vm.is_subset(b, a)?),
                    _ => Ok(len_a > len_b && vm.is_subset(b, a)?),
                })
                .map(Some)
            }
            _ => Ok(None),
        }
    }

    /// An item of a list or tuple.
    fn item_at(&self, value: Value, index: usize) -> Option<Value> {
        match self.heap.object(value)? {
            Object::List(items) => items.get(index).copied(),
            Object::Tuple(items) => items.get(index).copied(),
            _ => None,
        }
    }

    /// Lexicographic comparison of lists or tuples; a comparison may shorten a list meanwhile.
    #[cfg_attr(engine, optimize(speed))]
    fn compare_items(&mut self, op: CompareOp, a: Value, b: Value) -> PyResult<bool> {
        if matches!(op, CompareOp::Eq | CompareOp::Ne)
            && self.len_of_layout(a) != self.len_of_layout(b)
        {
            return Ok(op == CompareOp::Ne);
        }
        let mut index = 0;
        while let (Some(x), Some(y)) = (self.item_at(a, index), self.item_at(b, index)) {
            if !self.equal(x, y)? {
                return match op {
                    CompareOp::Eq => Ok(false),
                    CompareOp::Ne => Ok(true),
                    _ => self.compare_truth(op, x, y),
                };
            }
            index += 1;
        }
        let (len_a, len_b) = (self.len_of_layout(a), self.len_of_layout(b));
        Ok(holds(op, Some(len_a.cmp(&len_b))))
    }

    fn dicts_equal(&mut self, a: ObjId, b: ObjId) -> PyResult<bool> {
        if self.heap.dict(a).len() != self.heap.dict(b).len() {
            return Ok(false);
        }
        let mut position = 0;
        while let Some((place, entry)) = self.heap.dict(a).next_from(position) {
            let entry = *entry;
            position = place + 1;
            let Some(index) = self.dict_find(b, entry.hash, entry.key)? else {
                return Ok(false);
            };
            let Some(other) = self.heap.dict(b).entry(index).map(|entry| entry.value) else {
                return Ok(false);
            };
            if !self.equal(entry.value, other)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Runs something that may recurse on the Rust stack.
    ///
    /// # Errors
    ///
    /// `RecursionError` when it goes too deep; what it raises itself.
    pub(crate) fn guarded<T>(
        &mut self,
        doing: &str,
        run: impl FnOnce(&mut Self) -> PyResult<T>,
    ) -> PyResult<T> {
        const DEPTH_MAX: u32 = 200;
        if self.native_depth >= DEPTH_MAX {
            return Err(self.raise(
                classes::RECURSION_ERROR,
                format_args!("maximum recursion depth exceeded{doing}"),
            ));
        }
        self.native_depth += 1;
        let result = run(self);
        self.native_depth -= 1;
        result
    }
}

fn bytes_of(object: &Object) -> Option<&[u8]> {
    match object {
        Object::Bytes(bytes) => Some(bytes),
        Object::ByteArray(bytes) => Some(bytes),
        _ => None,
    }
}

/// Sets and the views that behave like them.
pub(crate) fn is_set_like(object: &Object) -> bool {
    matches!(
        object,
        Object::Set(_)
            | Object::FrozenSet(_)
            | Object::DictView {
                kind: DictPart::Keys | DictPart::Items,
                ..
            }
    )
}

fn go_on(vm: &mut Vm, [a, b, mark]: Context, outcome: Input) -> PyResult<Flow> {
    match outcome {
        Input::Raised(raised) => Err(vm.raising(raised)),
        Input::Returned(Value::NotImplemented) => {
            let Value::Int(mark) = mark else {
                unreachable!("the mark is a number")
            };
            let (op, stage) = (mark / 4, mark % 4);
            let op = OPS[usize::try_from(op).unwrap_or(0)];
            vm.compare_attempt(op, a, b, usize::try_from(stage).unwrap_or(2))
        }
        Input::Returned(value) | Input::Yielded(value) => Ok(Flow::Return(value)),
        Input::Start | Input::Again => unreachable!("a continuation gets an outcome"),
    }
}

fn go_on_inverted(vm: &mut Vm, context: Context, outcome: Input) -> PyResult<Flow> {
    match outcome {
        Input::Returned(value) if !matches!(value, Value::NotImplemented) => {
            let truth = vm.is_true(value)?;
            Ok(Flow::Return(Value::bool(!truth)))
        }
        other => go_on(vm, context, other),
    }
}
