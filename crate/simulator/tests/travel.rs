//! Properties of time travel, over the repository's own programs.

use std::fs;
use std::path::{Path, PathBuf};

use loopscope_simulator::{Options, Simulator, Status, StepKind};

/// Fuel that always reaches the next stop of these programs.
const PLENTY: u64 = 20_000_000;

/// Topics whose programs are travelled in; the rest is about the language alone.
const TOPICS: [&str; 4] = ["asyncio", "signals", "streams", "tutorial"];

/// Every so many-th program is travelled in: hashing whole machines takes its time.
const EVERY: usize = 4;

/// Steps in a walk through one program.
const WALK_LEN: usize = 12;

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits fit") % limit
    }

    fn kind(&mut self) -> StepKind {
        // The end would end the walk; it has a test of its own.
        let kinds = StepKind::ALL.len() - 1;
        StepKind::ALL[self.below(kinds)]
    }
}

fn programs() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/programs");
    let mut paths: Vec<PathBuf> = TOPICS
        .iter()
        .flat_map(|topic| fs::read_dir(root.join(topic)).expect("the topic's directory is there"))
        .map(|entry| entry.expect("directories can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    paths.sort();
    assert!(paths.len() > 20, "the programs were not found");
    paths
        .into_iter()
        .step_by(EVERY)
        .map(|path| {
            let name = path
                .file_name()
                .expect("programs are files")
                .to_string_lossy();
            let source = fs::read_to_string(&path).expect("programs are text");
            (name.into_owned(), source)
        })
        .collect()
}

fn open((name, source): &(String, String)) -> Simulator {
    let options = Options {
        filename: name.clone(),
        ..Options::default()
    };
    Simulator::new(source, options)
}

fn is_over(status: Status) -> bool {
    !matches!(status, Status::Paused | Status::Running)
}

#[test]
fn back_undoes_every_step() {
    for (seed, program) in (1..).zip(programs()) {
        let mut simulator = open(&program);
        let mut chance = Chance(seed);
        for step in 0..WALK_LEN {
            let kind = chance.kind();
            let before = (simulator.position(), simulator.hash());
            let status = simulator.step(kind, PLENTY);
            assert_ne!(status, Status::Running);
            let after = (simulator.position(), simulator.hash());
            let sentence = simulator.view().sentence;
            let at = format!("{}, step {step}, {}: {sentence}", program.0, kind.name());

            simulator.back(kind, PLENTY);
            assert_eq!((simulator.position(), simulator.hash()), before, "{at}");
            simulator.step(kind, PLENTY);
            assert_eq!((simulator.position(), simulator.hash()), after, "{at}");
            assert_eq!(simulator.view().sentence, sentence, "{at}");
            if is_over(status) {
                break;
            }
        }
    }
}

#[test]
fn many_steps_are_undone_in_order() {
    for (seed, program) in (1..).zip(programs()) {
        let mut simulator = open(&program);
        let mut chance = Chance(seed);
        let mut walked = Vec::new();
        for _ in 0..WALK_LEN {
            let kind = chance.kind();
            walked.push((kind, simulator.position(), simulator.hash()));
            if is_over(simulator.step(kind, PLENTY)) {
                break;
            }
        }
        for (kind, position, hash) in walked.into_iter().rev() {
            simulator.back(kind, PLENTY);
            let found = (simulator.position(), simulator.hash());
            assert_eq!(found, (position, hash), "{}, {}", program.0, kind.name());
        }
        assert_eq!(simulator.step_number(), 0);
    }
}

#[test]
fn back_without_remembered_steps_finds_the_same_stops() {
    let absolute = [
        StepKind::Line,
        StepKind::Switch,
        StepKind::Turn,
        StepKind::Tick,
        StepKind::Output,
    ];
    for (program, kind) in programs().iter().zip(absolute.into_iter().cycle()) {
        let mut simulator = open(program);
        let mut stops = vec![0];
        while !is_over(simulator.step(kind, PLENTY)) && stops.len() < WALK_LEN {
            stops.push(simulator.position());
        }
        // A jump there by another way, so that no step is remembered.
        let last = *stops.last().expect("the start is a stop");
        simulator.reset();
        simulator.seek(last, PLENTY);
        for &stop in stops.iter().rev().skip(1) {
            simulator.back(kind, PLENTY);
            assert_eq!(simulator.position(), stop, "{}, {}", program.0, kind.name());
        }
    }
}

#[test]
fn back_from_the_end_leads_to_the_start() {
    for program in programs() {
        let mut simulator = open(&program);
        let start = simulator.hash();
        let status = simulator.step(StepKind::End, PLENTY);
        assert!(is_over(status), "{}", program.0);
        let end = (simulator.position(), simulator.hash());
        simulator.back(StepKind::End, PLENTY);
        assert_eq!((simulator.position(), simulator.hash()), (0, start));
        simulator.step(StepKind::End, PLENTY);
        assert_eq!(
            (simulator.position(), simulator.hash()),
            end,
            "{}",
            program.0
        );
    }
}

#[test]
fn a_clone_stays_what_it_was() {
    for (seed, program) in (1..).zip(programs()) {
        let mut simulator = open(&program);
        let mut chance = Chance(seed);
        for _ in 0..chance.below(WALK_LEN) {
            simulator.step(StepKind::Line, PLENTY);
        }
        let mut copy = simulator.clone();
        let before = copy.hash();
        simulator.step(StepKind::End, PLENTY);
        assert_eq!(copy.hash(), before, "{}", program.0);
        copy.step(StepKind::End, PLENTY);
        assert_eq!(copy.hash(), simulator.hash(), "{}", program.0);
        assert_eq!(copy.trace_hash(), simulator.trace_hash(), "{}", program.0);
    }
}

#[test]
fn the_way_does_not_matter() {
    for (seed, program) in (1..).zip(programs()) {
        let mut straight = open(&program);
        straight.step(StepKind::End, PLENTY);
        let middle = straight.position() / 2;

        let mut winding = open(&program);
        let mut chance = Chance(seed);
        for _ in 0..WALK_LEN {
            winding.step(chance.kind(), PLENTY);
            if chance.below(3) == 0 {
                winding.back(chance.kind(), PLENTY);
            }
        }
        winding.seek(middle, PLENTY);
        straight.seek(middle, PLENTY);
        // Not always the middle: what a built-in function runs is one with its call.
        assert_eq!(winding.position(), straight.position(), "{}", program.0);
        assert_eq!(winding.hash(), straight.hash(), "{}", program.0);
        assert_eq!(winding.trace_hash(), straight.trace_hash(), "{}", program.0);
    }
}

#[test]
fn little_fuel_leads_as_far_as_much() {
    for (seed, program) in (1..).zip(programs()) {
        let (mut much, mut little) = (open(&program), open(&program));
        let mut chance = Chance(seed);
        for _ in 0..WALK_LEN {
            let kind = chance.kind();
            let is_back = chance.below(4) == 0;
            let go = |simulator: &mut Simulator, fuel| {
                if is_back {
                    simulator.back(kind, fuel)
                } else {
                    simulator.step(kind, fuel)
                }
            };
            let status = go(&mut much, PLENTY);
            while go(&mut little, 17) == Status::Running {}
            assert_eq!(little.status(), status, "{}", program.0);
            assert_eq!(
                little.position(),
                much.position(),
                "{}, {}",
                program.0,
                kind.name()
            );
            assert_eq!(little.view(), much.view(), "{}, {}", program.0, kind.name());
        }
    }
}

#[test]
fn an_endless_loop_can_be_left() {
    let source = "while True:\n    pass\n".to_owned();
    let mut simulator = open(&("endless.py".to_owned(), source));
    let start = simulator.hash();
    for _ in 0..10 {
        assert_eq!(simulator.step(StepKind::Turn, 1000), Status::Running);
    }
    assert_eq!(simulator.position(), 10_000);
    assert_eq!(simulator.back(StepKind::Turn, PLENTY), Status::Paused);
    assert_eq!((simulator.position(), simulator.hash()), (0, start));
    simulator.step(StepKind::End, 5000);
    simulator.reset();
    assert_eq!((simulator.position(), simulator.hash()), (0, start));
}
