//! Exceptions between their `raise` and who catches them.

use crate::object::{ObjId, classes};
use crate::vm::Vm;

/// A Python exception that was raised: the id of the exception object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raised(pub ObjId);

/// A Python exception is on its way up; the machine knows which (`Vm::raising`, `Vm::caught`).
///
/// It is empty, so that `?` is one test and most outcomes fit a register. Who catches it asks at
/// once which it is: the next one takes its place.
#[derive(Debug)]
#[must_use]
pub struct Raising {
    /// Tells who asked too late.
    #[cfg(debug_assertions)]
    serial: u64,
}

/// The last exception that was sent up.
#[derive(Clone, Debug)]
pub(crate) struct OnItsWay {
    raised: Raised,
    #[cfg(debug_assertions)]
    serial: u64,
}

impl OnItsWay {
    pub(crate) fn none() -> Self {
        Self {
            raised: Raised(classes::BASE_EXCEPTION),
            #[cfg(debug_assertions)]
            serial: 0,
        }
    }
}

impl Vm {
    /// Sends an exception up, as an error.
    #[inline(always)]
    pub fn raising(&mut self, raised: Raised) -> Raising {
        self.on_its_way.raised = raised;
        #[cfg(debug_assertions)]
        {
            self.on_its_way.serial += 1;
        }
        Raising {
            #[cfg(debug_assertions)]
            serial: self.on_its_way.serial,
        }
    }

    /// Raises a new exception.
    pub fn raise_new(&mut self, class: ObjId, args: &[crate::object::Value]) -> Raising {
        let raised = Raised(self.new_exception(class, args));
        self.raising(raised)
    }

    /// Which exception was on its way up, for who catches it.
    #[inline(always)]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "who caught it must raise it anew"
    )]
    pub fn caught(&self, raising: Raising) -> Raised {
        self.which(&raising)
    }

    /// Whether what is on its way up is an instance of a class.
    pub fn matches(&self, raising: &Raising, class: ObjId) -> bool {
        self.exception_matches(self.which(raising), class)
    }

    /// Whether what was raised is an instance of a class.
    pub fn exception_matches(&self, raised: Raised, class: ObjId) -> bool {
        self.heap.is_subclass(self.heap.class_of(raised.0), class)
    }

    #[inline(always)]
    #[cfg_attr(
        not(debug_assertions),
        expect(unused_variables, reason = "it is empty")
    )]
    fn which(&self, raising: &Raising) -> Raised {
        #[cfg(debug_assertions)]
        assert_eq!(
            raising.serial, self.on_its_way.serial,
            "another exception was raised since"
        );
        self.on_its_way.raised
    }
}
