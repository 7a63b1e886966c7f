//! `str.format` and `str.format_map`.

use super::str_methods::self_text;
use super::text;
use crate::native::{NativeDef, PyResult};
use crate::object::Value;
use crate::vm::Vm;

/// Methods of `str` that fill templates.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("format", "self, /, *args, **kwargs", |vm, args| {
        let template = self_text(vm, args[0])?;
        let values = Values {
            positional: Some(&args[2..]),
            named: args[1],
        };
        let text = fill(vm, &template, &values)?;
        Ok(vm.heap.new_str(&text))
    }),
    NativeDef::new("format_map", "self, mapping, /", |vm, args| {
        let template = self_text(vm, args[0])?;
        let values = Values {
            positional: None,
            named: args[1],
        };
        let text = fill(vm, &template, &values)?;
        Ok(vm.heap.new_str(&text))
    }),
];

/// What replacement fields refer to.
struct Values<'a> {
    /// `None` for `format_map`.
    positional: Option<&'a [Value]>,
    named: Value,
}

/// How fields without a name are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numbering {
    Unknown,
    Automatic(usize),
    Manual,
}

/// A replacement field, taken apart.
struct Field<'a> {
    name: &'a str,
    conversion: Option<char>,
    spec: &'a str,
}

fn fill(vm: &mut Vm, template: &str, values: &Values) -> PyResult<String> {
    let mut numbering = Numbering::Unknown;
    expand(vm, template, values, &mut numbering, 2)
}

/// Replaces the fields of a template; `depth` levels of fields may be nested.
fn expand(
    vm: &mut Vm,
    template: &str,
    values: &Values,
    numbering: &mut Numbering,
    depth: u32,
) -> PyResult<String> {
    if depth == 0 {
        return Err(vm.value_error("Max string recursion exceeded"));
    }
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(place) = rest.find(['{', '}']) {
        out.push_str(&rest[..place]);
        let brace = &rest[place..=place];
        rest = &rest[place + 1..];
        if let Some(after) = rest.strip_prefix(brace) {
            out.push_str(brace);
            rest = after;
            continue;
        }
        if brace == "}" {
            return Err(vm.value_error("Single '}' encountered in format string"));
        }
        if rest.is_empty() {
            return Err(vm.value_error("Single '{' encountered in format string"));
        }
        let (field, after) = match read_field(rest) {
            Ok(read) => read,
            Err(message) => return Err(vm.value_error(message)),
        };
        rest = after;
        let value = field_value(vm, field.name, values, numbering)?;
        let value = convert(vm, value, field.conversion)?;
        let text = if field.spec.contains(['{', '}']) {
            let spec = expand(vm, field.spec, values, numbering, depth - 1)?;
            vm.format_value(value, &spec)?
        } else {
            vm.format_value(value, field.spec)?
        };
        out.push_str(&text);
    }
    out.push_str(rest);
    Ok(out)
}

/// Reads a field behind its opening brace; gives what follows its closing one.
fn read_field(text: &str) -> Result<(Field<'_>, &str), &'static str> {
    let mut is_in_brackets = false;
    let end = text.char_indices().find(|(_, c)| match c {
        '[' => {
            is_in_brackets = true;
            false
        }
        ']' => {
            is_in_brackets = false;
            false
        }
        '{' | '}' | ':' | '!' => !is_in_brackets,
        _ => false,
    });
    let Some((end, c)) = end else {
        return Err("expected '}' before end of string");
    };
    let name = &text[..end];
    let mut rest = &text[end + 1..];
    let mut conversion = None;
    match c {
        '{' => return Err("unexpected '{' in field name"),
        '}' => {
            let field = Field {
                name,
                conversion,
                spec: "",
            };
            return Ok((field, rest));
        }
        '!' => {
            let mut chars = rest.chars();
            conversion = chars.next();
            if conversion.is_none() {
                return Err("end of string while looking for conversion specifier");
            }
            let next = chars.next();
            rest = chars.as_str();
            match next {
                Some('}') => {
                    let field = Field {
                        name,
                        conversion,
                        spec: "",
                    };
                    return Ok((field, rest));
                }
                Some(':') | None => {}
                Some(_) => return Err("expected ':' after conversion specifier"),
            }
        }
        _ => {}
    }
    let mut depth = 1;
    for (place, c) in rest.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let field = Field {
                name,
                conversion,
                spec: &rest[..place],
            };
            return Ok((field, &rest[place + 1..]));
        }
    }
    Err("unmatched '{' in format spec")
}

fn convert(vm: &mut Vm, value: Value, conversion: Option<char>) -> PyResult {
    let text = match conversion {
        None => return Ok(value),
        Some('s') => vm.str_of(value)?,
        Some('r') => vm.repr(value)?,
        Some('a') => {
            let repr = vm.repr(value)?;
            text::ascii(&repr).into()
        }
        Some(c) => {
            let shown = if ('\x21'..'\x7f').contains(&c) {
                c.to_string()
            } else {
                format!("\\x{:x}", u32::from(c))
            };
            return Err(vm.value_error(format_args!("Unknown conversion specifier {shown}")));
        }
    };
    Ok(vm.heap.new_str(&text))
}

/// The value of `name`, `0`, `a.b[c]`, ….
fn field_value(vm: &mut Vm, name: &str, values: &Values, numbering: &mut Numbering) -> PyResult {
    let end = name.find(['.', '[']).unwrap_or(name.len());
    let (first, mut path) = name.split_at(end);
    let mut value = first_value(vm, first, values, numbering)?;
    while !path.is_empty() {
        if let Some(rest) = path.strip_prefix('.') {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            let (attribute, rest) = rest.split_at(end);
            if attribute.is_empty() {
                return Err(vm.value_error("Empty attribute in format string"));
            }
            let attribute = vm.heap.intern(attribute);
            value = vm.get_attr(value, attribute)?;
            path = rest;
        } else if let Some(rest) = path.strip_prefix('[') {
            let Some((key, rest)) = rest.split_once(']') else {
                return Err(vm.value_error("Missing ']' in format string"));
            };
            if key.is_empty() {
                return Err(vm.value_error("Empty attribute in format string"));
            }
            let key = match key.parse::<i64>() {
                Ok(index) if key.bytes().all(|byte| byte.is_ascii_digit()) => Value::Int(index),
                _ => vm.heap.new_str(key),
            };
            value = vm.get_item(value, key)?;
            path = rest;
        } else {
            return Err(vm.value_error("Only '.' or '[' may follow ']' in format field specifier"));
        }
    }
    Ok(value)
}

fn first_value(vm: &mut Vm, name: &str, values: &Values, numbering: &mut Numbering) -> PyResult {
    let is_number = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
    if !name.is_empty() && !is_number {
        let key = vm.heap.new_str(name);
        return match (values.positional, values.named) {
            (Some(_), Value::Obj(dict)) => match vm.dict_get(dict, key)? {
                Some(value) => Ok(value),
                None => Err(vm.key_error(key)),
            },
            (Some(_), _) => Err(vm.key_error(key)),
            (None, mapping) => vm.get_item(mapping, key),
        };
    }
    let index = if is_number {
        if matches!(numbering, Numbering::Automatic(_)) {
            return Err(vm.value_error(
                "cannot switch from automatic field numbering to manual field specification",
            ));
        }
        *numbering = Numbering::Manual;
        match name.parse::<usize>() {
            Ok(index) => index,
            Err(_) => return Err(vm.value_error("Too many decimal digits in format string")),
        }
    } else {
        let index = match *numbering {
            Numbering::Manual => {
                return Err(vm.value_error(
                    "cannot switch from manual field specification to automatic field numbering",
                ));
            }
            Numbering::Unknown => 0,
            Numbering::Automatic(next) => next,
        };
        *numbering = Numbering::Automatic(index + 1);
        index
    };
    let Some(positional) = values.positional else {
        return Err(vm.value_error("Format string contains positional fields"));
    };
    match positional.get(index) {
        Some(value) => Ok(*value),
        None => Err(vm.index_error(format_args!(
            "Replacement index {index} out of range for positional args tuple"
        ))),
    }
}
