//! Unary and binary operators: built-in kinds first, then the methods of classes in CPython's
//! order.

use super::Vm;
use crate::builtins::number::Num;
use crate::builtins::{dict, list, set, tuple};
use crate::code::{BinaryOp, UnaryOp};
use crate::native::{Flow, Input, NativeFrame, PyResult, Raising};
use crate::object::{Marks, ObjId, Object, Value, classes};

/// A binary operator or `divmod()`, which is found by the same rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    /// An operator with a sign of its own.
    Binary(BinaryOp),
    /// `divmod(a, b)`
    DivMod,
}

/// The names of an operator.
pub(super) struct Names {
    pub(super) symbol: &'static str,
    pub(super) method: &'static str,
    pub(super) reflected: &'static str,
    pub(super) in_place: &'static str,
}

impl Operator {
    pub(super) fn names(self) -> Names {
        let (symbol, method, reflected, in_place) = match self {
            Self::DivMod => ("divmod()", "__divmod__", "__rdivmod__", ""),
            Self::Binary(op) => match op {
                BinaryOp::Add => ("+", "__add__", "__radd__", "__iadd__"),
                BinaryOp::Sub => ("-", "__sub__", "__rsub__", "__isub__"),
                BinaryOp::Mul => ("*", "__mul__", "__rmul__", "__imul__"),
                BinaryOp::TrueDiv => ("/", "__truediv__", "__rtruediv__", "__itruediv__"),
                BinaryOp::FloorDiv => ("//", "__floordiv__", "__rfloordiv__", "__ifloordiv__"),
                BinaryOp::Mod => ("%", "__mod__", "__rmod__", "__imod__"),
                BinaryOp::Pow => ("** or pow()", "__pow__", "__rpow__", "__ipow__"),
                BinaryOp::MatMul => ("@", "__matmul__", "__rmatmul__", "__imatmul__"),
                BinaryOp::LShift => ("<<", "__lshift__", "__rlshift__", "__ilshift__"),
                BinaryOp::RShift => (">>", "__rshift__", "__rrshift__", "__irshift__"),
                BinaryOp::And => ("&", "__and__", "__rand__", "__iand__"),
                BinaryOp::Or => ("|", "__or__", "__ror__", "__ior__"),
                BinaryOp::Xor => ("^", "__xor__", "__rxor__", "__ixor__"),
            },
        };
        Names {
            symbol,
            method,
            reflected,
            in_place,
        }
    }
}

/// How a class answers an operator.
#[derive(Clone, Copy, Debug)]
pub(super) enum Slot {
    /// Not at all.
    Absent,
    /// As the built-in kinds do.
    BuiltIn,
    /// By a method found on the class.
    Method(Value),
}

/// One attempt at an operator.
#[derive(Clone, Copy, Debug)]
enum Attempt {
    BuiltIn,
    Method {
        function: Value,
        receiver: Value,
        arg: Value,
    },
}

/// An operator whose answer may take several attempts.
#[derive(Clone, Debug)]
struct BinaryFrame {
    op: Operator,
    a: Value,
    b: Value,
    in_place: bool,
    /// What is left to try, the next last.
    attempts: Vec<Attempt>,
}

impl NativeFrame for BinaryFrame {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        match input {
            Input::Start | Input::Again | Input::Returned(Value::NotImplemented) => {}
            Input::Returned(value) | Input::Yielded(value) => return Ok(Flow::Return(value)),
            Input::Raised(raised) => return Err(vm.raising(raised)),
        }
        while let Some(attempt) = self.attempts.pop() {
            match attempt {
                Attempt::BuiltIn => {
                    if let Some(value) =
                        vm.builtin_binary(self.op, self.a, self.b, self.in_place)?
                    {
                        return Ok(Flow::Return(value));
                    }
                }
                Attempt::Method {
                    function,
                    receiver,
                    arg,
                } => return vm.call_found(function, receiver, &[arg]),
            }
        }
        Err(vm.unsupported_operands(self.op, self.a, self.b, self.in_place))
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn trace(&self, marks: &mut Marks) {
        marks.value(self.a);
        marks.value(self.b);
        for attempt in &self.attempts {
            if let Attempt::Method { function, .. } = attempt {
                marks.value(*function);
            }
        }
    }
}

/// `not x` where the truth of `x` is up to its class.
#[derive(Clone, Debug)]
struct NotFrame(Value);

impl NativeFrame for NotFrame {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        match input {
            Input::Start | Input::Again => vm.truth_flow(self.0),
            Input::Returned(value) | Input::Yielded(value) => {
                let truth = vm.truth_of_result(value)?;
                Ok(Flow::Return(Value::bool(!truth)))
            }
            Input::Raised(raised) => Err(vm.raising(raised)),
        }
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn trace(&self, marks: &mut Marks) {
        marks.value(self.0);
    }
}

/// Whether operators on instances of exactly this class are decided by their layout alone.
fn is_plain(class: ObjId) -> bool {
    matches!(
        class,
        classes::INT
            | classes::BOOL
            | classes::FLOAT
            | classes::COMPLEX
            | classes::STR
            | classes::BYTES
            | classes::BYTEARRAY
            | classes::TUPLE
            | classes::LIST
            | classes::DICT
            | classes::SET
            | classes::FROZENSET
            | classes::DICT_KEYS
            | classes::DICT_ITEMS
    )
}

impl Vm {
    /// A binary operator, in its in-place form if asked for.
    ///
    /// # Errors
    ///
    /// What the operation raises; `TypeError` if no side knows the operator.
    #[cfg_attr(engine, optimize(speed))]
    pub fn binary_flow(
        &mut self,
        op: BinaryOp,
        a: Value,
        b: Value,
        in_place: bool,
    ) -> PyResult<Flow> {
        self.operator_flow(Operator::Binary(op), a, b, in_place)
    }

    /// A binary operator or `divmod`.
    ///
    /// # Errors
    ///
    /// As `binary_flow`.
    pub(crate) fn operator_flow(
        &mut self,
        op: Operator,
        a: Value,
        b: Value,
        in_place: bool,
    ) -> PyResult<Flow> {
        let (class_a, class_b) = (self.heap.type_of(a), self.heap.type_of(b));
        if is_plain(class_a) && is_plain(class_b) {
            return match self.builtin_binary(op, a, b, in_place)? {
                Some(value) => Ok(Flow::Return(value)),
                None => Err(self.unsupported_operands(op, a, b, in_place)),
            };
        }
        let attempts = self.attempts(op, a, b, in_place);
        let mut frame = BinaryFrame {
            op,
            a,
            b,
            in_place,
            attempts,
        };
        if frame
            .attempts
            .iter()
            .any(|attempt| matches!(attempt, Attempt::Method { .. }))
        {
            return Ok(Flow::Enter(Box::new(frame)));
        }
        frame.resume(self, Input::Start)
    }

    /// Everything to try for an operator, the first last.
    fn attempts(&mut self, op: Operator, a: Value, b: Value, in_place: bool) -> Vec<Attempt> {
        let names = op.names();
        let (class_a, class_b) = (self.heap.type_of(a), self.heap.type_of(b));
        let slot_a = self.operator_slot(class_a, names.method);
        let slot_b = if class_a == class_b {
            Slot::Absent
        } else {
            self.operator_slot(class_b, names.reflected)
        };
        let method = |slot, receiver, arg| match slot {
            Slot::Method(function) => Some(Attempt::Method {
                function,
                receiver,
                arg,
            }),
            _ => None,
        };
        let mut order = Vec::with_capacity(4);
        if in_place && !names.in_place.is_empty() {
            let slot = self.operator_slot(class_a, names.in_place);
            order.extend(method(slot, a, b));
        }
        let mut left = method(slot_a, a, b);
        let mut right = method(slot_b, b, a);
        // A subclass on the right that redefines the operator goes first.
        if let Slot::Method(function) = slot_b
            && self.heap.is_subclass(class_b, class_a)
        {
            let inherited = self.operator_slot(class_a, names.reflected);
            if !matches!(inherited, Slot::Method(other) if other.is(function)) {
                order.extend(right.take());
            }
        }
        // Sequences concatenate and repeat only when no method answers, and none is redefined.
        let is_sequence = self.concatenates(op, a, b, in_place);
        let is_other = !self.meets_sequence(op, a, b);
        if matches!(slot_a, Slot::BuiltIn) && is_other {
            order.push(Attempt::BuiltIn);
        }
        order.extend(left.take());
        order.extend(right);
        if is_sequence
            || is_other
                && matches!(
                    (slot_a, slot_b),
                    (Slot::Method(_) | Slot::Absent, Slot::BuiltIn)
                )
        {
            order.push(Attempt::BuiltIn);
        }
        order.reverse();
        order
    }

    pub(super) fn operator_slot(&mut self, class: ObjId, name: &str) -> Slot {
        let name = self.heap.intern(name);
        match self.lookup(class, name) {
            None => {
                if self.has_plain_layout(class) {
                    Slot::BuiltIn
                } else {
                    Slot::Absent
                }
            }
            Some(function) => match self.heap.object(function) {
                Some(Object::Native(native)) if native.owner.obj().is_some_and(is_plain) => {
                    Slot::BuiltIn
                }
                _ => Slot::Method(function),
            },
        }
    }

    /// Whether a class is a plain one or inherits from one.
    fn has_plain_layout(&self, class: ObjId) -> bool {
        let mro = &self.heap.type_ref(class).mro;
        mro.iter().any(|class| is_plain(*class))
    }

    /// Calls what was found on a class: with the receiver in front if it is a plain function.
    ///
    /// # Errors
    ///
    /// What binding raises.
    pub(crate) fn call_found(
        &mut self,
        function: Value,
        receiver: Value,
        args: &[Value],
    ) -> PyResult<Flow> {
        if let Some(Object::Function(_)) = self.heap.object(function) {
            let mut all = Vec::with_capacity(args.len() + 1);
            all.push(receiver);
            all.extend_from_slice(args);
            return Ok(Flow::Call {
                callee: function,
                args: all,
            });
        }
        let class = self.heap.type_of(receiver);
        let bound = self.bind(function, receiver, class)?;
        let callee = self.finish(bound)?;
        Ok(Flow::Call {
            callee,
            args: args.to_vec(),
        })
    }

    fn unsupported_operands(
        &mut self,
        op: Operator,
        a: Value,
        b: Value,
        in_place: bool,
    ) -> Raising {
        if op == Operator::Binary(BinaryOp::Mul)
            && let Some(other) = self.beside_deque(a, b)
        {
            let name = self.type_name(other);
            return self.type_error(format_args!(
                "can't multiply sequence by non-int of type '{name}'"
            ));
        }
        let symbol = match (op, in_place) {
            (Operator::Binary(BinaryOp::Pow), true) => "**=".into(),
            (_, true) => format!("{}=", op.names().symbol),
            (_, false) => op.names().symbol.to_owned(),
        };
        let (left, right) = (self.type_name(a), self.type_name(b));
        self.type_error(format_args!(
            "unsupported operand type(s) for {symbol}: '{left}' and '{right}'"
        ))
    }

    /// The operand that a deque, the one sequence beside the containers, can't be multiplied by.
    fn beside_deque(&self, a: Value, b: Value) -> Option<Value> {
        match (self.deque_items(a), self.deque_items(b)) {
            (Some(_), _) => Some(b),
            (None, other) => other.map(|_| a),
        }
    }

    /// An operator by the layouts of its operands alone; `None` if they don't know it.
    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn builtin_binary(
        &mut self,
        op: Operator,
        a: Value,
        b: Value,
        in_place: bool,
    ) -> PyResult<Option<Value>> {
        let Operator::Binary(op) = op else {
            let Some(quotient) = self.number_binary(BinaryOp::FloorDiv, a, b)? else {
                return Ok(None);
            };
            let Some(rest) = self.number_binary(BinaryOp::Mod, a, b)? else {
                return Ok(None);
            };
            return Ok(Some(self.heap.new_tuple(&[quotient, rest])));
        };
        if let Some(value) = self.number_binary(op, a, b)? {
            return Ok(Some(value));
        }
        if in_place && op == BinaryOp::Mul && self.only_looks_like_sequence(a) {
            return Ok(None);
        }
        let kind = self.container_kind(a, b, op);
        let result = match kind {
            Container::Str(string) => match op {
                BinaryOp::Add => Some(self.str_concat(a, b)?),
                BinaryOp::Mul => Some(self.str_repeat(string, other(string, a, b))?),
                _ => Some(self.percent(a, b)?),
            },
            Container::Bytes(bytes) => match op {
                BinaryOp::Add => Some(self.bytes_concat(a, b, in_place)?),
                BinaryOp::Mul => Some(self.bytes_repeat(bytes, other(bytes, a, b), in_place)?),
                _ => Some(self.percent_bytes(a, b)?),
            },
            Container::List => list::binary(self, op, a, b, in_place)?,
            Container::Tuple => tuple::binary(self, op, a, b, in_place)?,
            Container::Set => set::binary(self, op, a, b, in_place)?,
            Container::Dict => dict::binary(self, op, a, b, in_place)?,
            Container::None => None,
        };
        if result.is_none() && matches!(kind, Container::List | Container::Tuple) {
            return Err(self.sequence_operands(op, a, b));
        }
        Ok(result)
    }

    /// The error of `+` or `*` on a list or tuple.
    fn sequence_operands(&mut self, op: BinaryOp, a: Value, b: Value) -> Raising {
        if op == BinaryOp::Add {
            let kind = match self.heap.object(a) {
                Some(Object::List(_)) => "list",
                _ => "tuple",
            };
            let name = self.type_name(b);
            return self.type_error(format_args!(
                "can only concatenate {kind} (not \"{name}\") to {kind}"
            ));
        }
        let is_left = matches!(
            self.heap.object(a),
            Some(Object::List(_) | Object::Tuple(_))
        );
        let name = self.type_name(if is_left { b } else { a });
        self.type_error(format_args!(
            "can't multiply sequence by non-int of type '{name}'"
        ))
    }

    /// Whose layout decides an operator; the left operand's first.
    fn container_kind(&self, a: Value, b: Value, op: BinaryOp) -> Container {
        let (left, right) = (self.heap.object(a), self.heap.object(b));
        match op {
            BinaryOp::Add => container_of(a, left).filter(Container::is_sequence),
            BinaryOp::Mul => container_of(a, left)
                .filter(Container::is_sequence)
                .or_else(|| container_of(b, right).filter(Container::is_sequence))
                .filter(|_| self.deque_items(a).is_none()),
            BinaryOp::Mod => container_of(a, left)
                .filter(|kind| matches!(kind, Container::Str(_) | Container::Bytes(_))),
            BinaryOp::Or | BinaryOp::And | BinaryOp::Sub | BinaryOp::Xor => {
                let is_set = |kind: &Container| matches!(kind, Container::Set);
                container_of(a, left)
                    .filter(|kind| is_set(kind) || matches!(kind, Container::Dict))
                    .or_else(|| container_of(b, right).filter(is_set))
            }
            _ => None,
        }
        .unwrap_or(Container::None)
    }

    /// A binary operator, with its value.
    ///
    /// # Errors
    ///
    /// As `binary_flow`.
    pub fn binary(&mut self, op: BinaryOp, a: Value, b: Value) -> PyResult {
        let flow = self.binary_flow(op, a, b, false)?;
        self.finish(flow)
    }

    /// A unary operator.
    ///
    /// # Errors
    ///
    /// What the operation raises; `TypeError` if the class doesn't know the operator.
    pub fn unary_flow(&mut self, op: UnaryOp, a: Value) -> PyResult<Flow> {
        let (symbol, method) = match op {
            UnaryOp::Not => {
                return match self.truth_flow(a)? {
                    Flow::Return(Value::Bool(truth)) => Ok(Flow::Return(Value::bool(!truth.get()))),
                    _ => Ok(Flow::Enter(Box::new(NotFrame(a)))),
                };
            }
            UnaryOp::Neg => ("-", "__neg__"),
            UnaryOp::Pos => ("+", "__pos__"),
            UnaryOp::Invert => ("~", "__invert__"),
        };
        let class = self.heap.type_of(a);
        if !is_plain(class)
            && let Slot::Method(function) = self.operator_slot(class, method)
        {
            return self.call_found(function, a, &[]);
        }
        if let Some(value) = self.number_unary(op, a) {
            return Ok(Flow::Return(value));
        }
        let name = self.type_name(a);
        Err(self.type_error(format_args!(
            "bad operand type for unary {symbol}: '{name}'"
        )))
    }

    /// A unary operator on a built-in number.
    pub(crate) fn number_unary(&mut self, op: UnaryOp, a: Value) -> Option<Value> {
        Some(match (op, self.number(a)?) {
            (UnaryOp::Neg, Num::Int(int)) => match int.checked_neg() {
                Some(int) => Value::Int(int),
                None => self.new_int(-crate::bigint::BigInt::from(int)),
            },
            (UnaryOp::Neg, Num::Big(big)) => self.new_int(-&*big),
            (UnaryOp::Neg, Num::Float(float)) => Value::float(-float),
            (UnaryOp::Neg, Num::Complex(re, im)) => self.new_complex(-re, -im),
            (UnaryOp::Pos, num) => self.new_number(&num),
            (UnaryOp::Invert, Num::Int(int)) => Value::Int(!int),
            (UnaryOp::Invert, Num::Big(big)) => self.new_int(!&*big),
            _ => return None,
        })
    }

    /// A unary operator, with its value.
    ///
    /// # Errors
    ///
    /// As `unary_flow`.
    pub fn unary(&mut self, op: UnaryOp, a: Value) -> PyResult {
        let flow = self.unary_flow(op, a)?;
        self.finish(flow)
    }
}

/// The layout that decides an operator on containers; strings and bytes with the operand that it
/// is.
#[derive(Clone, Copy, Debug)]
enum Container {
    Str(Value),
    Bytes(Value),
    List,
    Tuple,
    Set,
    Dict,
    None,
}

impl Container {
    fn is_sequence(&self) -> bool {
        matches!(
            self,
            Self::Str(_) | Self::Bytes(_) | Self::List | Self::Tuple
        )
    }
}

fn container_of(value: Value, object: Option<&Object>) -> Option<Container> {
    Some(match object? {
        Object::Str(_) => Container::Str(value),
        Object::Bytes(_) | Object::ByteArray(_) => Container::Bytes(value),
        Object::List(_) => Container::List,
        Object::Tuple(_) => Container::Tuple,
        Object::Set(_) | Object::FrozenSet(_) | Object::DictView { .. } => Container::Set,
        Object::Dict(_) => Container::Dict,
        _ => return None,
    })
}

/// The operand that isn't this one.
fn other(this: Value, a: Value, b: Value) -> Value {
    if this.is(a) { b } else { a }
}
