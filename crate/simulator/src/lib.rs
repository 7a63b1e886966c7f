//! What a debugger adds to a running program: steps and their inverses, sentences, views, exports.
//!
//! The machine is a value, so going back is replaying from an earlier copy of it, and a front end
//! asks for views instead of being told of changes. Knows no JavaScript.
//!
//! ```
//! use loopscope_simulator::{Options, Simulator, Status, StepKind};
//!
//! let mut simulator = Simulator::new("print('a')\nprint('b')\n", Options::default());
//! assert_eq!(simulator.step(StepKind::Line, 1000), Status::Paused);
//! assert_eq!(simulator.view().sentence, "The module runs line 1 and prints “a”.");
//! assert_eq!(simulator.back(StepKind::Line, 1000), Status::Paused);
//! assert_eq!(simulator.position(), 0);
//! ```

mod export;
mod goal;
mod highlight;
mod history;
mod json;
mod messages;
mod narrate;
mod simulator;
mod travel;
mod view;
mod world;

pub use export::TraceFormat;
pub use goal::StepKind;
pub use highlight::highlight_utf16;
pub use loopscope_asyncio::lanes::{ThreadState, ThreadView};
pub use loopscope_asyncio::{Settings, signals::number_of as signal_number};
pub use loopscope_python::sorted::SortedMap;
pub use loopscope_python::vm::{Files, Library, Stream};
pub use simulator::{Limits, Options, Simulator, Status};
pub use view::{FrameView, HandleView, OutputView, Place, TaskState, TaskView, View, Window};
