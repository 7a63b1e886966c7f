// All programs: path, source, trace hash. Written by `UPDATE=1 cargo test --test trace_hashes`.
[
]
