//! Whole programs on a machine: what they print, what is recorded, and what can be seen in between.

use loopscope_asyncio::trace::{EventKind, FutureKind, Outcome, TaskId, Waiting};
use loopscope_asyncio::views::{self, TaskState};
use loopscope_asyncio::{Progress, Settings, asyncio_of, new_vm};
use loopscope_executor::EventId;
use loopscope_python::vm::{Options, RunExit, Stream, Vm};

const SECOND: u64 = 1_000_000_000;

/// Many kinds of waiting at once.
const BUSY: &str = "
import asyncio

async def worker(name, queue, lock):
    while True:
        async with lock:
            item = await queue.get()
        if item is None:
            return name
        await asyncio.sleep(item)
        print(name, item)

async def main():
    queue, lock = asyncio.Queue(maxsize=1), asyncio.Lock()
    workers = [asyncio.create_task(worker(name, queue, lock), name=name) for name in 'ab']
    for item in (1, 2, 0.5, None, None):
        await queue.put(item)
    print(await asyncio.gather(*workers))
    try:
        async with asyncio.timeout(1):
            await asyncio.Event().wait()
    except TimeoutError:
        print('late')
    late = asyncio.create_task(asyncio.sleep(9))
    await asyncio.sleep(0)
    late.cancel('enough')
    print(await asyncio.gather(late, return_exceptions=True))

asyncio.run(main())
";

fn started(source: &str) -> Vm {
    let mut vm = new_vm(Options::default(), Settings::default());
    vm.start("test.py", source);
    vm
}

fn ended(source: &str) -> Vm {
    let mut vm = started(source);
    finish(&mut vm);
    vm
}

fn finish(vm: &mut Vm) {
    for _ in 0..1_000 {
        if vm.run(100_000) == RunExit::Ended {
            return;
        }
    }
    panic!("the program does not end");
}

fn written(vm: &Vm, stream: Stream) -> String {
    let outputs = vm.output.iter().filter(|output| output.stream == stream);
    outputs.map(|output| &*output.text).collect()
}

fn progress(vm: &Vm) -> Progress {
    asyncio_of(vm).expect("the machine has asyncio").progress()
}

/// Runs one instruction at a time until something can be seen.
fn until(vm: &mut Vm, mut is_seen: impl FnMut(&Vm) -> bool) {
    while !is_seen(vm) {
        assert_eq!(vm.run(1), RunExit::Paused, "it was never seen");
    }
}

fn id(number: u64) -> TaskId {
    TaskId::new(number).expect("tasks count from 1")
}

fn waiting(vm: &Vm, number: u64) -> Option<Waiting> {
    let view = views::task_of(vm, id(number))?;
    match view.state {
        TaskState::Pending { waiting_on } => Some(waiting_on),
        TaskState::Ended(_) => None,
    }
}

#[test]
fn a_program_of_many_parts_ends_as_it_should() {
    let vm = ended(BUSY);
    assert_eq!(
        written(&vm, Stream::Stdout),
        "a 1\na 0.5\nb 2\n['a', 'b']\nlate\n[CancelledError('')]\n"
    );
    assert_eq!(written(&vm, Stream::Stderr), "");
    assert_eq!(vm.exit_status().map(|status| status.code), Some(0));
}

#[test]
fn every_event_but_the_first_has_an_earlier_cause() {
    let vm = ended(BUSY);
    let trace = asyncio_of(&vm).expect("the machine has asyncio").trace();
    assert_eq!(trace.first(), EventId(0));
    for event in trace.since(EventId(1)) {
        let cause = event.cause.expect("only the first has none");
        assert!(cause < event.id, "{event:?}");
    }
    let runs = trace
        .since(EventId(0))
        .filter(|event| matches!(event.kind, EventKind::Run { .. }));
    for run in runs {
        let cause = run.cause.and_then(|id| trace.get(id));
        let kind = cause.expect("nothing was dropped").kind;
        assert!(
            !matches!(kind, EventKind::Started | EventKind::Turn { .. }),
            "{run:?} is caused by {kind:?}"
        );
    }
}

#[test]
fn a_pause_is_possible_between_any_two_of_turn_tick_and_handle() {
    let mut vm = started(BUSY);
    let mut before = progress(&vm);
    while vm.run(1) == RunExit::Paused {
        let now = progress(&vm);
        let n_steps = (now.turns - before.turns)
            + (now.ticks - before.ticks)
            + (now.handles - before.handles);
        assert!(n_steps <= 1, "{before:?}, then {now:?}");
        before = now;
    }
    assert!(before.turns > 10 && before.ticks >= 4 && before.handles > before.turns);
}

#[test]
fn a_clone_goes_its_own_way() {
    let mut vm = started(BUSY);
    let expected = written(&ended(BUSY), Stream::Stdout);
    while vm.run(97) == RunExit::Paused {
        let before = vm.state_hash();
        let mut copy = vm.clone();
        assert_eq!(copy.state_hash(), before);
        finish(&mut copy);
        assert_eq!(written(&copy, Stream::Stdout), expected);
        assert_eq!(
            vm.state_hash(),
            before,
            "running the copy changed the original"
        );
    }
    assert_eq!(written(&vm, Stream::Stdout), expected);
}

#[test]
fn views_tell_what_each_task_waits_for() {
    let mut vm = started(
        "
import asyncio

async def inner(event):
    await event.wait()

async def outer(event):
    await inner(event)

async def main():
    event, lock = asyncio.Event(), asyncio.Lock()
    await lock.acquire()
    tasks = [
        asyncio.create_task(outer(event), name='deep'),
        asyncio.create_task(lock.acquire()),
        asyncio.create_task(asyncio.Queue().get()),
        asyncio.create_task(asyncio.sleep(5)),
    ]
    tasks.append(asyncio.create_task(asyncio.wait_for(asyncio.shield(tasks[0]), None)))
    await asyncio.gather(*tasks)

asyncio.run(main())
",
    );
    until(&mut vm, |vm| progress(vm).ticks == 1);
    let future = |kind| Some(Waiting::Future(kind));
    assert_eq!(waiting(&vm, 1), future(FutureKind::Gather));
    assert_eq!(waiting(&vm, 2), future(FutureKind::Event));
    assert_eq!(waiting(&vm, 3), future(FutureKind::Lock));
    assert_eq!(waiting(&vm, 4), future(FutureKind::QueueGet));
    assert_eq!(
        waiting(&vm, 5),
        Some(Waiting::Sleep {
            deadline_ns: 5 * SECOND
        })
    );
    assert_eq!(waiting(&vm, 6), future(FutureKind::Shield));

    let main = views::task_of(&vm, id(1)).expect("it was made");
    let awaited: Vec<_> = main.awaits.iter().map(|task| task.get()).collect();
    assert_eq!(awaited, [2, 3, 4, 5, 6]);

    let deep = views::task_of(&vm, id(2)).expect("it was made");
    assert_eq!((deep.name.as_str(), deep.parent), ("deep", Some(id(1))));
    assert_eq!(deep.owner.as_deref(), Some("Event"));
    let frames: Vec<_> = deep
        .frames
        .iter()
        .map(|frame| (&*frame.name, frame.line))
        .collect();
    assert_eq!(frames, [("outer", 8), ("inner", 5)]);
    assert_eq!(deep.frames[1].text, "    await event.wait()");
}

#[test]
fn views_show_the_handles_in_order() {
    let mut vm = started(
        "
import asyncio

def callback():
    pass

async def work():
    await asyncio.sleep(2)

async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(work())
    loop.call_soon(callback)
    loop.call_later(1, callback)
    await task

asyncio.run(main())
",
    );
    until(&mut vm, |vm| progress(vm).turns == 2);
    let ready = views::ready(&mut vm, 0, 10).expect("nothing raises");
    let shown: Vec<_> = ready
        .iter()
        .map(|handle| (&*handle.label, handle.task))
        .collect();
    assert_eq!(shown, [("step", Some(id(2))), ("callback()", None)]);
    assert!(ready.iter().all(|handle| handle.is_in_turn));

    until(&mut vm, |vm| progress(vm).ticks == 1);
    assert_eq!(vm.clock_ns, SECOND);
    let timers = views::timers(&mut vm, 0, 10).expect("nothing raises");
    let deadlines: Vec<_> = timers.iter().map(|handle| handle.deadline_ns).collect();
    assert_eq!(deadlines, [Some(SECOND), Some(2 * SECOND)]);
    assert_eq!(timers[1].task, Some(id(2)));
}

#[test]
fn events_stand_at_the_line_that_made_them() {
    let vm = ended(
        "import asyncio
import time

async def main():
    await asyncio.sleep(1)
    time.sleep(2)
    raise ValueError

try:
    asyncio.run(main())
except ValueError:
    pass
",
    );
    let trace = asyncio_of(&vm).expect("the machine has asyncio").trace();
    let line_of = |is_it: &dyn Fn(EventKind) -> bool| {
        let event = trace.since(EventId(0)).find(|event| is_it(event.kind));
        event.map(|event| (event.line, event.clock_ns / SECOND))
    };
    let task = id(1);
    assert_eq!(
        line_of(&|kind| kind == EventKind::TaskCreated(task)),
        Some((10, 0))
    );
    assert_eq!(
        line_of(&|kind| matches!(kind, EventKind::Suspended(..))),
        Some((5, 0))
    );
    assert_eq!(
        line_of(&|kind| matches!(kind, EventKind::Advanced { .. })),
        Some((0, 1))
    );
    assert_eq!(
        line_of(&|kind| kind == EventKind::Blocked { ns: 2 * SECOND }),
        Some((6, 3))
    );
    let failed = EventKind::TaskDone(task, Outcome::Exception);
    assert_eq!(line_of(&|kind| kind == failed), Some((7, 3)));
}

#[test]
fn a_stall_names_who_waits_for_what() {
    let vm = ended(
        "
import asyncio

async def main():
    queue = asyncio.Queue()
    consumer = asyncio.create_task(queue.get(), name='consumer')
    await consumer

asyncio.run(main())
",
    );
    let status = vm.exit_status().expect("it has ended");
    assert_eq!(status.code, 3);
    let stderr = written(&vm, Stream::Stderr);
    assert_eq!(
        stderr,
        "Task-1 (main) waits for consumer at line 7\n\
         consumer (Queue.get) waits for an item of a queue\n\
         loopscope: nothing can ever happen again\n"
    );
}

#[test]
fn what_is_not_supported_says_so() {
    let vm = ended(
        "
import asyncio

async def main():
    await asyncio.create_subprocess_exec('ls')

asyncio.run(main())
",
    );
    let stderr = written(&vm, Stream::Stderr);
    let last = stderr.lines().last();
    let expected = "NotImplementedError: asyncio.create_subprocess_exec is not supported by \
                    Loopscope; see LIMITATIONS.md";
    assert_eq!(last, Some(expected));
}

#[test]
fn contexts_belong_to_their_tasks() {
    let vm = ended(
        "
import asyncio
import contextvars

var = contextvars.ContextVar('var', default=0)

async def child(value):
    var.set(value)
    await asyncio.sleep(0)
    print(var.get())

async def main():
    var.set(1)
    await asyncio.gather(child(2), child(3))
    asyncio.get_running_loop().call_soon(var.set, 4)
    await asyncio.sleep(0)
    print(var.get())

asyncio.run(main())
print(var.get())
",
    );
    assert_eq!(written(&vm, Stream::Stdout), "2\n3\n1\n0\n");
}
