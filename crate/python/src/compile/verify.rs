//! Proves a block sound: what the machine and its collector rely on.
//!
//! Every register read is live, every jump arrives where no more registers are live than are filled
//! on the way, and every
//! handler finds the registers it expects. Runs on all code under `debug_assertions`.

use crate::code::{Code, Op, Reg};

/// What an instruction does to registers.
#[derive(Default)]
pub(super) struct Effects {
    reads: Vec<(Reg, u16)>,
    writes: Vec<(Reg, u16)>,
    /// What is written where the instruction does not jump only.
    writes_ahead: Vec<(Reg, u16)>,
    jump: Option<i64>,
    ends: bool,
}

/// Checks a block.
///
/// # Errors
///
/// The first problem, in words.
pub(super) fn verify(code: &Code) -> Result<(), String> {
    let n = code.ops.len();
    let fixed = code.locals.len() + code.cells.len() + code.free.len();
    let tables = [code.spans.len(), code.line_starts.len(), code.depth.len()];
    if n == 0 || tables.iter().any(|&length| length != n) {
        return Err("tables of different lengths".to_owned());
    }
    if code.depth[0] as usize != fixed {
        return Err(format!("starts with depth {}, not {fixed}", code.depth[0]));
    }
    for (ip, &op) in code.ops.iter().enumerate() {
        verify_op(code, ip, op).map_err(|problem| format!("at {ip} {op:?}: {problem}"))?;
        if (code.depth[ip] as usize) < fixed {
            return Err(format!("at {ip}: fewer registers than variables"));
        }
    }
    verify_handlers(code)
}

fn verify_op(code: &Code, ip: usize, op: Op) -> Result<(), String> {
    let effects = effects(op);
    let depth = code.depth[ip];
    for &(first, n) in &effects.reads {
        if n > 0 && u32::from(first) + u32::from(n) > u32::from(depth) {
            return Err(format!("reads {first}+{n}, but only {depth} are live"));
        }
    }
    for &(first, n) in effects.writes.iter().chain(&effects.writes_ahead) {
        if u32::from(first) + u32::from(n) > u32::from(code.n_registers) {
            return Err(format!("writes {first}+{n} of {}", code.n_registers));
        }
    }
    verify_tables(code, op)?;
    if !effects.ends {
        let all = [&effects.writes[..], &effects.writes_ahead[..]].concat();
        verify_edge(code, ip, i64::try_from(ip).unwrap_or(0) + 1, &all)?;
    }
    if let Some(offset) = effects.jump {
        let target = i64::try_from(ip).unwrap_or(0) + 1 + offset;
        verify_edge(code, ip, target, &effects.writes)?;
    }
    Ok(())
}

fn verify_edge(code: &Code, ip: usize, to: i64, writes: &[(Reg, u16)]) -> Result<(), String> {
    let depth = usize::try_from(to)
        .ok()
        .and_then(|to| code.depth.get(to))
        .ok_or_else(|| format!("goes to {to}, outside the block"))?;
    for register in code.depth[ip]..*depth {
        let is_written = |&(first, n): &(Reg, u16)| first <= register && register < first + n;
        if !writes.iter().any(is_written) {
            return Err(format!("goes to {to} with register {register} empty"));
        }
    }
    Ok(())
}

fn verify_tables(code: &Code, op: Op) -> Result<(), String> {
    let (constant, name, site) = match op {
        Op::LoadConst { index, .. } => (Some(index as usize), None, None),
        Op::MakeFunction { code, .. } => (Some(code as usize), None, None),
        Op::CallKeywords { names, .. } => (Some(names as usize), None, None),
        Op::Import {
            name, from_list, ..
        } => (Some(from_list as usize), Some(name), None),
        Op::DeleteGlobal { name }
        | Op::LoadName { name, .. }
        | Op::StoreName { name, .. }
        | Op::DeleteName { name }
        | Op::DeleteAttr { name, .. }
        | Op::ImportFrom { name, .. } => (None, Some(name), None),
        Op::LoadGlobal { site, .. }
        | Op::StoreGlobal { site, .. }
        | Op::LoadAttr { site, .. }
        | Op::StoreAttr { site, .. }
        | Op::LoadMethod { site, .. }
        | Op::LoadSuperAttr { site, .. } => (None, None, Some(site)),
        _ => (None, None, None),
    };
    let is_inside = constant.is_none_or(|index| index < code.constants.len())
        && name.is_none_or(|index| (index as usize) < code.names.len())
        && site.is_none_or(|index| (index as usize) < code.sites.len());
    if is_inside {
        Ok(())
    } else {
        Err("an index outside its table".to_owned())
    }
}

fn verify_handlers(code: &Code) -> Result<(), String> {
    for handler in &code.handlers {
        let problem = |what: &str| Err(format!("{handler:?}: {what}"));
        let (start, end) = (handler.start as usize, handler.end as usize);
        if start >= end || end > code.ops.len() {
            return problem("covers nothing");
        }
        match code.depth.get(handler.target as usize) {
            Some(&depth) if depth == handler.exception + 1 => {}
            _ => return problem("the target does not expect the exception on top"),
        }
        if code.depth[start..end]
            .iter()
            .any(|&depth| depth < handler.exception)
        {
            return problem("covers code with fewer live registers");
        }
    }
    Ok(())
}

/// What an instruction reads, writes and where it goes.
pub(super) fn effects(op: Op) -> Effects {
    let mut e = Effects::default();
    match op {
        Op::Nop => {}
        Op::Move { dst, src }
        | Op::Rebind { dst, src }
        | Op::LoadLocal { dst, src }
        | Op::LoadCell { dst, cell: src }
        | Op::LoadClassCell { dst, cell: src }
        | Op::LoadAttr { dst, obj: src, .. }
        | Op::Unary { dst, src, .. }
        | Op::AddInt { dst, a: src, .. }
        | Op::SubInt { dst, a: src, .. }
        | Op::ListToTuple { dst, src }
        | Op::GetIter { dst, src }
        | Op::GetAsyncIter { dst, src }
        | Op::GetAsyncNext { dst, iter: src }
        | Op::GetAwaitable { dst, src }
        | Op::GetYieldFromIter { dst, src }
        | Op::Yield { dst, src }
        | Op::ImportFrom {
            dst, module: src, ..
        }
        | Op::MatchSequence { dst, src }
        | Op::MatchMapping { dst, src }
        | Op::Length { dst, src } => {
            e.reads.push((src, 1));
            e.writes.push((dst, 1));
        }
        Op::LoadConst { dst, .. }
        | Op::LoadNone { dst }
        | Op::LoadInt { dst, .. }
        | Op::Clear { reg: dst }
        | Op::LoadGlobal { dst, .. }
        | Op::LoadName { dst, .. }
        | Op::Import { dst, .. }
        | Op::LoadBuildClass { dst }
        | Op::LoadLocals { dst } => e.writes.push((dst, 1)),
        Op::DeleteLocal { reg } | Op::DeleteCell { cell: reg } => e.reads.push((reg, 1)),
        Op::StoreCell { cell: a, src: b }
        | Op::StoreAttr { obj: a, src: b, .. }
        | Op::DeleteItem { obj: a, key: b }
        | Op::ListAppend { list: a, value: b }
        | Op::ListExtend {
            list: a,
            iterable: b,
        }
        | Op::SetAdd { set: a, value: b }
        | Op::SetUpdate {
            set: a,
            iterable: b,
        }
        | Op::DictUpdate {
            dict: a,
            mapping: b,
        } => e.reads.extend([(a, 1), (b, 1)]),
        Op::StoreGlobal { src, .. }
        | Op::StoreName { src, .. }
        | Op::DeleteAttr { obj: src, .. }
        | Op::ImportStar { module: src } => e.reads.push((src, 1)),
        Op::DeleteGlobal { .. } | Op::DeleteName { .. } => {}
        Op::LoadMethod { dst, obj, .. } | Op::LoadSpecial { dst, obj, .. } => {
            e.reads.push((obj, 1));
            e.writes.push((dst, 2));
        }
        Op::LoadSuperAttr { dst, base, .. } => {
            e.reads.push((base, 2));
            e.writes.push((dst, 1));
        }
        Op::GetItem {
            dst,
            obj: a,
            key: b,
        }
        | Op::Add { dst, a, b }
        | Op::Sub { dst, a, b }
        | Op::Mul { dst, a, b }
        | Op::Binary { dst, a, b, .. }
        | Op::InPlace { dst, a, b, .. }
        | Op::Compare { dst, a, b, .. }
        | Op::Format {
            dst,
            src: a,
            spec: b,
            ..
        }
        | Op::MatchException {
            dst,
            exception: a,
            types: b,
        }
        | Op::PrepareReraiseGroup {
            dst,
            exception: a,
            raised: b,
        }
        | Op::MatchKeys {
            dst,
            src: a,
            keys: b,
        } => {
            e.reads.extend([(a, 1), (b, 1)]);
            e.writes.push((dst, 1));
        }
        Op::SetItem {
            obj: a,
            key: b,
            value: c,
        }
        | Op::ArgumentsExtend {
            list: a,
            iterable: b,
            callee: c,
        }
        | Op::DictInsert {
            dict: a,
            key: b,
            value: c,
        }
        | Op::DictMerge {
            dict: a,
            mapping: b,
            callee: c,
        } => e.reads.extend([(a, 1), (b, 1), (c, 1)]),
        Op::BuildSlice { dst, base } => {
            e.reads.push((base, 3));
            e.writes.push((dst, 1));
        }
        Op::JumpIfCompare { a, b, offset, .. } | Op::JumpUnlessCompare { a, b, offset, .. } => {
            e.reads.extend([(a, 1), (b, 1)]);
            e.jump = Some(offset.into());
        }
        Op::JumpUnlessCompareInt { a, offset, .. } => {
            e.reads.push((a, 1));
            e.jump = Some(offset.into());
        }
        Op::Jump { offset } => {
            e.jump = Some(offset.into());
            e.ends = true;
        }
        Op::JumpIf { src, offset }
        | Op::JumpUnless { src, offset }
        | Op::JumpIfNone { src, offset }
        | Op::JumpIfUnbound { src, offset } => {
            e.reads.push((src, 1));
            e.jump = Some(offset.into());
        }
        Op::BuildTuple { dst, base, n }
        | Op::BuildList { dst, base, n }
        | Op::BuildSet { dst, base, n }
        | Op::BuildString { dst, base, n }
        | Op::BuildTemplate { dst, base, n } => {
            e.reads.push((base, n));
            e.writes.push((dst, 1));
        }
        Op::BuildDict { dst, base, n } => {
            e.reads.push((base, 2 * n));
            e.writes.push((dst, 1));
        }
        Op::Unpack { src, base, n } => {
            e.reads.push((src, 1));
            e.writes.push((base, n));
        }
        Op::UnpackRest {
            before,
            src,
            base,
            after,
        } => {
            e.reads.push((src, 1));
            e.writes.push((base, u16::from(before) + 1 + after));
        }
        Op::ForIter { dst, iter, offset } => {
            e.reads.push((iter, 1));
            e.writes_ahead.push((dst, 1));
            e.jump = Some(offset.into());
        }
        Op::EndAsyncFor { exception, offset } => {
            e.reads.push((exception, 1));
            e.jump = Some(offset.into());
            e.ends = true;
        }
        Op::YieldFrom { dst, iter } => {
            e.reads.extend([(dst, 1), (iter, 1)]);
            e.writes.push((dst, 1));
        }
        Op::MakeFunction {
            flags, dst, base, ..
        } => {
            let n = u16::try_from(flags.count_ones()).unwrap_or(0);
            e.reads.push((base, n));
            e.writes.push((dst, 1));
        }
        Op::Call { dst, base, n } => {
            e.reads.push((base, n + 2));
            e.writes.push((dst, 1));
        }
        Op::CallFunction { dst, base, n } => {
            e.reads.push((base, n + 1));
            e.writes.push((dst, 1));
        }
        Op::CallKeywords { base, n, .. } => {
            e.reads.push((base, n + 2));
            e.writes.push((base, 1));
        }
        Op::CallUnpacked { dst, base } => {
            e.reads.push((base, 4));
            e.writes.push((dst, 1));
        }
        Op::Return { src } => {
            e.reads.push((src, 1));
            e.ends = true;
        }
        Op::ExceptionInfo { base, exception } => {
            e.reads.push((exception, 1));
            e.writes.push((base, 3));
        }
        Op::PushHandled { save, exception } => {
            e.reads.push((exception, 1));
            e.writes.push((save, 1));
        }
        Op::PopHandled { save } => e.reads.push((save, 1)),
        Op::MatchExceptionGroup { base, types } => {
            e.reads.extend([(base, 2), (types, 1)]);
            e.writes.push((base, 2));
        }
        Op::Raise { exception, cause } => {
            e.reads.extend([(exception, 1), (cause, 1)]);
            e.ends = true;
        }
        Op::Reraise { exception } => {
            e.reads.push((exception, 1));
            e.ends = true;
        }
        Op::RaiseAssertion { message } => {
            e.reads.push((message, 1));
            e.ends = true;
        }
        Op::MatchClass { base, .. } => {
            e.reads.push((base, 3));
            e.writes.push((base, 1));
        }
        Op::MakeTypeParameter { dst, base, .. } | Op::BuildInterpolation { dst, base, .. } => {
            e.reads.push((base, 3));
            e.writes.push((dst, 1));
        }
    }
    e
}

/// Where an instruction at `ip` may jump to.
pub(super) fn jump_target(op: Op, ip: usize) -> Option<i64> {
    let offset = effects(op).jump?;
    Some(i64::try_from(ip).unwrap_or(0) + 1 + offset)
}
