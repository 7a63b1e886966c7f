//! What goes through an iterator without end in one instruction comes to an end nevertheless.

use loopscope_simulator::{Limits, Options, Simulator, Status, StepKind};

const PLENTY: u64 = 1_000_000;

/// How a program ends that is given little, and what it printed last.
fn ends(source: &str) -> (Status, String) {
    let limits = Limits {
        nested_fuel_max: 1_000_000,
        heap_bytes_max: 8 << 20,
        ..Limits::default()
    };
    let options = Options {
        limits,
        ..Options::default()
    };
    let mut simulator = Simulator::new(source, options);
    let status = simulator.step(StepKind::End, PLENTY);
    let last = simulator.console(0, usize::MAX).items.pop();
    (status, last.map_or_else(String::new, |piece| piece.text))
}

#[test]
fn items_without_end_are_bounded() {
    for source in [
        "sum(range(10**12))",
        "any(iter(int, 1))",
        "1 in iter(int, 1)",
        "next(filter(None, iter(int, 1)))",
    ] {
        let (status, last) = ends(source);
        assert_eq!(status, Status::Limit, "{source}");
        assert_eq!(
            last, "loopscope: a built-in function ran for too long\n",
            "{source}"
        );
    }
}

#[test]
fn what_collects_them_is_out_of_memory_first() {
    for source in [
        "list(range(10**12))",
        "set(range(10**12))",
        "dict.fromkeys(range(10**12))",
        "[*range(10**12)]",
        "list(zip(range(10**12)))",
    ] {
        let (status, last) = ends(source);
        assert_eq!(status, Status::Failed, "{source}");
        assert!(last.ends_with("MemoryError\n"), "{source}: {last}");
    }
}

#[test]
fn many_items_are_no_reason_to_end() {
    let (status, last) =
        ends("for turn in range(20):\n    total = sum(range(100_000))\nprint(total)");
    assert_eq!((status, last.as_str()), (Status::Finished, "4999950000\n"));
}
