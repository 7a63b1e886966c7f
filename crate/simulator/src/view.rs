//! What a front end shows: plain data, and windows of what is long.
//!
//! Lines count from 1, columns from 0 in UTF-16 units (what editors in a page count); times are
//! virtual nanoseconds since the start.

use loopscope_asyncio::lanes::{self, ThreadView};
use loopscope_python::vm::{Halt, Stream, Vm};

use crate::history::Moment;
use crate::simulator::{Simulator, Status};
use crate::world;

/// A part of a long list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window<T> {
    /// Where it starts in the whole list.
    pub offset: usize,
    /// The length of the whole list.
    pub total: usize,
    /// The items from `offset` on, as many as were asked for or are there.
    pub items: Vec<T>,
}

impl<T> Window<T> {
    fn of(all: impl ExactSizeIterator<Item = T>, offset: usize, count: usize) -> Self {
        Self {
            offset,
            total: all.len(),
            items: all.skip(offset).take(count).collect(),
        }
    }
}

/// A range of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The first line.
    pub line: u32,
    /// The first column.
    pub column: u32,
    /// The last line.
    pub end_line: u32,
    /// One past the last column.
    pub end_column: u32,
    /// The function that it belongs to, `<module>` at module level.
    pub function_name: String,
}

/// How a task stands, as Python sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TaskState {
    /// Not done.
    Pending,
    /// Done with a result.
    Finished,
    /// Done with an exception.
    Failed,
    /// Cancelled.
    Cancelled,
}

impl TaskState {
    /// The state's name, as front ends spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Finished => "finished",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// A task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskView {
    /// Its number, counted from 1 in order of creation.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// The name of its coroutine function.
    pub coroutine: String,
    /// How it stands.
    pub state: TaskState,
    /// The line where it stands; `None` before it begins and when it is done.
    pub line: Option<u32>,
    /// What it waits for.
    pub waiting_for: Option<String>,
    /// When its sleep ends.
    pub deadline_ns: Option<u64>,
    /// When it fell asleep.
    pub since_ns: Option<u64>,
    /// A short text of its result.
    pub result: Option<String>,
    /// A short text of its exception.
    pub exception: Option<String>,
    /// The tasks that wait for it.
    pub awaiters: Vec<u64>,
}

/// A handle in the ready queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandleView {
    /// Its number in order of creation.
    pub id: u64,
    /// What it does, in a few words.
    pub label: String,
    /// The task whose step it is.
    pub task: Option<u64>,
    /// That task's name.
    pub task_name: Option<String>,
    /// Why it is ready.
    pub cause: String,
    /// Whether it runs in the turn under way; what becomes ready meanwhile runs in the next.
    pub in_this_turn: bool,
    /// The line where it goes on.
    pub line: Option<u32>,
}

/// A piece of output, as the program wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputView {
    /// Where it went.
    pub stream: Stream,
    /// The text.
    pub text: String,
    /// When.
    pub clock_ns: u64,
    /// The task that wrote it.
    pub task: Option<u64>,
}

/// A frame of the call stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameView {
    /// The function's name.
    pub function_name: String,
    /// The line where it stands.
    pub line: u32,
    /// Its local variables by name, with short texts of their values.
    pub locals: Vec<(String, String)>,
}

/// Everything about a simulation between two steps but its long lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// How it stands.
    pub status: Status,
    /// The exit status, once the program has ended.
    pub exit_status: Option<i32>,
    /// Instructions since the start.
    pub position: u64,
    /// How many steps led here.
    pub step_number: usize,
    /// Whether there is anything to go back to.
    pub can_back: bool,
    /// The clock.
    pub clock_ns: u64,
    /// Turns of event loops so far.
    pub turn: u64,
    /// What runs next.
    pub place: Option<Place>,
    /// What the last step did.
    pub sentence: String,
    /// The task whose code runs now.
    pub running: Option<TaskView>,
    /// The callback that runs now.
    pub running_callback: Option<String>,
    /// The thread that runs now, unless it is the main one.
    pub running_thread: Option<String>,
    /// Threads that have not ended; 0 as long as the main one is the only one there was.
    pub threads_total: usize,
    /// Handles in the ready queue.
    pub ready_total: usize,
    /// Tasks asleep.
    pub sleeping_total: usize,
    /// Tasks that wait for something else than the clock.
    pub waiting_total: usize,
    /// Tasks that are done.
    pub done_total: usize,
    /// Pieces of output.
    pub console_total: usize,
    /// Choices that the loop made among several ready handles.
    pub choices: u64,
    /// Who waits for what, once nothing can ever happen again.
    pub stall: Option<Vec<String>>,
    /// The call stack of the program's own code, innermost last.
    pub frames: Vec<FrameView>,
}

/// Frames that are shown, the innermost ones; a deep recursion shows its end.
const FRAMES_MAX: usize = 24;

impl Simulator {
    /// The current view.
    pub fn view(&self) -> View {
        let vm = &self.vm;
        let here = Moment::of(vm);
        let lists = world::Lists::of(vm);
        View {
            status: self.status(),
            exit_status: self.exit_code(),
            position: vm.position(),
            step_number: self.step_number(),
            can_back: here != Moment::at(0),
            clock_ns: vm.clock_ns,
            turn: world::progress(vm).turns,
            place: self.place(),
            sentence: self.sentence(),
            running: world::current_task(vm).map(|task| world::task_view(vm, task)),
            running_callback: world::running_callback(vm),
            running_thread: lanes::running_thread(vm),
            threads_total: lanes::threads(vm).len(),
            ready_total: world::n_ready(vm),
            sleeping_total: lists.sleeping.len(),
            waiting_total: lists.waiting.len(),
            done_total: lists.done.len(),
            console_total: vm.output.len(),
            choices: world::choices_made(vm),
            stall: self.stall(),
            frames: frames(vm),
        }
    }

    /// Handles in the order in which they will run.
    pub fn ready(&self, offset: usize, count: usize) -> Window<HandleView> {
        world::ready(&self.vm, offset, count)
    }

    /// Tasks asleep, in the order in which they will wake.
    pub fn sleeping(&self, offset: usize, count: usize) -> Window<TaskView> {
        self.tasks(&world::Lists::of(&self.vm).sleeping, offset, count)
    }

    /// Tasks that wait for something else than the clock, in order of creation.
    pub fn waiting(&self, offset: usize, count: usize) -> Window<TaskView> {
        self.tasks(&world::Lists::of(&self.vm).waiting, offset, count)
    }

    /// Tasks that are done, in the order in which they ended.
    pub fn done(&self, offset: usize, count: usize) -> Window<TaskView> {
        self.tasks(&world::Lists::of(&self.vm).done, offset, count)
    }

    /// Threads that have not ended, the main one first; none as long as it is the only one there
    /// was.
    pub fn threads(&self, offset: usize, count: usize) -> Window<ThreadView> {
        Window::of(lanes::threads(&self.vm).into_iter(), offset, count)
    }

    /// Output, in order.
    pub fn console(&self, offset: usize, count: usize) -> Window<OutputView> {
        let output = self.vm.output.iter().map(|piece| OutputView {
            stream: piece.stream,
            text: piece.text.to_string(),
            clock_ns: piece.clock_ns,
            task: piece.task,
        });
        Window::of(output, offset, count)
    }

    fn tasks(&self, tasks: &[u64], offset: usize, count: usize) -> Window<TaskView> {
        let tasks = tasks.iter();
        Window::of(
            tasks.map(|&task| world::task_view(&self.vm, task)),
            offset,
            count,
        )
    }

    /// Who waits for what, a line each, once nothing can ever happen again.
    pub fn stall(&self) -> Option<Vec<String>> {
        match self.vm.exit_status()?.halt.as_ref()? {
            Halt::Stalled(lines) => Some(lines.clone()),
            _ => None,
        }
    }

    fn place(&self) -> Option<Place> {
        let place = self.vm.place()?;
        Some(Place {
            line: place.line,
            column: self.utf16_column(place.line, place.column),
            end_line: place.end_line,
            end_column: self.utf16_column(place.end_line, place.end_column),
            function_name: place.function.to_string(),
        })
    }

    /// Turns a column in characters into one in UTF-16 units.
    fn utf16_column(&self, line: u32, column: u32) -> u32 {
        let line = self.source.lines().nth((line as usize).wrapping_sub(1));
        let units = line
            .unwrap_or("")
            .chars()
            .take(column as usize)
            .map(char::len_utf16)
            .sum::<usize>();
        u32::try_from(units).unwrap_or(u32::MAX)
    }
}

fn frames(vm: &Vm) -> Vec<FrameView> {
    let frames = vm.frames_view();
    let n_hidden = frames.len().saturating_sub(FRAMES_MAX);
    let text = |value| vm.preview(value, &|id| world::label_of(vm, id));
    frames
        .into_iter()
        .skip(n_hidden)
        .map(|frame| FrameView {
            function_name: frame.function.to_string(),
            line: frame.line,
            locals: frame
                .locals
                .iter()
                .map(|(name, value)| (name.to_string(), text(*value)))
                .collect(),
        })
        .collect()
}
