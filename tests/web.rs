//! What needs a browser: conversions, promises, two simulators in one engine, and that a program
//! does exactly what it does natively.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Object, Promise, Reflect};
use loopscope::Simulator;
use loopscope_simulator::{Status, StepKind};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{AbortController, AbortSignal};

wasm_bindgen_test_configure!(run_in_browser);

/// Path, source and native trace hash of every program.
const PROGRAMS: &[(&str, &str, u64)] = &include!("programs/index.rs");

const FUEL: f64 = 2e9;

const THREE_TASKS: &str = "\
import asyncio

async def worker(name, delay):
    await asyncio.sleep(delay)
    print(name, 'ends')
    return name

async def main():
    print(await asyncio.gather(worker('a', 3), worker('b', 1), worker('c', 2)))

asyncio.run(main())
";

fn open(source: &str) -> Simulator {
    Simulator::new(source, &JsValue::UNDEFINED)
        .ok()
        .expect("there are no options to be wrong")
}

/// A property of a JavaScript object.
fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("views are objects")
}

fn object(entries: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in entries {
        Reflect::set(&object, &(*name).into(), value).expect("a fresh object takes everything");
    }
    object.into()
}

fn step(simulator: &Simulator, kind: &str) -> String {
    let status = simulator.step(kind, Some(FUEL));
    status.ok().expect("the kind is known")
}

fn view(simulator: &Simulator) -> JsValue {
    simulator.view().ok().expect("no other call is under way")
}

fn stdout(simulator: &Simulator) -> String {
    let window = simulator.console(0.0, 1e6).ok();
    let items = get(&window.expect("no other call is under way"), "items");
    Array::from(&items)
        .iter()
        .filter(|piece| get(piece, "stream") == "stdout")
        .map(|piece| get(&piece, "text").as_string().expect("texts are strings"))
        .collect()
}

/// Starts `run` and gives its promise.
fn run(simulator: &Simulator, signal: Option<&AbortSignal>) -> Promise {
    let options = match signal {
        Some(signal) => object(&[("signal", signal.as_ref())]),
        None => JsValue::UNDEFINED,
    };
    let promise = simulator.run(&options);
    promise.ok().expect("the options are right")
}

async fn status_of(promise: Promise) -> String {
    let status = JsFuture::from(promise).await;
    let status = status.expect("run() does not fail");
    status.as_string().expect("a status is a string")
}

/// Resolves after some milliseconds.
async fn pause(ms: i32) {
    let mut wait = |resolve: js_sys::Function, _reject: js_sys::Function| {
        let window = web_sys::window().expect("tests run in a page");
        let timeout = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms);
        timeout.expect("pages have timers");
    };
    let waiting = JsFuture::from(Promise::new(&mut wait)).await;
    waiting.expect("timers don't fail");
}

#[wasm_bindgen_test]
fn a_view_is_a_plain_object() {
    let simulator = open(THREE_TASKS);
    let view = view(&simulator);
    assert_eq!(get(&view, "status"), "paused");
    assert_eq!(get(&view, "position"), 0.0);
    assert_eq!(get(&view, "clockNs"), 0.0);
    assert_eq!(get(&view, "canBack"), false);
    assert!(get(&view, "exitStatus").is_null());
    assert!(get(&view, "running").is_null());
    let place = get(&view, "place");
    assert_eq!(get(&place, "line"), 1.0);
    assert_eq!(get(&place, "functionName"), "<module>");
    let is_plain = Object::get_prototype_of(&view) == Object::get_prototype_of(&Object::new());
    assert!(is_plain);
}

#[wasm_bindgen_test]
fn windows_show_parts_of_lists() {
    let simulator = open(THREE_TASKS);
    step(&simulator, "tick"); // the clock has moved, and nobody is woken yet
    assert_eq!(get(&view(&simulator), "sleepingTotal"), 3.0);
    let window = simulator.sleeping(1.0, 1.0).ok();
    let window = window.expect("no other call is under way");
    assert_eq!(get(&window, "offset"), 1.0);
    assert_eq!(get(&window, "total"), 3.0);
    let items = Array::from(&get(&window, "items"));
    assert_eq!(items.length(), 1);
    let task = items.get(0);
    assert_eq!(get(&task, "coroutine"), "worker");
    assert_eq!(get(&task, "state"), "pending");
    assert_eq!(get(&task, "deadlineNs"), 2e9);
    assert_eq!(get(&task, "sinceNs"), 0.0);
    assert!(get(&task, "result").is_null());
}

#[wasm_bindgen_test]
fn threads_are_shown_once_there_are_two() {
    let source =
        "import threading, time\nthreading.Thread(target=time.sleep, args=(5,)).start()\nx = 1\n";
    let simulator = open(source);
    assert_eq!(get(&view(&simulator), "threadsTotal"), 0.0);
    step(&simulator, "line");
    step(&simulator, "line"); // the thread sleeps
    assert_eq!(get(&view(&simulator), "threadsTotal"), 2.0);
    assert!(get(&view(&simulator), "runningThread").is_null());
    let window = simulator.threads(1.0, 1.0).ok();
    let window = window.expect("no other call is under way");
    let thread = Array::from(&get(&window, "items")).get(0);
    assert_eq!(get(&thread, "id"), 2.0);
    assert_eq!(get(&thread, "state"), "blocked");
    assert_eq!(get(&thread, "waitingFor"), "sleep()");
    assert_eq!(get(&thread, "deadlineNs"), 5e9);
    assert!(get(&thread, "task").is_null());
}

#[wasm_bindgen_test]
fn steps_go_both_ways() {
    let simulator = open(THREE_TASKS);
    let hash = || simulator.hash().ok().expect("no other call is under way");
    let start = hash();
    assert_eq!(step(&simulator, "line"), "paused");
    assert_eq!(step(&simulator, "tick"), "paused");
    assert_eq!(get(&view(&simulator), "clockNs"), 1e9);
    let back = |kind| simulator.back(kind, None).ok();
    assert_eq!(back("tick").as_deref(), Some("paused"));
    assert_eq!(back("line").as_deref(), Some("paused"));
    assert_eq!(hash(), start);
    assert_eq!(step(&simulator, "end"), "finished");
    let seek = simulator.seek(0.0, None).ok();
    assert_eq!(seek.as_deref(), Some("paused"));
    assert_eq!(hash(), start);
}

#[wasm_bindgen_test]
fn misuse_is_an_error_with_words() {
    let message = |error: Result<String, JsError>| {
        let error = JsValue::from(error.expect_err("it is misuse"));
        get(&error, "message")
            .as_string()
            .expect("errors have messages")
    };
    let simulator = open("pass\n");
    let unknown = message(simulator.step("sideways", None));
    assert!(unknown.starts_with("unknown step kind \"sideways\": one of line, "));
    let fuel = message(simulator.step("line", Some(-1.0)));
    assert_eq!(fuel, "fuel must be a number from 0 on");
    let options = object(&[("filename", &1.into())]);
    let refused = Simulator::new("pass\n", &options).map(|_| String::new());
    assert_eq!(message(refused), "option filename is not a string");
    let options = object(&[("signal", &"stop".into())]);
    let refused = simulator.run(&options).map(|_| String::new());
    assert_eq!(message(refused), "run: signal is not an AbortSignal");
}

#[wasm_bindgen_test]
fn a_program_that_does_not_compile_is_a_program_that_failed() {
    let simulator = open("print('a'\n");
    let view = view(&simulator);
    assert_eq!(get(&view, "status"), "failed");
    assert_eq!(get(&view, "exitStatus"), 1.0);
    assert_eq!(step(&simulator, "line"), "failed");
}

#[wasm_bindgen_test]
async fn a_run_resolves_at_the_end() {
    let simulator = open(THREE_TASKS);
    assert_eq!(status_of(run(&simulator, None)).await, "finished");
    let expected = "b ends\nc ends\na ends\n['a', 'b', 'c']\n";
    assert_eq!(stdout(&simulator), expected);
}

#[wasm_bindgen_test]
async fn a_run_stops_when_it_is_told_to() {
    let options = object(&[("fuelPerSlice", &10_000.into())]);
    let simulator = Simulator::new("while True:\n    pass\n", &options);
    let simulator = simulator.ok().expect("the options are right");
    let controller = AbortController::new().expect("browsers have it");
    let promise = run(&simulator, Some(&controller.signal()));
    pause(50).await;
    let position = simulator.position().ok().expect("between two slices");
    assert!(position > 10_000.0, "it ran while the page waited");
    controller.abort();
    assert_eq!(status_of(promise).await, "running");
    let stopped = simulator.position().ok();
    pause(20).await;
    assert_eq!(simulator.position().ok(), stopped);
    // And goes on as if nothing had been.
    assert_eq!(step(&simulator, "line"), "paused");
}

#[wasm_bindgen_test]
async fn the_page_may_step_while_it_runs() {
    let simulator = open("n = 0\nwhile True:\n    n += 1\n");
    let controller = AbortController::new().expect("browsers have it");
    let promise = run(&simulator, Some(&controller.signal()));
    pause(20).await;
    assert_eq!(step(&simulator, "line"), "paused");
    simulator.reset().ok().expect("between two slices");
    pause(20).await;
    controller.abort();
    assert_eq!(status_of(promise).await, "running");
}

#[wasm_bindgen_test]
async fn two_simulators_do_not_meet() {
    let (first, second) = (open(THREE_TASKS), open("print(1 + 1)\n"));
    let promises = [run(&first, None), run(&second, None)];
    step(&first, "line");
    for promise in promises {
        assert_eq!(status_of(promise).await, "finished");
    }
    assert_eq!(stdout(&second), "2\n");
    drop(second);
    assert!(stdout(&first).ends_with("['a', 'b', 'c']\n"));
}

#[wasm_bindgen_test]
async fn a_freed_simulator_ends_its_run_in_peace() {
    let simulator = open(THREE_TASKS);
    let promise = run(&simulator, None);
    drop(simulator); // what `free()` does
    assert_eq!(status_of(promise).await, "finished");
}

#[wasm_bindgen_test]
fn tokens_are_triples() {
    let tokens = loopscope::highlight("x = 'é' # 😀\n").to_vec();
    assert_eq!(tokens, [0, 1, 1, 2, 3, 5, 4, 7, 2, 8, 12, 4]);
}

#[wasm_bindgen_test]
async fn every_program_does_what_it_does_natively() {
    let mut different = Vec::new();
    for (path, source, hash) in PROGRAMS {
        let name = path.rsplit('/').next().unwrap_or(path);
        let options = loopscope_simulator::Options {
            filename: name.to_owned(),
            ..Default::default()
        };
        let mut simulator = loopscope_simulator::Simulator::new(source, options);
        let status = simulator.step(StepKind::End, 2_000_000_000);
        assert_ne!(status, Status::Running, "{path} does not end");
        if simulator.trace_hash() != *hash {
            different.push(*path);
        }
        pause(0).await; // the browser and the test's own report need their turn
    }
    assert!(
        different.is_empty(),
        "differ from the native run: {different:?}"
    );
}
