//! Threads, as a front end shows them.

use loopscope_asyncio::lanes;

use crate::simulator::Simulator;
use crate::view::Window;

/// How a thread stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ThreadState {
    /// It runs.
    Running,
    /// It goes on when those before it block.
    Ready,
    /// It waits.
    Blocked,
}

impl ThreadState {
    /// The state's name, as front ends spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Ready => "ready",
            Self::Blocked => "blocked",
        }
    }
}

/// A thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadView {
    /// Its number, as `threading.get_ident()` tells it: the main thread is 1.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// How it stands.
    pub state: ThreadState,
    /// The program's innermost function in it.
    pub function_name: Option<String>,
    /// The line where it stands.
    pub line: Option<u32>,
    /// The call that blocks it.
    pub waiting_for: Option<String>,
    /// When it goes on by itself.
    pub deadline_ns: Option<u64>,
    /// When it began to wait.
    pub since_ns: Option<u64>,
    /// The task whose step runs in it.
    pub task: Option<u64>,
}

impl Simulator {
    /// Threads that have not ended, the main one first; none as long as it is the only one there
    /// was.
    pub fn threads(&self, offset: usize, count: usize) -> Window<ThreadView> {
        let threads = lanes::threads(&self.vm);
        Window {
            offset,
            total: threads.len(),
            items: threads
                .into_iter()
                .skip(offset)
                .take(count)
                .map(thread_view)
                .collect(),
        }
    }
}

fn thread_view(thread: lanes::ThreadView) -> ThreadView {
    let waiting_for = thread.call();
    let (state, deadline_ns, since_ns) = match thread.state {
        lanes::ThreadState::Running => (ThreadState::Running, None, None),
        lanes::ThreadState::Ready => (ThreadState::Ready, None, None),
        lanes::ThreadState::Blocked {
            since_ns,
            deadline_ns,
            ..
        } => (ThreadState::Blocked, deadline_ns, Some(since_ns)),
    };
    let place = thread.place.as_ref();
    ThreadView {
        id: thread.number,
        name: thread.name,
        state,
        function_name: place.map(|place| place.function.to_string()),
        line: place.map(|place| place.line),
        waiting_for,
        deadline_ns,
        since_ns,
        task: thread.task.map(|task| task.0),
    }
}
