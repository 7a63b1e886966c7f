//! Which `+` and `*` are about sequences: who concatenates, who repeats.

use super::Vm;
use super::operators::{Operator, Slot};
use crate::code::BinaryOp;
use crate::object::{Object, Value, classes};

impl Vm {
    /// Whether an operator is about a sequence: concatenates or repeats one.
    pub(super) fn meets_sequence(&self, op: Operator, a: Value, b: Value) -> bool {
        match op {
            Operator::Binary(BinaryOp::Add) => self.is_sequence(a),
            Operator::Binary(BinaryOp::Mul) => self.is_sequence(a) || self.is_sequence(b),
            _ => false,
        }
    }

    /// Whether such an operator is one that the sequence's class doesn't redefine.
    pub(super) fn concatenates(
        &mut self,
        op: Operator,
        a: Value,
        b: Value,
        in_place: bool,
    ) -> bool {
        if !self.meets_sequence(op, a, b) {
            return false;
        }
        let names = op.names();
        let changes = in_place
            && matches!(
                self.heap.object(a),
                Some(Object::List(_) | Object::ByteArray(_))
            );
        let repeats = matches!(op, Operator::Binary(BinaryOp::Mul));
        self.is_sequence(a) && self.is_built_in_slot(a, names.method)
            || changes && self.is_built_in_slot(a, names.in_place)
            || repeats && self.is_sequence(b) && self.is_built_in_slot(b, names.reflected)
    }

    fn is_sequence(&self, value: Value) -> bool {
        matches!(
            self.heap.object(value),
            Some(
                Object::Str(_)
                    | Object::Bytes(_)
                    | Object::ByteArray(_)
                    | Object::List(_)
                    | Object::Tuple(_)
            )
        )
    }

    fn is_built_in_slot(&mut self, value: Value, method: &str) -> bool {
        let class = self.heap.type_of(value);
        matches!(self.operator_slot(class, method), Slot::BuiltIn)
    }

    /// Whether a class has items and yet doesn't repeat: `x *= [1]` then doesn't look at the list.
    pub(super) fn only_looks_like_sequence(&self, value: Value) -> bool {
        let class = self.heap.type_of(value);
        !self.is_sequence(value)
            && (self.heap.type_ref(class).is_heap
                || matches!(
                    class,
                    classes::DICT
                        | classes::SET
                        | classes::FROZENSET
                        | classes::RANGE
                        | classes::DICT_KEYS
                        | classes::DICT_VALUES
                        | classes::DICT_ITEMS
                ))
    }
}
