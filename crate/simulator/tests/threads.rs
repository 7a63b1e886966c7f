//! What is shown of threads: where each stands, and what blocks it until when.

use loopscope_simulator::{Options, Simulator, Status, StepKind, ThreadState, ThreadView};

const PLENTY: u64 = 50_000_000;
const SECOND: u64 = 1_000_000_000;

/// Two threads that want the same lock, and the main thread that waits for both.
const COOKS: &str = "\
import threading
import time

stove = threading.Lock()

def cook(minutes):
    with stove:
        time.sleep(minutes)
    print('done')

threads = [threading.Thread(target=cook, args=(n,), name=f'cook {n}') for n in (3, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";

fn open(source: &str) -> Simulator {
    Simulator::new(source, Options::default())
}

fn threads(simulator: &Simulator) -> Vec<ThreadView> {
    simulator.threads(0, usize::MAX).items
}

/// Steps until the function that runs next is the one named, or the module's code.
fn step_into(simulator: &mut Simulator, function: &str) {
    let is_there = |simulator: &Simulator| {
        let place = simulator.view().place;
        place.is_some_and(|place| place.function_name == function)
    };
    while !is_there(simulator) {
        assert_eq!(simulator.step(StepKind::Line, PLENTY), Status::Paused);
    }
}

#[test]
fn there_are_none_to_show_before_the_program_makes_one() {
    let mut simulator = open(COOKS);
    step_into(&mut simulator, "<module>");
    assert_eq!(simulator.view().threads_total, 0);
    assert_eq!(threads(&simulator), []);
    assert_eq!(simulator.view().running_thread, None);
}

#[test]
fn who_starts_a_thread_goes_on_when_it_blocks() {
    let mut simulator = open(COOKS);
    step_into(&mut simulator, "cook");
    let view = simulator.view();
    assert_eq!(view.threads_total, 2);
    assert_eq!(view.running_thread.as_deref(), Some("cook 3"));
    let [main, cook] = <[ThreadView; 2]>::try_from(threads(&simulator)).expect("two");
    assert_eq!((main.id, main.state), (1, ThreadState::Ready));
    assert_eq!((main.name.as_str(), main.line), ("MainThread", Some(13)));
    assert_eq!((cook.id, cook.state), (2, ThreadState::Running));
    assert_eq!(cook.function_name.as_deref(), Some("cook"));
    assert_eq!(cook.line, Some(7), "what runs next");
    simulator.step(StepKind::Line, PLENTY);
    assert_eq!(simulator.view().sentence, "Thread cook 3 runs line 7.");
}

#[test]
fn a_blocked_thread_tells_by_what_and_until_when() {
    let mut simulator = open(COOKS);
    simulator.step(StepKind::Tick, PLENTY); // all wait, and the clock has moved
    let [main, first, second] = <[ThreadView; 3]>::try_from(threads(&simulator)).expect("three");
    assert_eq!(main.state, ThreadState::Blocked);
    assert_eq!(main.waiting_for.as_deref(), Some("Thread.join()"));
    assert_eq!((main.line, main.deadline_ns), (Some(15), None));
    assert_eq!(simulator.view().clock_ns, 3 * SECOND);
    assert_eq!(first.state, ThreadState::Running);
    assert_eq!(second.state, ThreadState::Blocked);
    assert_eq!(second.waiting_for.as_deref(), Some("Lock.acquire()"));
    assert_eq!((second.line, second.since_ns), (Some(7), Some(0)));
    assert_eq!(simulator.step(StepKind::End, PLENTY), Status::Finished);
    assert_eq!(threads(&simulator), [], "nothing is left to show");
}

#[test]
fn a_sleeping_thread_tells_when_it_wakes() {
    let mut simulator = open(
        "import threading, time\nthreading.Thread(target=time.sleep, args=(5,)).start()\nx = 1\n",
    );
    simulator.step(StepKind::Line, PLENTY);
    simulator.step(StepKind::Line, PLENTY);
    let sleeper = &threads(&simulator)[1];
    assert_eq!(sleeper.waiting_for.as_deref(), Some("sleep()"));
    assert_eq!(
        (sleeper.since_ns, sleeper.deadline_ns),
        (Some(0), Some(5 * SECOND))
    );
}

#[test]
fn a_task_is_shown_with_the_thread_that_it_blocks() {
    let mut simulator = open(
        "\
import asyncio
import time

async def main():
    started = asyncio.to_thread(time.sleep, 2)
    done = asyncio.ensure_future(started)
    await asyncio.sleep(1)
    time.sleep(3)
    await done

asyncio.run(main())
",
    );
    simulator.step(StepKind::Tick, PLENTY);
    simulator.step(StepKind::Line, PLENTY); // the sleep is over
    let [main, worker] = <[ThreadView; 2]>::try_from(threads(&simulator)).expect("two");
    assert_eq!(worker.name, "asyncio_0");
    assert_eq!(worker.deadline_ns, Some(2 * SECOND));
    assert_eq!(main.task, Some(1));
}

#[test]
fn threads_that_wait_for_each_other_are_named_with_what_they_wait_for() {
    let mut simulator = open(
        "\
import threading

lock = threading.Lock()
lock.acquire()

def work():
    lock.acquire()

thread = threading.Thread(target=work, name='worker')
thread.start()
thread.join()
",
    );
    assert_eq!(simulator.step(StepKind::End, PLENTY), Status::Stalled);
    let expected = [
        "MainThread waits for Thread.join() at line 11",
        "worker waits for Lock.acquire() at line 7",
    ];
    assert_eq!(
        simulator.stall().as_deref(),
        Some(&expected.map(String::from)[..])
    );
}
