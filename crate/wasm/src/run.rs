//! `run()`: slice after slice, with the page's own work in between.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use loopscope_simulator::{Simulator as Engine, Status, StepKind};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{AbortSignal, MessageChannel};

/// Begins to run; the promise gives the status at the end or when the signal aborts.
///
/// The engine is borrowed within a slice only, so that the page may use the simulator meanwhile.
pub(crate) fn start(
    engine: Rc<RefCell<Engine>>,
    fuel_per_slice: u64,
    signal: Option<AbortSignal>,
) -> Promise {
    future_to_promise(async move {
        let task = NextTask::new()?;
        loop {
            if signal.as_ref().is_some_and(AbortSignal::aborted) {
                break;
            }
            let status = match engine.try_borrow_mut() {
                Ok(mut engine) => engine.step(StepKind::End, fuel_per_slice),
                Err(_) => return Err(crate::busy().into()),
            };
            if status != Status::Running {
                break;
            }
            task.wait().await?;
        }
        let status = engine.try_borrow().map_err(|_| crate::busy())?.status();
        Ok(status.name().into())
    })
}

/// Waits for the browser's next task. Unlike `setTimeout`, a message is not held up for 4 ms.
struct NextTask {
    channel: MessageChannel,
}

impl NextTask {
    fn new() -> Result<Self, JsValue> {
        let channel = MessageChannel::new()?;
        Ok(Self { channel })
    }

    async fn wait(&self) -> Result<(), JsValue> {
        let mut arrive = |resolve: Function, _reject: Function| {
            self.channel.port1().set_onmessage(Some(&resolve));
        };
        let arrival = Promise::new(&mut arrive);
        self.channel.port2().post_message(&JsValue::NULL)?;
        JsFuture::from(arrival).await?;
        Ok(())
    }
}

impl Drop for NextTask {
    fn drop(&mut self) {
        self.channel.port1().close(); // an open port would keep its page alive
    }
}
