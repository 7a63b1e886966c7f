//! Drawing integers and members of sequences.

use crate::bigint::BigInt;

use super::generator;
use crate::code::BinaryOp;
use crate::native::{NativeDef, PyResult};
use crate::object::{Object, Value, classes};
use crate::vm::Vm;

/// Methods of `Random` about integers and sequences.
pub(super) static METHODS: &[NativeDef] = &[
    NativeDef::new("randrange", "self, start, stop?, step?", random_range),
    NativeDef::new("randint", "self, a, b", |vm, args| {
        let (low, high) = (index(vm, args[1])?, index(vm, args[2])?);
        if low > high {
            let text = format!("empty range in randint({low}, {high})");
            return Err(vm.value_error(&text));
        }
        let width = high - &low + BigInt::one();
        let drawn = below(vm, args[0], &width)?;
        Ok(vm.new_int(low + drawn))
    }),
    NativeDef::new("choice", "self, seq", |vm, args| {
        let len = vm.length(args[1])?;
        if len == 0 {
            return Err(vm.index_error("Cannot choose from an empty sequence"));
        }
        let place = draw(vm, args[0], len)?;
        item(vm, args[1], place)
    }),
    NativeDef::new(
        "choices",
        "self, population, weights?, *, cum_weights?, k?",
        choices,
    ),
    NativeDef::new("shuffle", "self, x", |vm, args| {
        let len = vm.length(args[1])?;
        for last in (1..len).rev() {
            let place = draw(vm, args[0], last + 1)?;
            swap(vm, args[1], last, place)?;
        }
        Ok(Value::None)
    }),
    NativeDef::new("sample", "self, population, k, *, counts?", sample),
];

fn int(n: usize) -> Value {
    Value::Int(i64::try_from(n).expect("the memory cap is far below"))
}

fn index(vm: &mut Vm, value: Value) -> PyResult<BigInt> {
    Ok(vm.index_of(value)?.to_big().expect("an index is an int"))
}

/// A number below a length.
fn draw(vm: &mut Vm, random: Value, len: usize) -> PyResult<usize> {
    let drawn = generator(vm, random)?.source.below(len as u64);
    Ok(usize::try_from(drawn).expect("below the length"))
}

/// A number below a positive integer of any size.
fn below(vm: &mut Vm, random: Value, width: &BigInt) -> PyResult<BigInt> {
    let source = &mut generator(vm, random)?.source;
    if let Some(width) = width.to_u64() {
        return Ok(BigInt::from(source.below(width)));
    }
    loop {
        let words = source.words_of_bits(width.bits());
        let drawn = BigInt::from_digits(words);
        if drawn < *width {
            return Ok(drawn);
        }
    }
}

fn item(vm: &mut Vm, sequence: Value, place: usize) -> PyResult {
    vm.get_item(sequence, int(place))
}

fn swap(vm: &mut Vm, sequence: Value, i: usize, j: usize) -> PyResult<()> {
    if let Value::Obj(id) = sequence
        && vm.heap.class_of(id) == classes::LIST
        && let Object::List(items) = vm.heap.get_mut(id)
        && i < items.len()
        && j < items.len()
    {
        items.swap(i, j);
        return Ok(());
    }
    let (a, b) = (item(vm, sequence, i)?, item(vm, sequence, j)?);
    vm.set_item(sequence, int(i), b)?;
    vm.set_item(sequence, int(j), a)
}

fn random_range(vm: &mut Vm, args: &[Value]) -> PyResult {
    let start = index(vm, args[1])?;
    if args[2].is_unbound() || args[2].is_none() {
        if !args[3].is_unbound() && !matches!(args[3], Value::Int(1)) {
            return Err(vm.type_error("Missing a non-None stop argument"));
        }
        if !start.is_positive() {
            return Err(vm.value_error("empty range for randrange()"));
        }
        let drawn = below(vm, args[0], &start)?;
        return Ok(vm.new_int(drawn));
    }
    let stop = index(vm, args[2])?;
    let step = match args[3] {
        Value::Unbound => BigInt::from(1),
        step => index(vm, step)?,
    };
    let width = &stop - &start;
    if step == BigInt::from(1) {
        if width.is_positive() {
            let drawn = below(vm, args[0], &width)?;
            return Ok(vm.new_int(start + drawn));
        }
        let text = format!("empty range in randrange({start}, {stop})");
        return Err(vm.value_error(&text));
    }
    if step.is_zero() {
        return Err(vm.value_error("zero step for randrange()"));
    }
    let n: BigInt = if step.is_positive() {
        (&width + &step - BigInt::one()) / &step
    } else {
        (&width + &step + BigInt::one()) / &step
    };
    if !n.is_positive() {
        let text = format!("empty range in randrange({start}, {stop}, {step})");
        return Err(vm.value_error(&text));
    }
    let drawn = below(vm, args[0], &n)?;
    Ok(vm.new_int(start + step * drawn))
}

fn choices(vm: &mut Vm, args: &[Value]) -> PyResult {
    let population = args[1];
    let n = vm.length(population)?;
    let k = match args[4] {
        Value::Unbound => 1,
        k => usize::try_from(vm.to_index(k)?).unwrap_or(0),
    };
    let is_given = |value: Value| !value.is_unbound() && !value.is_none();
    let sums = match (is_given(args[2]), is_given(args[3])) {
        (true, true) => {
            return Err(vm.type_error("Cannot specify both weights and cumulative weights"));
        }
        (false, true) => vm.collect(args[3])?,
        (true, false) => accumulate(vm, args[2])?,
        (false, false) => {
            let mut chosen = Vec::with_capacity(k.min(1 << 20));
            for _ in 0..k {
                let place = generator(vm, args[0])?.source.float() * count_float(n);
                chosen.push(item(vm, population, floor(place))?);
            }
            return Ok(vm.heap.new_list(chosen));
        }
    };
    if sums.len() != n {
        return Err(vm.value_error("The number of weights does not match the population"));
    }
    let mut bounds = Vec::with_capacity(n);
    for &sum in &sums {
        bounds.push(vm.to_float(sum)?);
    }
    let total = bounds.last().copied().unwrap_or(0.0);
    if total <= 0.0 {
        return Err(vm.value_error("Total of weights must be greater than zero"));
    }
    if !total.is_finite() {
        return Err(vm.value_error("Total of weights must be finite"));
    }
    let mut chosen = Vec::with_capacity(k.min(1 << 20));
    for _ in 0..k {
        let drawn = generator(vm, args[0])?.source.float() * total;
        let place = bounds[..n - 1].partition_point(|bound| *bound <= drawn);
        chosen.push(item(vm, population, place)?);
    }
    Ok(vm.heap.new_list(chosen))
}

/// A length as a float.
#[expect(
    clippy::cast_precision_loss,
    reason = "the memory cap is far below 2**53"
)]
fn count_float(n: usize) -> f64 {
    n as f64
}

/// The whole part of a float that is not negative.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place in a sequence"
)]
fn floor(place: f64) -> usize {
    place as usize
}

/// Running sums, as Python adds them.
fn accumulate(vm: &mut Vm, weights: Value) -> PyResult<Vec<Value>> {
    let mut sums = vm.collect(weights)?;
    for i in 1..sums.len() {
        sums[i] = vm.binary(BinaryOp::Add, sums[i - 1], sums[i])?;
    }
    Ok(sums)
}

fn sample(vm: &mut Vm, args: &[Value]) -> PyResult {
    let population = args[1];
    let is_sequence = !matches!(
        vm.heap.object(population),
        Some(Object::Set(_) | Object::FrozenSet(_) | Object::Dict(_) | Object::Iterator(_))
    ) && population.obj().is_some();
    if !is_sequence {
        return Err(
            vm.type_error("Population must be a sequence.  For dicts or sets, use sorted(d).")
        );
    }
    let n = vm.length(population)?;
    let k = vm.to_index(args[2])?;
    if args[3].is_unbound() || args[3].is_none() {
        let places = sample_places(vm, args[0], n, k)?;
        let mut chosen = Vec::with_capacity(places.len());
        for place in places {
            chosen.push(item(vm, population, place)?);
        }
        return Ok(vm.heap.new_list(chosen));
    }
    let sums = accumulate(vm, args[3])?;
    if sums.len() != n {
        return Err(vm.value_error("The number of counts does not match the population"));
    }
    let mut bounds = Vec::with_capacity(n);
    for &sum in &sums {
        let Some(bound) = vm.to_bigint(sum).and_then(|sum| sum.to_u64()) else {
            return Err(vm.type_error("Counts must be integers"));
        };
        bounds.push(usize::try_from(bound).unwrap_or(usize::MAX));
    }
    let total = bounds.last().copied().unwrap_or(0);
    if total == 0 {
        return Err(vm.value_error("Total of counts must be greater than zero"));
    }
    let places = sample_places(vm, args[0], total, k)?;
    let mut chosen = Vec::with_capacity(places.len());
    for place in places {
        let member = bounds.partition_point(|bound| *bound <= place);
        chosen.push(item(vm, population, member)?);
    }
    Ok(vm.heap.new_list(chosen))
}

/// `k` different places of `n`, in random order: CPython's choice between a pool and a set of those
/// drawn.
fn sample_places(vm: &mut Vm, random: Value, n: usize, k: i64) -> PyResult<Vec<usize>> {
    let Some(k) = usize::try_from(k).ok().filter(|k| *k <= n) else {
        return Err(vm.value_error("Sample larger than population or is negative"));
    };
    let mut places = Vec::with_capacity(k);
    let mut set_size = 21;
    if k > 5 {
        // The table of a set of `k` members: the next power of four above three times as many.
        let mut table = 1_usize;
        while table < k * 3 {
            table *= 4;
        }
        set_size += table;
    }
    if n <= set_size {
        let mut pool: Vec<usize> = (0..n).collect();
        for i in 0..k {
            let place = draw(vm, random, n - i)?;
            places.push(pool[place]);
            pool[place] = pool[n - i - 1];
        }
        return Ok(places);
    }
    let mut drawn = rustc_hash::FxHashSet::default();
    for _ in 0..k {
        let mut place = draw(vm, random, n)?;
        while !drawn.insert(place) {
            place = draw(vm, random, n)?;
        }
        places.push(place);
    }
    Ok(places)
}
