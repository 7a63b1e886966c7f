//! Running a loop: the frame that takes handle after handle from the executor and runs it on the
//! machine's stack.

mod outside;

use loopscope_executor::{EventId, Step};
use loopscope_python::native::{Flow, Input, NativeFrame, PyResult, Raised};
use loopscope_python::object::{Marks, ObjId, Value, classes};
use loopscope_python::vm::{Halt, Vm};

use crate::base_events::{EPOCH_NS, EventLoop, NEVER, Payload, event_loop, event_loop_mut};
use crate::contextvars::{self, Scope};
use crate::foreign::{pass, passes};
use crate::futures::{self, Callback, State, future, future_mut};
use crate::gather;
use crate::host::{START, record_caused, record_run, state, state_mut};
use crate::tasks::{self, StepGuard};
use crate::trace::EventKind;
use crate::{report, stall, workers};

/// Where CPython runs a handle, for warnings about what is lost there.
const HANDLE_RUN: &str = "/usr/lib/python3.14/asyncio/events.py:94";

/// What the frame waits for.
#[derive(Clone, Debug)]
enum Phase {
    /// Its turn: nothing of a handle is under way.
    Idle,
    /// A coroutine, in a task's step; whether it went on because of a future.
    Step { guard: StepGuard, has_waited: bool },
    /// A callback.
    Callback { before: Scope, payload: Payload },
    /// The report of a callback's error.
    Report,
    /// A thread that runs while the loop has nothing to do.
    Thread,
    /// The look at the loop's files.
    Poll,
    /// The handlers of signals.
    Signal,
}

/// `run_forever()` or `run_until_complete()` on the machine's stack.
///
/// ```text
///  Idle ── executor: Turn, Advanced ──▶ Idle           each an instruction of its own
///  Idle ── executor: Run ──▶ Step, Callback ── ends ──▶ Idle
///  Idle ── told to stop, at the end of a turn ──▶ leaves
/// ```
#[derive(Clone, Debug)]
pub(crate) struct LoopRun {
    event_loop: ObjId,
    /// The future of `run_until_complete()`.
    until: Option<ObjId>,
    /// Whether `until` is a task that was made for it: then nobody else can look at its exception.
    is_new_task: bool,
    /// Whether a turn has begun: a loop that was told to stop before it ran runs one.
    has_begun: bool,
    /// Whether the files have been looked at since anything ran.
    has_polled: bool,
    /// Whether other threads have run since the loop had nothing to do.
    has_waited: bool,
    /// When the next piece of data comes over the network, in nanoseconds since the start, and the
    /// event that sent it.
    arrival: Option<(u64, EventId)>,
    phase: Phase,
    /// What the callback that has just run returned.
    returned: Option<ObjId>,
    /// The handle that runs and when it began; only in debug mode.
    timed: Option<Box<(Payload, u64)>>,
}

impl LoopRun {
    /// Prepares to run a loop.
    ///
    /// # Errors
    ///
    /// `RuntimeError` if it is closed, or if a loop is running.
    pub(crate) fn new(vm: &mut Vm, id: ObjId, method: Method) -> PyResult<Self> {
        if let Err(raised) = crate::base_events::check_open(vm, id) {
            return Err(passes(vm, raised, method.place("closed_run")));
        }
        check_not_running(vm, id, method)?;
        Ok(Self {
            event_loop: id,
            until: None,
            is_new_task: false,
            has_begun: false,
            has_polled: false,
            has_waited: false,
            arrival: None,
            phase: Phase::Idle,
            returned: None,
            timed: None,
        })
    }

    /// Runs until a future is done.
    pub(crate) fn until(mut self, future: ObjId, is_new_task: bool) -> Self {
        self.until = Some(future);
        self.is_new_task = is_new_task;
        self
    }

    fn event_loop<'vm>(&self, vm: &'vm mut Vm) -> &'vm mut EventLoop {
        event_loop_mut(vm, self.event_loop)
    }

    fn enter(&mut self, vm: &mut Vm) {
        self.event_loop(vm).is_running = true;
        let state = state_mut(vm);
        state.running = Some(self.event_loop);
        state.last_loop = Some(self.event_loop);
    }

    /// Does one thing: begins a turn, moves the clock, or begins a handle.
    #[cfg_attr(engine, optimize(speed))]
    fn step(&mut self, vm: &mut Vm) -> PyResult<Flow> {
        if self.is_alone(vm) {
            self.has_polled = false;
            self.has_waited = false;
        } else if let Some(flow) = self.look_outside(vm) {
            return Ok(flow);
        }
        let now_ns = vm.clock_ns;
        let has_begun = self.has_begun;
        let event_loop = self.event_loop(vm);
        let debug = event_loop.debug;
        let executor = &mut event_loop.executor;
        executor.set_now(EPOCH_NS + now_ns);
        let step = if event_loop.is_stopping && executor.at_turn_boundary() {
            if has_begun {
                return self.leave(vm, None);
            }
            executor.begin_turn()
        } else if executor.at_turn_boundary()
            && executor.ready_len() == 0
            && executor.next_deadline() == Some(NEVER)
        {
            // A deadline that never comes.
            Step::Idle
        } else {
            executor.step()
        };
        match step {
            Step::Turn {
                number,
                n_handles,
                n_fired,
            } => {
                self.has_begun = true;
                state_mut(vm).progress.turns += 1;
                let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                let kind = EventKind::Turn {
                    number,
                    n_handles: count(n_handles),
                    n_fired: count(n_fired),
                };
                let first = self.event_loop(vm).executor.ready().next();
                let cause = first.map_or(START, |handle| handle.cause);
                record_caused(vm, kind, cause);
                Ok(Flow::Again)
            }
            Step::Advanced { from, to } => {
                vm.clock_ns = to - EPOCH_NS;
                state_mut(vm).progress.ticks += 1;
                let first = self.event_loop(vm).executor.timers().next();
                let cause = first.map_or(START, |timer| timer.cause);
                let from_ns = from - EPOCH_NS;
                record_caused(vm, EventKind::Advanced { from_ns }, cause);
                Ok(Flow::Again)
            }
            Step::Run(handle) => {
                let (task, line) = match handle.payload.task() {
                    Some(id) => {
                        let task = tasks::task(vm, id);
                        let line = task.line(vm);
                        (Some(task.number), line)
                    }
                    None => (None, 0),
                };
                let kind = EventKind::Run {
                    handle: handle.id.serial(),
                    task,
                };
                record_run(vm, kind, line, handle.cause);
                if debug {
                    self.timed = Some(Box::new((handle.payload.clone(), vm.clock_ns)));
                }
                self.run(vm, handle.payload)
            }
            Step::Idle => {
                let lines = stall::explain(vm, self.event_loop);
                Err(vm.raise_halt(Halt::Stalled(lines)))
            }
        }
    }

    #[cfg_attr(engine, optimize(speed))]
    fn run(&mut self, vm: &mut Vm, payload: Payload) -> PyResult<Flow> {
        match payload {
            Payload::Step { task } => self.run_step(vm, task.id(), None, false),
            Payload::Throw { task, exception } => {
                self.run_step(vm, task.id(), Some(Raised(exception.id())), false)
            }
            Payload::Wake { task, future } => {
                let thrown = futures::result(vm, future.id()).err();
                let thrown = thrown.map(|raising| vm.caught(raising));
                self.run_step(vm, task.id(), thrown, true)
            }
            Payload::Callback {
                function,
                ref args,
                ref scope,
                ..
            } => {
                let flow = Flow::Call {
                    callee: function,
                    args: args.to_vec(),
                };
                let before = contextvars::enter(vm, scope.0.clone())?;
                self.phase = Phase::Callback { before, payload };
                Ok(flow)
            }
            Payload::SetResult { future, result } => {
                futures::set_result_unless_cancelled(vm, future.id(), result)?;
                Ok(self.handle_ended(vm))
            }
            Payload::ThreadDone {
                future,
                value,
                has_failed,
            } => {
                workers::end_future(vm, future.id(), value, has_failed)?;
                Ok(self.handle_ended(vm))
            }
            Payload::Gather { outer, child } => {
                gather::child_done(vm, outer.id(), child.id())?;
                future_dropped(vm, outer.into());
                Ok(self.handle_ended(vm))
            }
            Payload::Stop { future } => {
                self.stop(vm, future.id());
                Ok(self.handle_ended(vm))
            }
        }
    }

    /// Begins a step of a task; `has_waited` for a future.
    #[cfg_attr(engine, optimize(speed))]
    fn run_step(
        &mut self,
        vm: &mut Vm,
        task: ObjId,
        thrown: Option<Raised>,
        has_waited: bool,
    ) -> PyResult<Flow> {
        match tasks::begin_step(vm, task, thrown) {
            Ok((guard, flow)) => {
                self.phase = Phase::Step { guard, has_waited };
                Ok(flow)
            }
            Err(raising) => {
                let raised = vm.caught(raising);
                self.step_failed(vm, has_waited, raised)
            }
        }
    }

    /// Has the error of a handle reported, unless it ends the run.
    fn report(
        &mut self,
        vm: &mut Vm,
        raised: Raised,
        report: impl FnOnce(&mut Vm, Raised) -> PyResult<Flow>,
    ) -> PyResult<Flow> {
        if leaves_loop(vm, raised) {
            return Err(vm.raising(raised));
        }
        pass(vm, raised, "callback");
        self.phase = Phase::Report;
        report(vm, raised)
    }

    fn step_failed(&mut self, vm: &mut Vm, has_waited: bool, raised: Raised) -> PyResult<Flow> {
        let event_loop = self.event_loop;
        self.report(vm, raised, |vm, raised| {
            report::step_failed(vm, event_loop, has_waited, raised)
        })
    }

    fn callback_failed(
        &mut self,
        vm: &mut Vm,
        payload: &Payload,
        raised: Raised,
    ) -> PyResult<Flow> {
        let event_loop = self.event_loop;
        let Payload::Callback {
            function,
            args,
            handle,
            ..
        } = payload
        else {
            return Err(vm.raising(raised));
        };
        self.report(vm, raised, |vm, raised| {
            report::callback_failed(
                vm,
                event_loop,
                (*function, args),
                handle.map(|link| link.id()),
                raised,
            )
        })
    }

    /// The future that the loop runs for is done.
    fn stop(&self, vm: &mut Vm, id: ObjId) {
        if future(vm, id).state == State::Finished {
            future_mut(vm, id).is_unretrieved = false;
            if let Some(exception) = future(vm, id).exception()
                && leaves_loop(vm, Raised(exception))
            {
                // The exception itself has stopped the loop; a further run must not stop at once.
                return;
            }
        }
        self.event_loop(vm).is_stopping = true;
    }

    #[cfg_attr(engine, optimize(speed))]
    fn handle_ended(&mut self, vm: &mut Vm) -> Flow {
        self.phase = Phase::Idle;
        if let Some(timed) = self.timed.take() {
            let (payload, began_ns) = &*timed;
            report::slow_handle(vm, self.event_loop, payload, vm.clock_ns - began_ns);
        }
        let mut state = state_mut(vm);
        while let Some(id) = state.unwatched.pop() {
            vm.value_dropped(id.into());
            state = state_mut(vm);
        }
        state.trace.current = START;
        Flow::Again
    }

    /// Ends the run: what the frame returns or raises.
    fn leave(&mut self, vm: &mut Vm, error: Option<Raised>) -> PyResult<Flow> {
        let event_loop = self.event_loop(vm);
        event_loop.is_running = false;
        event_loop.is_stopping = false;
        event_loop.executor.abandon_turn();
        state_mut(vm).running = None;
        state_mut(vm).trace.current = START;
        if let Some(until) = self.until {
            let is_new_task = self.is_new_task;
            let future = future_mut(vm, until);
            future
                .callbacks
                .retain(|callback| !matches!(callback, Callback::Stop));
            if error.is_some() && is_new_task {
                future.is_unretrieved = false;
            }
        }
        if let Some(error) = error {
            let place = if self.until.is_some() {
                "left"
            } else {
                "left_forever"
            };
            if leaves_loop(vm, error) {
                pass(vm, error, place);
            }
            return Err(vm.raising(error));
        }
        let Some(until) = self.until else {
            return Ok(Flow::Return(Value::None));
        };
        if !future(vm, until).is_done() {
            let message = "Event loop stopped before Future completed.";
            let raised = vm.raise(classes::RUNTIME_ERROR, message);
            return Err(passes(vm, raised, "stopped"));
        }
        match futures::result(vm, until) {
            Ok(value) => Ok(Flow::Return(value)),
            Err(raised) => Err(passes(vm, raised, "result")),
        }
    }

    #[cfg_attr(engine, optimize(speed))]
    fn advance(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        match std::mem::replace(&mut self.phase, Phase::Idle) {
            Phase::Idle => {
                if matches!(input, Input::Start) {
                    self.enter(vm);
                    return Ok(Flow::Again);
                }
                self.step(vm)
            }
            Phase::Step { guard, has_waited } => {
                let task = guard.task;
                let may_be_lost =
                    !matches!(input, Input::Yielded(_)) && future(vm, task).callbacks.is_empty();
                if let Err(raising) = tasks::end_step(vm, guard, input) {
                    let raised = vm.caught(raising);
                    return self.step_failed(vm, has_waited, raised);
                }
                let flow = self.handle_ended(vm);
                if may_be_lost {
                    future_dropped(vm, task.into());
                }
                Ok(flow)
            }
            Phase::Callback { before, payload } => {
                contextvars::leave(vm, before);
                match input {
                    Input::Raised(raised) => self.callback_failed(vm, &payload, raised),
                    input => {
                        if let Input::Returned(Value::Obj(id)) = input {
                            self.returned = Some(id);
                        }
                        let flow = self.handle_ended(vm);
                        if let Payload::Callback { args, .. } = payload {
                            args.iter().for_each(|&arg| future_dropped(vm, arg));
                        }
                        Ok(flow)
                    }
                }
            }
            Phase::Poll => self.polled(vm, input),
            Phase::Report | Phase::Thread | Phase::Signal => match input {
                Input::Raised(raised) => Err(vm.raising(raised)),
                _ => Ok(self.handle_ended(vm)),
            },
        }
    }
}

impl NativeFrame for LoopRun {
    #[cfg_attr(engine, optimize(speed))]
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        state_mut(vm).loop_line = Some(0);
        let flow = self.advance(vm, input);
        let flow = match flow {
            Err(raising) if event_loop(vm, self.event_loop).is_running => {
                let raised = vm.caught(raising);
                self.leave(vm, Some(raised))
            }
            _ => flow,
        };
        if !matches!(flow, Ok(Flow::Again)) {
            state_mut(vm).loop_line = None;
        }
        flow
    }

    fn place(&self) -> Option<&'static str> {
        Some(HANDLE_RUN)
    }

    fn take_dropped(&mut self) -> Option<ObjId> {
        self.returned.take()
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn hides_callers(&self) -> bool {
        true
    }

    fn trace(&self, marks: &mut Marks) {
        marks.id(self.event_loop);
        if let Some(until) = self.until {
            marks.id(until);
        }
        if let Some(timed) = &self.timed {
            timed.0.trace(&mut |value| marks.value(value));
        }
        match &self.phase {
            Phase::Idle | Phase::Report | Phase::Thread | Phase::Poll | Phase::Signal => {}
            Phase::Step { guard, .. } => trace_guard(guard, marks),
            Phase::Callback { before, payload } => {
                before.trace(&mut |value| marks.value(value));
                payload.trace(&mut |value| marks.value(value));
            }
        }
    }
}

/// A handle lets go of a value: if that is a future, what nobody looked at is told, and what only
/// the frames of its exception held goes with it.
fn future_dropped(vm: &mut Vm, value: Value) {
    let Some(id) = futures::as_future(vm, value) else {
        return;
    };
    if future(vm, id).is_unretrieved {
        vm.value_dropped(value);
    }
    for error in future(vm, id).errors() {
        vm.error_dropped(error);
    }
}

pub(crate) fn trace_guard(guard: &StepGuard, marks: &mut Marks) {
    marks.id(guard.task);
    if let Some((task, _)) = guard.outer_task {
        marks.id(task);
    }
    guard.outer_scope.trace(&mut |value| marks.value(value));
}

/// By which method a loop runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    Forever,
    UntilComplete,
}

impl Method {
    /// The place in CPython's library where this method finds that it can't run.
    fn place(self, of_run: &'static str) -> &'static str {
        match (self, of_run) {
            (Self::UntilComplete, _) => of_run,
            (Self::Forever, "closed_run") => "closed_run_forever",
            (Self::Forever, "running_run") => "running_run_forever",
            (Self::Forever, _) => "other_run_forever",
        }
    }
}

fn check_not_running(vm: &mut Vm, id: ObjId, method: Method) -> PyResult<()> {
    let (message, place) = if event_loop(vm, id).is_running {
        ("This event loop is already running", "running_run")
    } else if state(vm).running.is_some() {
        let message = "Cannot run the event loop while another loop is running";
        (message, "other_run")
    } else {
        return Ok(());
    };
    let raised = vm.raise(classes::RUNTIME_ERROR, message);
    Err(passes(vm, raised, method.place(place)))
}

fn leaves_loop(vm: &Vm, raised: Raised) -> bool {
    vm.exception_matches(raised, classes::SYSTEM_EXIT)
        || vm.exception_matches(raised, classes::KEYBOARD_INTERRUPT)
}
