//! The executor against a naive model: random programs, and every short one.
#![cfg(not(target_arch = "wasm32"))]

mod naive;
mod pair;

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use loopscope_executor::{EventId, Executor, Step};
use pair::{Op, Pair, Seen};
use proptest::prelude::*;

fn hash(executor: &Executor<u32>) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(executor)
}

/// Every program of up to `n_ops` operations after the one that `pair` has run, each with
/// `per_handle` operations in every handle that runs.
fn explore(
    pair: &Pair,
    n_ops: usize,
    per_handle: usize,
    until_step: usize,
    n_programs: &mut usize,
) {
    *n_programs += 1;
    pair.clone().drain();
    if n_ops == 0 {
        return;
    }
    let newest = pair.n_made().wrapping_sub(1);
    let oldest = pair
        .executor
        .ready()
        .chain(pair.executor.timers())
        .map(|handle| handle.payload)
        .min();
    let alphabet = [
        Op::Soon,
        Op::At(3),
        Op::At(4),
        Op::Wake,
        Op::Cancel(newest),
        Op::Cancel(oldest.unwrap_or(0)),
        Op::Block(2),
    ];
    for op in alphabet {
        let mut next = pair.clone();
        next.apply(&op);
        let mut until_step = until_step - 1;
        if until_step == 0 {
            // The operations that follow are those of the next handle, or of the main program if
            // none is left.
            while !matches!(next.apply(&Op::Step), Some(Seen::Run(..) | Seen::Idle)) {}
            until_step = per_handle;
        }
        explore(&next, n_ops - 1, per_handle, until_step, n_programs);
    }
    pair.check_views(); // none of the clones changed it
}

/// Spawn, sleep 1 or 2, wake, cancel the newest or the oldest, block 2: all programs of up to 6 of
/// these.
#[test]
fn every_short_program() {
    const N_OPS: usize = 6;
    for per_handle in [1, 2, N_OPS] {
        let mut n_programs = 0;
        explore(
            &Pair::default(),
            N_OPS,
            per_handle,
            per_handle,
            &mut n_programs,
        );
        assert_eq!(n_programs, (7_usize.pow(7) - 1) / 6);
    }
}

fn any_op() -> impl Strategy<Value = Op> {
    prop_oneof![
        6 => Just(Op::Soon),
        6 => (0..8_u64).prop_map(Op::At),
        4 => any::<u32>().prop_map(Op::Cancel),
        2 => Just(Op::Wake),
        2 => (0..4_u64).prop_map(Op::Block),
        16 => Just(Op::Step),
        1 => Just(Op::BeginTurn),
        1 => Just(Op::AbandonTurn),
        1 => prop::collection::vec(0..5_u32, 0..20).prop_map(Op::Choose),
        1 => prop::bool::weighted(0.2).prop_map(|clear| if clear { Op::Clear } else { Op::Step }),
    ]
}

fn any_program() -> impl Strategy<Value = Vec<Op>> {
    prop::collection::vec(any_op(), 0..120)
}

proptest! {
    #[test]
    fn random_programs(program in any_program()) {
        let mut pair = Pair::default();
        for op in &program {
            pair.apply(op);
        }
        pair.drain();
    }

    #[test]
    fn a_clone_goes_its_own_way(program in any_program(), more in any_program()) {
        let mut pair = Pair::default();
        for op in &program {
            pair.apply(op);
        }
        let original = pair.executor.clone();
        let (hash_before, debug_before) = (hash(&original), format!("{original:?}"));
        for op in &more {
            pair.apply(op);
        }
        pair.drain();
        prop_assert_eq!(hash(&original), hash_before);
        prop_assert_eq!(format!("{original:?}"), debug_before);
    }

    #[test]
    fn same_choices_same_trace(
        program in any_program(),
        choices in prop::collection::vec(0..9_u32, 0..60),
    ) {
        let run = || {
            let mut pair = Pair::default();
            pair.apply(&Op::Choose(choices.clone()));
            let mut trace: Vec<_> = program.iter().map(|op| pair.apply(op)).collect();
            trace.extend(pair.drain().into_iter().map(Some));
            (trace, hash(&pair.executor))
        };
        prop_assert_eq!(run(), run());
    }
}

/// Within a turn, recorded choices reach each order of its handles, and each only once.
#[test]
fn choices_reach_every_order() {
    let orders: std::collections::BTreeSet<Vec<u32>> = (0..24)
        .map(|number| {
            let mut executor = Executor::new();
            for name in 0..4_u32 {
                executor.call_soon(name, EventId(0));
            }
            executor.set_choices(vec![number / 6, number / 2 % 3, number % 2]);
            let steps =
                std::iter::repeat_with(|| executor.step()).take_while(|step| *step != Step::Idle);
            steps
                .filter_map(|step| {
                    if let Step::Run(handle) = step {
                        Some(handle.payload)
                    } else {
                        None
                    }
                })
                .collect()
        })
        .collect();
    assert_eq!(orders.len(), 24);
}

/// A crowd: what a step costs must not depend on how many wait.
#[test]
fn a_hundred_thousand_timers_and_handles() {
    const N: u64 = 100_000;
    let mut executor = Executor::new();
    let timers: Vec<_> = (0..N)
        .map(|i| executor.call_at(1 + i * 7_919 % N, i, EventId(0)))
        .collect();
    let soon: Vec<_> = (0..N).map(|i| executor.call_soon(i, EventId(0))).collect();
    for id in timers.iter().chain(&soon).step_by(2) {
        executor.cancel(*id).expect("it waits");
    }
    assert_eq!(
        (executor.ready_len(), executor.timers_len() as u64),
        (50_000, N / 2)
    );
    assert_eq!(executor.timers().skip(40_000).take(10).count(), 10);
    let (mut n_run, mut last) = (0, 0);
    loop {
        match executor.step() {
            Step::Run(_) => n_run += 1,
            Step::Idle => break,
            Step::Advanced { from, to } => {
                assert!(last == from && from < to);
                last = to;
            }
            Step::Turn { .. } => {}
        }
    }
    assert_eq!(n_run, N);
}

/// The payload of a cancelled handle is the caller's at once; nothing else keeps it alive.
#[test]
fn payloads_do_not_linger() {
    use std::rc::Rc;
    let payload = Rc::new(());
    let mut executor = Executor::new();
    let ids = [
        executor.call_soon(Rc::clone(&payload), EventId(0)),
        executor.call_soon(Rc::clone(&payload), EventId(0)),
        executor.call_at(1, Rc::clone(&payload), EventId(0)),
    ];
    for (id, n_left) in ids.into_iter().zip([3, 2, 1]) {
        drop(executor.cancel(id));
        assert_eq!(Rc::strong_count(&payload), n_left);
    }
    executor.call_at(1, Rc::clone(&payload), EventId(0));
    executor.clear();
    assert_eq!(Rc::strong_count(&payload), 1);
}
