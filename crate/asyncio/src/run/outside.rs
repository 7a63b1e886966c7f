//! What a loop looks after beside its handles: files, signals, other threads.

use loopscope_executor::EventId;
use loopscope_python::native::{Flow, Input, PyResult};
use loopscope_python::vm::Vm;

use super::{LoopRun, Phase};
use crate::base_events::{EPOCH_NS, NEVER, event_loop, since_start};
use crate::host::{START, record_caused, state, state_mut};
use crate::trace::EventKind;
use crate::{network, signals, threads};

impl LoopRun {
    /// Whether nothing but the loop's handles can be next.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn is_alone(&self, vm: &Vm) -> bool {
        let state = state(vm);
        state.thread.is_none()
            && state.blocked.is_empty()
            && state.ready.is_empty()
            && state.signals.is_quiet()
            && self.arrival.is_none()
            && event_loop(vm, self.event_loop).poll.is_none()
    }

    /// Looks after files, signals and other threads.
    pub(super) fn look_outside(&mut self, vm: &mut Vm) -> Option<Flow> {
        if let Some(flow) = self.poll(vm) {
            self.phase = Phase::Poll;
            return Some(flow);
        }
        self.has_polled = false;
        if let Some(flow) = signals::handle_due(vm) {
            self.phase = Phase::Signal;
            return Some(flow);
        }
        if let Some(flow) = self.wake_thread(vm) {
            self.phase = Phase::Thread;
            return Some(flow);
        }
        self.wait_for_outside(vm).then_some(Flow::Again)
    }

    /// The look at the loop's files that comes before each turn, if it has any.
    fn poll(&self, vm: &mut Vm) -> Option<Flow> {
        let (id, has_begun) = (self.event_loop, self.has_begun);
        let event_loop = self.event_loop(vm);
        let leaves = event_loop.is_stopping && has_begun;
        if self.has_polled
            || event_loop.poll.is_none()
            || leaves
            || !event_loop.executor.at_turn_boundary()
        {
            return None;
        }
        Some(Flow::Call {
            callee: event_loop.poll,
            args: vec![id.into()],
        })
    }

    /// The files have been looked at, and handles of those that are ready were queued.
    pub(super) fn polled(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        self.arrival = match input {
            Input::Raised(raised) => return Err(vm.raising(raised)),
            Input::Returned(arrival) => network::arrival(vm, arrival),
            _ => None,
        };
        self.has_polled = true;
        Ok(Flow::Again)
    }

    /// When the next piece of data or the next signal comes, and why.
    fn next_outside(&self, vm: &Vm) -> Option<(u64, EventId)> {
        let signal = state(vm).signals.next_ns().map(|ns| (ns, START));
        self.arrival
            .into_iter()
            .chain(signal)
            .min_by_key(|&(ns, _)| ns)
    }

    /// Moves the clock to where the next piece of data or the next signal comes, if nothing else
    /// does before.
    fn wait_for_outside(&self, vm: &mut Vm) -> bool {
        let Some((arrival_ns, cause)) = self.next_outside(vm) else {
            return false;
        };
        let now_ns = vm.clock_ns;
        let event_loop = self.event_loop(vm);
        let executor = &event_loop.executor;
        let deadline = executor.next_deadline().unwrap_or(NEVER);
        if event_loop.is_stopping
            || !executor.at_turn_boundary()
            || executor.ready_len() > 0
            || deadline <= EPOCH_NS + now_ns
            || since_start(deadline) < arrival_ns
        {
            return false;
        }
        vm.clock_ns = arrival_ns.max(now_ns);
        state_mut(vm).progress.ticks += 1;
        record_caused(vm, EventKind::Advanced { from_ns: now_ns }, cause);
        true
    }

    /// A thread whose time comes before the loop has anything to do.
    fn wake_thread(&mut self, vm: &mut Vm) -> Option<Flow> {
        // Once others run because the loop waits, those who are ready come before it.
        let has_waited = std::mem::take(&mut self.has_waited);
        let is_main = state(vm).thread.is_none();
        if is_main && state(vm).blocked.is_empty() && state(vm).ready.is_empty() {
            return None;
        }
        let has_ready = !state(vm).ready.is_empty();
        let outside = self.next_outside(vm).map_or(NEVER, |(ns, _)| ns);
        let event_loop = self.event_loop(vm);
        let has_work = event_loop.is_stopping || event_loop.executor.ready_len() > 0;
        if has_work && !(has_waited && has_ready) {
            return None;
        }
        let deadline = event_loop.executor.next_deadline().unwrap_or(NEVER);
        let deadline_ns = since_start(deadline).min(outside);
        if is_main || !vm.can_detach() {
            let flow = threads::wake_next(vm, deadline_ns);
            self.has_waited = flow.is_some();
            return flow;
        }
        if has_work || deadline_ns <= vm.clock_ns {
            return None;
        }
        let deadline_ns = Some(deadline_ns).filter(|_| deadline != NEVER || outside != NEVER);
        Some(threads::wait(vm, None, deadline_ns, Some(self.event_loop)))
    }
}
