//! One program under simulation: stepping forward.
//!
//! ```text
//!            step(kind)                         fuel ran out
//!   ┌────┐ ──────────────▶ Pending::Step ─────────────────────▶ status Running
//!   │ at │   back(kind)                 no remembered step
//!   │ a  │ ──────────────▶ Pending::Jump ◀── Pending::Search ◀── back(kind)
//!   │stop│   seek(n)            │              (travel.rs)
//!   └────┘ ◀────────────────────┘
//!             reached
//! ```

use std::rc::Rc;

use loopscope_asyncio::lanes;
use loopscope_asyncio::{Settings, signals};
use loopscope_python::vm::{Files, Halt, Library, Vm};

use crate::goal::{Goal, StepKind};
use crate::history::{Keyframes, Moment, Stop, Stops};
use crate::narrate;
use crate::travel::{Jump, Search};
use crate::world;

/// What a simulation is given beside its source.
#[derive(Clone, Debug)]
pub struct Options {
    /// The name that tracebacks show.
    pub filename: String,
    /// What the program may read from standard input.
    pub stdin: String,
    /// Sources of library modules that are not built in.
    pub library: Library,
    /// The network, the web, and the signals that come.
    pub world: Settings,
    /// The files beside the program, by path relative to it: modules that it imports, and what it
    /// opens.
    pub files: Files,
    /// What a run may use.
    pub limits: Limits,
}

/// How much a run may use before it ends with exit status 4, or with the Python error of that
/// limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Instructions.
    pub fuel_max: u64,
    /// Instructions that the callbacks of one built-in function may run, and items that it may take
    /// from the engine's own iterators.
    pub nested_fuel_max: u64,
    /// Calls inside each other, before `RecursionError`.
    pub recursion_max: usize,
    /// Bytes of memory, before `MemoryError`.
    pub heap_bytes_max: usize,
    /// Bytes of output.
    pub output_bytes_max: usize,
}

impl Default for Limits {
    fn default() -> Self {
        let machine = loopscope_python::vm::Options::default();
        Self {
            fuel_max: machine.fuel_max,
            nested_fuel_max: machine.nested_fuel_max,
            recursion_max: machine.recursion_max,
            heap_bytes_max: machine.heap_bytes_max,
            output_bytes_max: machine.output_bytes_max,
        }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            filename: "main.py".to_owned(),
            stdin: String::new(),
            library: Library::default(),
            world: Settings::default(),
            files: Files::default(),
            limits: Limits::default(),
        }
    }
}

/// Something that comes from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Input {
    /// The instruction before which it comes.
    pub(crate) position: u64,
    /// The signal.
    pub(crate) number: u8,
}

/// How a simulation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// At a stop; the program goes on from here.
    Paused,
    /// The fuel ran out before the stop was reached: the same call again goes on.
    Running,
    /// The program came to its end with exit status 0.
    Finished,
    /// The program ended with another exit status.
    Failed,
    /// Nothing can ever happen again.
    Stalled,
    /// One of the engine's limits stopped the program.
    Limit,
}

impl Status {
    /// The status's name, as front ends spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Paused => "paused",
            Self::Running => "running",
            Self::Finished => "finished",
            Self::Failed => "failed",
            Self::Stalled => "stalled",
            Self::Limit => "limit",
        }
    }
}

/// What was begun and ran out of fuel.
#[derive(Clone, Debug)]
pub(crate) enum Pending {
    /// A step forward; the machine itself is on its way.
    Step(Goal, Stop),
    /// A search for the stop that a step back leads to; the machine stays where it is.
    Search(Box<Search>),
    /// A replay to a known position; the machine stays where it is.
    Jump(Box<Jump>),
}

/// One program under simulation: the machine, and the way it came.
///
/// The machine is a value. Everything here is a function of (program, options, position), but for
/// the remembered steps, which only say what *back* means.
#[derive(Clone, Debug)]
pub struct Simulator {
    pub(crate) source: Rc<str>,
    pub(crate) vm: Vm,
    pub(crate) keyframes: Keyframes,
    pub(crate) stops: Stops,
    pub(crate) pending: Option<Pending>,
    /// What came from outside, in order; each at its position, before the instruction there.
    pub(crate) inputs: Rc<[Input]>,
}

impl Simulator {
    /// Compiles a program and stops before its first instruction.
    ///
    /// A program that doesn't compile is at its end: its output is the error in CPython's words.
    pub fn new(source: &str, options: Options) -> Self {
        let mut files = options.files;
        let name = options.filename.rsplit('/').next().unwrap_or_default();
        if !files.contains(name) && !name.starts_with('<') {
            // The program is a file too: it may open or import itself.
            Rc::make_mut(&mut files).insert(name.to_owned(), source.as_bytes().into());
        }
        let machine = loopscope_python::vm::Options {
            stdin: options.stdin,
            library: options.library,
            files,
            fuel_max: options.limits.fuel_max,
            nested_fuel_max: options.limits.nested_fuel_max,
            recursion_max: options.limits.recursion_max,
            heap_bytes_max: options.limits.heap_bytes_max,
            output_bytes_max: options.limits.output_bytes_max,
            ..Default::default()
        };
        let mut vm = loopscope_asyncio::new_vm(machine, options.world);
        vm.start(&options.filename, source);
        Self {
            source: source.into(),
            keyframes: Keyframes::new(vm.clone()),
            vm,
            stops: Stops::new(),
            pending: None,
            inputs: [].into(),
        }
    }

    /// Sends a signal to the program, which gets it as soon as it goes on; `false` for a name that
    /// is none, and when the program has ended.
    ///
    /// It becomes part of this run: after a step back it comes again, at the same place. A signal
    /// at an earlier place begins another future. A program that waits for ever can still be sent
    /// one.
    pub fn signal(&mut self, name: &str) -> bool {
        let Some(number) = signals::number_of(name) else {
            return false;
        };
        self.settle();
        if self.status() == Status::Stalled {
            self.go_before_end();
        }
        if !matches!(self.status(), Status::Paused | Status::Running) {
            return false;
        }
        let position = self.vm.position();
        let mut inputs = self.inputs[..signals::n_sent(&self.vm)].to_vec();
        inputs.push(Input { position, number });
        self.inputs = inputs.into();
        self.keyframes.forget_behind(position);
        true
    }

    /// Takes the last instruction back.
    fn go_before_end(&mut self) {
        let last = self.vm.position().saturating_sub(1);
        let mut vm = self.keyframes.at_or_before(last).clone();
        let n_missing = last - vm.position();
        world::run(&mut vm, &self.inputs, n_missing);
        self.vm = vm;
        self.stops.forget_behind(Moment::of(&self.vm));
    }

    /// Goes forward to the next stop of a kind, or as far as `fuel` instructions lead.
    ///
    /// After [`Status::Running`] the same call goes on with the same step; any other call ends the
    /// step where it is.
    pub fn step(&mut self, kind: StepKind, fuel: u64) -> Status {
        let (goal, stop) = match self.pending.take() {
            Some(Pending::Step(goal, stop)) if goal.kind == kind => (goal, stop),
            other => {
                self.pending = other;
                self.settle();
                if self.vm.exit_status().is_some() {
                    return self.status();
                }
                (Goal::new(kind, &self.vm), self.begin(kind))
            }
        };
        let is_reached = self.advance(goal, fuel);
        self.pending = Some(Pending::Step(goal, stop));
        if is_reached {
            self.settle();
        }
        self.status()
    }

    /// Goes back to the start of the program, of a run to which nothing came from outside.
    pub fn reset(&mut self) {
        if let Some(first) = self.inputs.first() {
            self.keyframes.forget_behind(first.position);
            self.inputs = [].into();
        }
        self.vm = self.keyframes.start().clone();
        self.stops = Stops::new();
        self.pending = None;
    }

    /// How the simulation stands.
    pub fn status(&self) -> Status {
        let ended = self.vm.exit_status();
        if matches!(self.pending, Some(Pending::Search(_) | Pending::Jump(_))) {
            return Status::Running;
        }
        match ended {
            None if self.pending.is_some() => Status::Running,
            None => Status::Paused,
            Some(end) => match (&end.halt, end.code) {
                (Some(Halt::Stalled(_)), _) => Status::Stalled,
                (Some(Halt::Signal(_)), _) => Status::Failed,
                (Some(_), _) => Status::Limit,
                (None, 0) => Status::Finished,
                (None, _) => Status::Failed,
            },
        }
    }

    /// Instructions executed since the start.
    pub fn position(&self) -> u64 {
        self.vm.position()
    }

    /// How many steps led here.
    pub fn step_number(&self) -> usize {
        self.stops.len()
    }

    /// Virtual nanoseconds since the start.
    pub fn clock_ns(&self) -> u64 {
        self.vm.clock_ns
    }

    /// The program's exit status, once it has ended.
    pub fn exit_code(&self) -> Option<i32> {
        self.vm.exit_status().map(|end| end.code)
    }

    /// The hash of the whole machine: equal exactly where the machines are.
    pub fn hash(&self) -> u64 {
        self.vm.state_hash()
    }

    /// What the last step did, in words.
    pub(crate) fn sentence(&self) -> String {
        let here = Moment::of(&self.vm);
        let last = match &self.pending {
            Some(Pending::Step(_, stop)) => Some(stop),
            _ => self.stops.last_at(here),
        };
        narrate::sentence(&self.vm, last, self.status())
    }

    /// A step that begins here.
    fn begin(&self, kind: StepKind) -> Stop {
        let here = Moment::of(&self.vm);
        Stop {
            kind,
            from: here,
            to: here,
            n_events: world::trace(&self.vm).len(),
            n_outputs: self.vm.output.len(),
            line: self.vm.place().map(|place| (place.line, place.function)),
            task: world::current_task(&self.vm),
            thread: lanes::running_thread(&self.vm),
        }
    }

    /// Ends whatever is under way, where it is.
    pub(crate) fn settle(&mut self) {
        if let Some(Pending::Step(_, mut stop)) = self.pending.take() {
            stop.to = Moment::of(&self.vm);
            if stop.from != stop.to {
                self.stops.push(stop);
            }
        }
    }

    /// Runs until a step's stop or the end; `false` if the fuel ran out before.
    fn advance(&mut self, goal: Goal, fuel: u64) -> bool {
        let limit = self.vm.position().saturating_add(fuel);
        let mut next_keyframe = self.keyframes.next_wanted(&self.vm);
        let mut before = world::progress(&self.vm);
        while self.vm.exit_status().is_none() {
            let position = self.vm.position();
            if limit <= position {
                return false;
            }
            if goal.is_end() {
                // The farthest that neither passes the limit nor the next keyframe.
                let until = limit.min(next_keyframe.max(position + 1));
                world::run(&mut self.vm, &self.inputs, until - position);
            } else {
                world::run(&mut self.vm, &self.inputs, 1);
                if self.vm.exit_status().is_none() && goal.is_reached(&self.vm, before) {
                    return true;
                }
                before = world::progress(&self.vm);
            }
            if next_keyframe <= self.vm.position() {
                self.keyframes.offer(&self.vm);
                next_keyframe = self.keyframes.next_wanted(&self.vm);
            }
        }
        true
    }
}
