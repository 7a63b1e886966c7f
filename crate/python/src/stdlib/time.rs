//! `time`: the virtual clock and the calendar, in UTC.

use std::fmt::Write;

use crate::native::{Flow, NativeDef, PyResult};
use crate::object::{Layout, ObjId, Object, Value, classes};
use crate::vm::{EPOCH_NS, NS_PER_S, Vm};

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
    NativeDef::new("gmtime", "seconds?, /", calendar_time),
    NativeDef::new("localtime", "seconds?, /", calendar_time),
    NativeDef::new("mktime", "t, /", |vm, args| {
        let moment = Moment::of_tuple(vm, args[0])?;
        #[expect(clippy::cast_precision_loss, reason = "seconds are far below 2**53")]
        Ok(Value::float(moment.to_seconds() as f64))
    }),
    NativeDef::new("asctime", "t?, /", |vm, args| {
        let moment = match args[0] {
            Value::Unbound => Moment::of_seconds(now(vm)),
            tuple => Moment::of_tuple(vm, tuple)?,
        };
        Ok(vm.heap.new_str(&moment.format("%a %b %e %H:%M:%S %Y")))
    }),
    NativeDef::new("ctime", "seconds?, /", |vm, args| {
        let moment = Moment::of_seconds(seconds_argument(vm, args[0])?);
        Ok(vm.heap.new_str(&moment.format("%a %b %e %H:%M:%S %Y")))
    }),
    NativeDef::new("strptime", "string, format?, /", |vm, args| {
        let module = vm.import_module("_strptime")?;
        let parse = vm.heap.intern("struct_time");
        let parse = vm.get_attr(Value::Obj(module), parse)?;
        let format = match args[1] {
            Value::Unbound => vm.heap.new_str("%a %b %d %H:%M:%S %Y"),
            format => format,
        };
        vm.call(parse, &[args[0], format])
    }),
    NativeDef::new("strftime", "format, t?, /", |vm, args| {
        let format = vm.expect_str(args[0], |name| {
            format!("strftime() argument 1 must be str, not {name}")
        })?;
        let moment = match args[1] {
            Value::Unbound => Moment::of_seconds(now(vm)),
            tuple => Moment::of_tuple(vm, tuple)?,
        };
        Ok(vm.heap.new_str(&moment.format(&format)))
    }),
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
    vm.native_class(
        module,
        "struct_time",
        classes::TUPLE,
        Layout::Tuple,
        STRUCT_TIME,
    )?;
    let utc = vm.heap.new_str("UTC");
    let names = vm.heap.new_tuple(&[utc, utc]);
    vm.set_global(module, "tzname", names);
    for name in ["timezone", "altzone", "daylight"] {
        vm.set_global(module, name, Value::Int(0));
    }
    Ok(module)
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

/// Whole seconds since 1970, now.
fn now(vm: &mut Vm) -> i64 {
    let ns = EPOCH_NS + vm.read_clock();
    i64::try_from(ns / NS_PER_S).expect("the clock fits")
}

fn seconds_argument(vm: &mut Vm, value: Value) -> PyResult<i64> {
    if value.is_unbound() || value.is_none() {
        return Ok(now(vm));
    }
    let float = vm.to_float(value)?.floor();
    #[expect(clippy::cast_possible_truncation, reason = "bounded in the line below")]
    let seconds = float as i64;
    // The years 1 to 9999 and a little more: what a calendar needs.
    if float.is_nan() || seconds.unsigned_abs() > 1 << 40 {
        return Err(vm.overflow_error("timestamp out of range for platform time_t"));
    }
    Ok(seconds)
}

fn calendar_time(vm: &mut Vm, args: &[Value]) -> PyResult {
    let moment = Moment::of_seconds(seconds_argument(vm, args[0])?);
    let fields = moment.fields().map(Value::Int);
    let class = vm.module_value("time", "struct_time").and_then(Value::obj);
    let class = class.filter(|class| matches!(vm.heap.get(*class), Object::Type(_)));
    let object = Object::Tuple(fields.into());
    Ok(Value::Obj(
        vm.heap.alloc(class.unwrap_or(classes::TUPLE), object),
    ))
}

macro_rules! fields {
    ($($name:literal $index:literal),*) => {
        &[
            $(NativeDef::getter($name, |vm, args| Ok(field(vm, args[0], $index))),)*
            NativeDef::getter("tm_zone", |vm, _| Ok(vm.heap.new_str("UTC"))),
            NativeDef::getter("tm_gmtoff", |_, _| Ok(Value::Int(0))),
            crate::builtins::constructor("cls, sequence, dict?, /", new_struct_time),
            NativeDef::new("__repr__", "self, /", |vm, args| {
                let mut text = String::from("time.struct_time(");
                for (index, name) in [$($name),*].into_iter().enumerate() {
                    let value = field(vm, args[0], index);
                    let shown = vm.repr(value)?;
                    let comma = if index == 0 { "" } else { ", " };
                    write!(text, "{comma}{name}={shown}").expect("strings take everything");
                }
                text.push(')');
                Ok(vm.heap.new_str(&text))
            }),
        ]
    };
}

static STRUCT_TIME: &[NativeDef] = fields![
    "tm_year" 0, "tm_mon" 1, "tm_mday" 2, "tm_hour" 3, "tm_min" 4, "tm_sec" 5, "tm_wday" 6,
    "tm_yday" 7, "tm_isdst" 8
];

fn field(vm: &Vm, tuple: Value, index: usize) -> Value {
    match vm.heap.object(tuple) {
        Some(Object::Tuple(items)) => items.get(index).copied().unwrap_or(Value::None),
        _ => Value::None,
    }
}

fn new_struct_time(vm: &mut Vm, args: &[Value]) -> PyResult {
    let class = vm.class_argument(args[0])?;
    let items = vm.collect(args[1])?;
    if items.len() < 9 {
        return Err(vm.type_error(format_args!(
            "time.struct_time() takes an at least 9-sequence ({}-sequence given)",
            items.len()
        )));
    }
    Ok(Value::Obj(
        vm.heap.alloc(class, Object::Tuple(items[..9].into())),
    ))
}

/// A moment of the calendar, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    year: i64,
    /// 1 to 12
    month: i64,
    /// 1 to 31
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
    /// 0 is Monday.
    weekday: i64,
    /// 1 to 366
    day_of_year: i64,
}

/// Days from 1970-01-01 to a day of the Gregorian calendar.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    // Years begin in March, so that the leap day comes last.
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year
        - 719_468
}

impl Moment {
    /// The moment so many seconds after 1970.
    fn of_seconds(seconds: i64) -> Self {
        let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        let mut year = 1970 + days.div_euclid(366);
        while days_from_civil(year + 1, 1, 1) <= days {
            year += 1;
        }
        let mut month = 12;
        while days_from_civil(year, month, 1) > days {
            month -= 1;
        }
        Self {
            year,
            month,
            day: days - days_from_civil(year, month, 1) + 1,
            hour: rest / 3600,
            minute: rest / 60 % 60,
            second: rest % 60,
            weekday: (days + 3).rem_euclid(7),
            day_of_year: days - days_from_civil(year, 1, 1) + 1,
        }
    }

    fn to_seconds(self) -> i64 {
        days_from_civil(self.year, self.month, self.day) * 86_400
            + self.hour * 3600
            + self.minute * 60
            + self.second
    }

    fn fields(self) -> [i64; 9] {
        [
            self.year,
            self.month,
            self.day,
            self.hour,
            self.minute,
            self.second,
            self.weekday,
            self.day_of_year,
            0,
        ]
    }

    /// Reads a `struct_time` or a tuple of nine integers.
    fn of_tuple(vm: &mut Vm, value: Value) -> PyResult<Self> {
        let items = match vm.heap.object(value) {
            Some(Object::Tuple(items)) => items.clone(),
            _ => return Err(vm.type_error("Tuple or struct_time argument required")),
        };
        if items.len() != 9 {
            return Err(vm.type_error("time tuple must have exactly 9 elements"));
        }
        let mut fields = [0; 9];
        for (field, item) in fields.iter_mut().zip(items.iter()) {
            *field = vm.to_index(*item)?;
        }
        let [
            year,
            month,
            day,
            hour,
            minute,
            second,
            weekday,
            day_of_year,
            _,
        ] = fields;
        let ranges = [
            ("month", month.max(1), 1, 12),
            ("day of month", day.max(1), 1, 31),
            ("hour", hour, 0, 23),
            ("minute", minute, 0, 59),
            ("seconds", second, 0, 61),
        ];
        for (name, value, low, high) in ranges {
            if !(low..=high).contains(&value) {
                return Err(vm.value_error(format_args!("{name} out of range")));
            }
        }
        Ok(Self {
            year,
            month: month.max(1),
            day: day.max(1),
            hour,
            minute,
            second,
            weekday: weekday.rem_euclid(7),
            day_of_year: day_of_year.max(1),
        })
    }

    /// `strftime` in the C locale.
    fn format(self, format: &str) -> String {
        const DAYS: [&str; 7] = [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ];
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let named = |names: &[&'static str], index: i64| -> &'static str {
            usize::try_from(index)
                .ok()
                .and_then(|index| names.get(index).copied())
                .unwrap_or("?")
        };
        let day_name = named(&DAYS, self.weekday);
        let month_name = named(&MONTHS, self.month - 1);
        let hour12 = (self.hour + 11) % 12 + 1;
        let half = if self.hour < 12 { "AM" } else { "PM" };
        let mut out = String::new();
        let mut chars = format.chars();
        while let Some(c) = chars.next() {
            if c != '%' {
                out.push(c);
                continue;
            }
            let text = match chars.next() {
                None => "%".into(),
                Some('a') => day_name[..3].into(),
                Some('A') => day_name.into(),
                Some('b' | 'h') => month_name[..3].into(),
                Some('B') => month_name.into(),
                Some('c') => self.format("%a %b %e %H:%M:%S %Y"),
                Some('C') => format!("{:02}", self.year / 100),
                Some('d') => format!("{:02}", self.day),
                Some('D' | 'x') => self.format("%m/%d/%y"),
                Some('e') => format!("{:2}", self.day),
                Some('F') => self.format("%Y-%m-%d"),
                Some('H') => format!("{:02}", self.hour),
                Some('I') => format!("{hour12:02}"),
                Some('j') => format!("{:03}", self.day_of_year),
                Some('m') => format!("{:02}", self.month),
                Some('M') => format!("{:02}", self.minute),
                Some('n') => "\n".into(),
                Some('p') => half.into(),
                Some('r') => self.format("%I:%M:%S %p"),
                Some('R') => self.format("%H:%M"),
                Some('s') => self.to_seconds().to_string(),
                Some('S') => format!("{:02}", self.second),
                Some('t') => "\t".into(),
                Some('T' | 'X') => self.format("%H:%M:%S"),
                Some('u') => (self.weekday + 1).to_string(),
                Some('U') => format!("{:02}", (self.day_of_year + 6 - (self.weekday + 1) % 7) / 7),
                Some('w') => ((self.weekday + 1) % 7).to_string(),
                Some('W') => format!("{:02}", (self.day_of_year + 6 - self.weekday) / 7),
                Some('G') => self.iso_week().0.to_string(),
                Some('V') => format!("{:02}", self.iso_week().1),
                Some('y') => format!("{:02}", self.year.rem_euclid(100)),
                Some('Y') => self.year.to_string(),
                Some('z') => "+0000".into(),
                Some('Z') => "UTC".into(),
                Some('%') => "%".into(),
                Some(other) => format!("%{other}"),
            };
            out.push_str(&text);
        }
        out
    }

    /// Year and week of ISO 8601: a week belongs to the year of its Thursday.
    fn iso_week(self) -> (i64, i64) {
        let days = days_from_civil(self.year, self.month, self.day);
        let thursday = Self::of_seconds((days - self.weekday + 3) * 86_400);
        (thursday.year, (thursday.day_of_year - 1) / 7 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    /// Each from CPython.
    #[test]
    fn the_calendar_is_that_of_cpython() {
        for (seconds, text) in [
            (0, "1970-01-01 00:00:00 Thu 001 00 00 1970-W01"),
            (1_767_225_600, "2026-01-01 00:00:00 Thu 001 00 00 2026-W01"),
            (951_782_400, "2000-02-29 00:00:00 Tue 060 09 09 2000-W09"),
            (-1, "1969-12-31 23:59:59 Wed 365 52 52 1970-W01"),
            (
                253_402_300_799,
                "9999-12-31 23:59:59 Fri 365 52 52 9999-W52",
            ),
        ] {
            let moment = Moment::of_seconds(seconds);
            assert_eq!(moment.format("%F %T %a %j %U %W %G-W%V"), text);
            assert_eq!(moment.to_seconds(), seconds);
        }
    }
}
