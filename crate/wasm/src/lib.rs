//! The simulator for JavaScript: wasm-bindgen exports and conversions, nothing else.
//!
//! The shapes of what goes out stand in `types.rs`, as TypeScript.

mod convert;
mod run;
mod types;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Object, Promise, Reflect, Uint8Array, Uint32Array};
use loopscope_simulator::{
    Files, Library, Limits, Options, Settings, Simulator as Engine, StepKind,
};
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

/// Fuel of a call that doesn't say how much it may use: well under a second's work.
const FUEL_PER_CALL: f64 = 5_000_000.0;

/// Fuel of one slice of `run`: a few milliseconds' work, so that the page stays responsive.
const FUEL_PER_SLICE: f64 = 200_000.0;

/// One program under simulation. Owned by whoever constructed it, until `free()`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Simulator {
    /// Shared with the promises of `run`, which outlive the call that made them.
    engine: Rc<RefCell<Engine>>,
    fuel_per_slice: u64,
}

#[wasm_bindgen]
impl Simulator {
    /// Compiles a program and stops before its first instruction.
    ///
    /// # Errors
    ///
    /// Options of the wrong type.
    #[wasm_bindgen(constructor)]
    pub fn new(
        source: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "SimulatorOptions")] options: &JsValue,
    ) -> Result<Simulator, JsError> {
        let mut engine_options = Options::default();
        if let Some(filename) = text_option(options, "filename")? {
            engine_options.filename = filename;
        }
        if let Some(stdin) = text_option(options, "stdin")? {
            engine_options.stdin = stdin;
        }
        engine_options.library = library_option(options)?;
        engine_options.world = world_option(options)?;
        engine_options.files = files_option(options)?;
        engine_options.limits = limits_option(options)?;
        let fuel = option(options, "fuelPerSlice").as_f64();
        Ok(Self {
            engine: Rc::new(RefCell::new(Engine::new(source, engine_options))),
            fuel_per_slice: convert::count(fuel.unwrap_or(FUEL_PER_SLICE), "fuelPerSlice")?.max(1),
        })
    }

    /// Instructions executed since the start.
    ///
    /// # Errors
    ///
    /// A call from inside another.
    #[wasm_bindgen(getter)]
    pub fn position(&self) -> Result<f64, JsError> {
        self.read(|engine| convert::number(engine.position()))
    }

    /// Goes forward to the next stop of a kind, or as far as the fuel leads.
    ///
    /// # Errors
    ///
    /// An unknown kind, fuel that is no number; a call from inside another.
    #[wasm_bindgen(unchecked_return_type = "Status")]
    pub fn step(
        &self,
        #[wasm_bindgen(unchecked_param_type = "StepKind")] kind: &str,
        fuel: Option<f64>,
    ) -> Result<String, JsError> {
        let (kind, fuel) = (step_kind(kind)?, self.fuel(fuel)?);
        self.write(|engine| engine.step(kind, fuel).name().to_owned())
    }

    /// Goes back to where the last step of the kind began, or to the previous stop of that kind.
    ///
    /// # Errors
    ///
    /// An unknown kind, fuel that is no number; a call from inside another.
    #[wasm_bindgen(unchecked_return_type = "Status")]
    pub fn back(
        &self,
        #[wasm_bindgen(unchecked_param_type = "StepKind")] kind: &str,
        fuel: Option<f64>,
    ) -> Result<String, JsError> {
        let (kind, fuel) = (step_kind(kind)?, self.fuel(fuel)?);
        self.write(|engine| engine.back(kind, fuel).name().to_owned())
    }

    /// Goes to a position, or to the end if that comes first; `running` if the fuel ran out before.
    ///
    /// # Errors
    ///
    /// A position or fuel that is no number; a call from inside another.
    #[wasm_bindgen(unchecked_return_type = "Status")]
    pub fn seek(&self, position: f64, fuel: Option<f64>) -> Result<String, JsError> {
        let (position, fuel) = (convert::count(position, "position")?, self.fuel(fuel)?);
        self.write(|engine| engine.seek(position, fuel).name().to_owned())
    }

    /// Runs to the end; yields to the page between slices and stops where it is when the signal
    /// aborts.
    ///
    /// # Errors
    ///
    /// A signal that is none; a call from inside another.
    #[wasm_bindgen(unchecked_return_type = "Promise<Status>")]
    pub fn run(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "RunOptions")] options: &JsValue,
    ) -> Result<Promise, JsError> {
        self.read(|_| ())?;
        let signal = option(options, "signal");
        let signal = if signal.is_undefined() || signal.is_null() {
            None
        } else {
            let signal = signal.dyn_into::<AbortSignal>();
            Some(signal.map_err(|_| JsError::new("run: signal is not an AbortSignal"))?)
        };
        let engine = Rc::clone(&self.engine);
        Ok(run::start(engine, self.fuel_per_slice, signal))
    }

    /// Goes back to the start of the program.
    ///
    /// # Errors
    ///
    /// A call from inside another.
    pub fn reset(&self) -> Result<(), JsError> {
        self.write(Engine::reset)
    }

    /// The current view, a plain object.
    ///
    /// # Errors
    ///
    /// A call from inside another.
    #[wasm_bindgen(unchecked_return_type = "View")]
    pub fn view(&self) -> Result<JsValue, JsError> {
        self.read(|engine| convert::view(&engine.view()))
    }

    /// Sends a signal such as `SIGINT` to the program; `false` if it has ended or there is none of
    /// the name. It belongs to the run: going back and forth passes it again at the same place.
    ///
    /// # Errors
    ///
    /// A call from inside another.
    pub fn signal(&self, name: &str) -> Result<bool, JsError> {
        self.write(|engine| engine.signal(name))
    }

    /// A hash of the whole machine, as hexadecimal digits.
    ///
    /// # Errors
    ///
    /// A call from inside another.
    pub fn hash(&self) -> Result<String, JsError> {
        self.read(|engine| format!("{:016x}", engine.hash()))
    }

    /// The ready queue, first in line first.
    ///
    /// # Errors
    ///
    /// A call from inside another; numbers that are none.
    #[wasm_bindgen(unchecked_return_type = "Window<HandleView>")]
    pub fn ready(&self, offset: f64, count: f64) -> Result<JsValue, JsError> {
        let (offset, count) = window(offset, count)?;
        self.read(|engine| convert::window(&engine.ready(offset, count), convert::handle))
    }

    /// The tasks asleep, in the order in which they will wake.
    ///
    /// # Errors
    ///
    /// A call from inside another; numbers that are none.
    #[wasm_bindgen(unchecked_return_type = "Window<TaskView>")]
    pub fn sleeping(&self, offset: f64, count: f64) -> Result<JsValue, JsError> {
        let (offset, count) = window(offset, count)?;
        self.read(|engine| convert::window(&engine.sleeping(offset, count), convert::task))
    }

    /// The tasks that wait for something else than the clock.
    ///
    /// # Errors
    ///
    /// A call from inside another; numbers that are none.
    #[wasm_bindgen(unchecked_return_type = "Window<TaskView>")]
    pub fn waiting(&self, offset: f64, count: f64) -> Result<JsValue, JsError> {
        let (offset, count) = window(offset, count)?;
        self.read(|engine| convert::window(&engine.waiting(offset, count), convert::task))
    }

    /// The tasks that are done, in the order in which they ended.
    ///
    /// # Errors
    ///
    /// A call from inside another; numbers that are none.
    #[wasm_bindgen(unchecked_return_type = "Window<TaskView>")]
    pub fn done(&self, offset: f64, count: f64) -> Result<JsValue, JsError> {
        let (offset, count) = window(offset, count)?;
        self.read(|engine| convert::window(&engine.done(offset, count), convert::task))
    }

    /// The threads that have not ended, the main one first; none as long as it is the only one
    /// there was.
    ///
    /// # Errors
    ///
    /// A call from inside another; numbers that are none.
    #[wasm_bindgen(unchecked_return_type = "Window<ThreadView>")]
    pub fn threads(&self, offset: f64, count: f64) -> Result<JsValue, JsError> {
        let (offset, count) = window(offset, count)?;
        self.read(|engine| convert::window(&engine.threads(offset, count), convert::thread))
    }

    /// The output, in order.
    ///
    /// # Errors
    ///
    /// A call from inside another; numbers that are none.
    #[wasm_bindgen(unchecked_return_type = "Window<OutputView>")]
    pub fn console(&self, offset: f64, count: f64) -> Result<JsValue, JsError> {
        let (offset, count) = window(offset, count)?;
        self.read(|engine| convert::window(&engine.console(offset, count), convert::output))
    }
}

impl Simulator {
    fn read<T>(&self, question: impl FnOnce(&Engine) -> T) -> Result<T, JsError> {
        let engine = self.engine.try_borrow().map_err(|_| busy())?;
        Ok(question(&engine))
    }

    fn write<T>(&self, order: impl FnOnce(&mut Engine) -> T) -> Result<T, JsError> {
        let mut engine = self.engine.try_borrow_mut().map_err(|_| busy())?;
        Ok(order(&mut engine))
    }

    fn fuel(&self, fuel: Option<f64>) -> Result<u64, JsError> {
        convert::count(fuel.unwrap_or(FUEL_PER_CALL), "fuel")
    }
}

fn busy() -> JsError {
    JsError::new("this simulator is in the middle of another call")
}

fn step_kind(name: &str) -> Result<StepKind, JsError> {
    StepKind::from_name(name).ok_or_else(|| {
        let names = StepKind::ALL.map(StepKind::name).join(", ");
        JsError::new(&format!("unknown step kind \"{name}\": one of {names}"))
    })
}

fn window(offset: f64, count: f64) -> Result<(usize, usize), JsError> {
    let place = |number, name| {
        convert::count(number, name).map(|n| usize::try_from(n).unwrap_or(usize::MAX))
    };
    Ok((place(offset, "offset")?, place(count, "count")?))
}

/// A property of an options object; undefined if either is not there.
fn option(options: &JsValue, name: &str) -> JsValue {
    if !options.is_object() {
        return JsValue::UNDEFINED;
    }
    Reflect::get(options, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text_option(options: &JsValue, name: &str) -> Result<Option<String>, JsError> {
    let value = option(options, name);
    if value.is_undefined() {
        return Ok(None);
    }
    let text = value.as_string();
    text.map(Some)
        .ok_or_else(|| JsError::new(&format!("option {name} is not a string")))
}

/// The options of the simulated world: `web`, `latency` in seconds, `bandwidth` in bytes a second.
fn world_option(options: &JsValue) -> Result<Settings, JsError> {
    let number = |name| option(options, name).as_f64().unwrap_or(0.0);
    Ok(Settings {
        web: text_option(options, "web")?.unwrap_or_default(),
        latency_ns: convert::count((number("latency") * 1e9).round(), "latency")?,
        bytes_per_second: convert::count(number("bandwidth").round(), "bandwidth")?,
        signals: Vec::new(),
    })
}

/// The option `library`: an object of module names and sources.
fn library_option(options: &JsValue) -> Result<Library, JsError> {
    let value = option(options, "library");
    let mut library = Library::default();
    if let Some(object) = value.dyn_ref::<Object>() {
        let modules = Rc::make_mut(&mut library);
        for name in Object::keys(object)
            .iter()
            .filter_map(|name| name.as_string())
        {
            if let Some(source) = text_option(&value, &name)? {
                modules.insert(name, source.into());
            }
        }
    }
    Ok(library)
}

/// The option `files`: an object of paths and contents, each a text or a `Uint8Array`.
fn files_option(options: &JsValue) -> Result<Files, JsError> {
    let value = option(options, "files");
    let mut files = Files::default();
    if let Some(object) = value.dyn_ref::<Object>() {
        let files = Rc::make_mut(&mut files);
        for name in Object::keys(object)
            .iter()
            .filter_map(|name| name.as_string())
        {
            let content = option(&value, &name);
            let bytes = match content.dyn_ref::<Uint8Array>() {
                Some(bytes) => bytes.to_vec(),
                None => text_option(&value, &name)?.unwrap_or_default().into_bytes(),
            };
            files.insert(name, bytes.into());
        }
    }
    Ok(files)
}

/// The options that say how much a run may use.
fn limits_option(options: &JsValue) -> Result<Limits, JsError> {
    let mut limits = Limits::default();
    let number = |name: &str| {
        let value = option(options, name).as_f64();
        value.map(|value| convert::count(value, name)).transpose()
    };
    let size = |name: &str| -> Result<Option<usize>, JsError> {
        Ok(number(name)?.map(|n| usize::try_from(n).unwrap_or(usize::MAX)))
    };
    if let Some(fuel) = number("fuelMax")? {
        limits.fuel_max = fuel;
    }
    if let Some(fuel) = number("callbackFuelMax")? {
        limits.nested_fuel_max = fuel;
    }
    if let Some(depth) = size("recursionMax")? {
        limits.recursion_max = depth;
    }
    if let Some(bytes) = size("memoryBytesMax")? {
        limits.heap_bytes_max = bytes;
    }
    if let Some(bytes) = size("outputBytesMax")? {
        limits.output_bytes_max = bytes;
    }
    Ok(limits)
}

/// The tokens of a program as triples of start, end (UTF-16 offsets) and class, in source order.
///
/// Classes: 0 keyword, 1 name, 2 string, 3 number, 4 comment, 5 operator, 6 built-in name,
/// 7 name of a definition, 8 decorator.
#[wasm_bindgen]
pub fn highlight(source: &str) -> Uint32Array {
    Uint32Array::from(loopscope_simulator::highlight_utf16(source).as_slice())
}
