//! `time`: the virtual clock. The calendar is in `py/_calendar.py`.

use crate::native::{Flow, NativeDef, PyResult};
use crate::object::{ObjId, Value};
use crate::vm::{EPOCH_NS, Vm};

static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("time", "", |vm, _| {
        let ns = EPOCH_NS + vm.read_clock();
        Ok(Value::float(seconds(ns)))
    }),
    NativeDef::new("time_ns", "", |vm, _| Ok(int(EPOCH_NS + vm.read_clock()))),
    NativeDef::new("monotonic", "", |vm, _| {
        Ok(Value::float(seconds(vm.read_clock())))
    }),
    NativeDef::new("monotonic_ns", "", |vm, _| Ok(int(vm.read_clock()))),
    NativeDef::new("perf_counter", "", |vm, _| {
        Ok(Value::float(seconds(vm.read_clock())))
    }),
    NativeDef::new("perf_counter_ns", "", |vm, _| Ok(int(vm.read_clock()))),
    NativeDef::new("process_time", "", |_, _| Ok(Value::float(0.0))),
    NativeDef::new("process_time_ns", "", |_, _| Ok(Value::Int(0))),
    NativeDef::new("thread_time", "", |_, _| Ok(Value::float(0.0))),
    NativeDef::new("thread_time_ns", "", |_, _| Ok(Value::Int(0))),
    NativeDef::flow("sleep", "seconds, /", sleep),
    NativeDef::new("__getattr__", "name, /", of_calendar),
];

/// What `time` has from the calendar when it is asked for.
const CALENDAR: [&str; 8] = [
    "asctime",
    "ctime",
    "gmtime",
    "localtime",
    "mktime",
    "strftime",
    "strptime",
    "struct_time",
];

/// Seconds of a number of nanoseconds.
#[expect(clippy::cast_precision_loss, reason = "Python shows time as float")]
fn seconds(ns: u64) -> f64 {
    ns as f64 / 1e9
}

fn int(ns: u64) -> Value {
    Value::Int(i64::try_from(ns).unwrap_or(i64::MAX))
}

/// The module.
pub(super) fn import(vm: &mut Vm) -> PyResult<ObjId> {
    let module = vm.native_module("time", FUNCTIONS);
    let utc = vm.heap.new_str("UTC");
    let names = vm.heap.new_tuple(&[utc, utc]);
    vm.set_global(module, "tzname", names);
    for name in ["timezone", "altzone", "daylight"] {
        vm.set_global(module, name, Value::Int(0));
    }
    Ok(module)
}

/// A name that only the calendar in `py/_calendar.py` has.
fn of_calendar(vm: &mut Vm, args: &[Value]) -> PyResult {
    let name = vm.expect_str(args[0], |name| {
        format!("attribute name must be string, not {name}")
    })?;
    let (key, own) = (vm.heap.intern(&name), vm.heap.intern("time"));
    let module = vm.heap.dict_get_name(vm.modules, own);
    if !CALENDAR.contains(&&*name) {
        return Err(vm.attribute_error(module.unwrap_or(Value::None), key));
    }
    let calendar = vm.import_module("_calendar")?;
    let value = vm.get_attr(Value::Obj(calendar), key)?;
    if let Some(Value::Obj(module)) = module {
        vm.set_global(module, &name, value);
    }
    Ok(value)
}

fn sleep(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let is_number = vm.number(args[0]).is_some() || vm.is_index(args[0]);
    if !is_number {
        let name = vm.type_name(args[0]);
        return Err(vm.type_error(format_args!(
            "'{name}' object cannot be interpreted as an integer or float"
        )));
    }
    match vm.seconds_to_ns(args[0])? {
        Some(ns) if ns < 0 => Err(vm.value_error("sleep length must be non-negative")),
        Some(ns) => match u64::try_from(ns).ok().filter(|ns| *ns < 1 << 63) {
            Some(ns) => vm.block_flow(ns),
            None => Err(vm.overflow_error("timestamp too large to convert to C PyTime_t")),
        },
        None => Err(vm.overflow_error("timestamp too large to convert to C PyTime_t")),
    }
}
