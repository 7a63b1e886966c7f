#!/usr/bin/env bash
# The one command of this repository. `./build.sh help` lists what it can do.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source tools/phase.sh
source tools/install.sh

# What wasm-opt does: drop what is there twice or not used, and put locals in the order of their use, which compresses
# better. -Oz makes the file 5 % smaller, but what it rewrites compresses worse: the download is 3 % larger, and no
# faster. `./build.sh sizes` and `./build.sh bench` say what a change costs.
wasm_opt_passes=(
  --duplicate-function-elimination --remove-unused-module-elements --vacuum
  --optimize-instructions --merge-blocks --remove-unused-names --rse --vacuum --dce --reorder-locals
)
# Then functions that are alike are put side by side: tools/name-by-code.mjs says how.
wasm_sort_passes=(--reorder-functions-by-name --strip-debug --strip-producers)
# What rustc may emit for WebAssembly by default, and so what wasm-opt must accept.
wasm_features=(
  --enable-bulk-memory --enable-mutable-globals --enable-nontrapping-float-to-int
  --enable-sign-ext --enable-reference-types --enable-multivalue
)

# The engine brings its own standard library, without the text of panics (a broken invariant of ours ends in a trap; the
# command line, which is compiled as usual, says which one), without `Debug` (nothing that a program sees is made with
# it) and without places in the source. That is 38 kB of the download. What is short is inlined before LLVM sees it,
# which at level "z" inlines next to nothing: with limits of 30 and 30 the engine is 1.5 kB smaller and 2 % faster than
# without; 50 for what asks to be inlined is 2 kB for 1 % of the language's time and 3 % of asyncio's; rustc's own limits
# of 100 and 50 are 5 kB larger and 6 % faster than 30 and 30. `engine` lets what is marked `optimize(speed)` in the source be compiled so.
# RUSTC_BOOTSTRAP lets the pinned stable compiler take these flags. Tests and the command line do without them.
engine_rust_flags=(
  -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none --cfg engine
  -Zinline-mir=yes -Zinline-mir-hint-threshold=50 -Zinline-mir-threshold=30
)
# What LLVM does for a processor's sake (addresses kept in registers, loads moved out of loops, blocks copied into their
# jumps) the browser's compiler does again for its own processor. Without it the code is more regular: 5 kB less to
# download, and not slower.
engine_rust_flags+=(
  -Cllvm-args=-disable-lsr -Cllvm-args=-enable-pre=0 -Cllvm-args=-disable-licm-promotion
  -Cllvm-args=-disable-machine-licm -Cllvm-args=-disable-machine-cse -Cllvm-args=-disable-early-taildup
)
# The standard library's few functions that are left (the allocator, formatting, searching) at level 3: 1 kB for 7 % of
# the time.
engine_cargo_options=(
  --release --lib --target "$wasm_target"
  -Z build-std=std,panic_abort -Z build-std-features=optimize_for_size
  --config profile.release.package.std.opt-level=3
  --config profile.release.package.core.opt-level=3
  --config profile.release.package.alloc.opt-level=3
)

# The TypeScript and JavaScript of this repository.
page_code=(www tests/e2e tests/bench tools eslint.config.js)

# Rust → pkg/: the WebAssembly engine, its JavaScript glue and its TypeScript types.
build_engine() {
  local output=${CARGO_TARGET_DIR:-target}/$wasm_target/release
  phase "compile the engine to WebAssembly" env RUSTC_BOOTSTRAP=1 \
    RUSTFLAGS="${engine_rust_flags[*]}" cargo build --quiet "${engine_cargo_options[@]}"
  phase "generate its bindings" wasm-bindgen --target web --keep-debug --out-dir target/pkg-unoptimized \
    "$output/loopscope.wasm"
  phase "optimise it (wasm-opt)" optimize_engine target/pkg-unoptimized
  mkdir -p pkg
  mv target/pkg-unoptimized/sorted.wasm pkg/loopscope_bg.wasm
  cp target/pkg-unoptimized/*.js target/pkg-unoptimized/*.d.ts pkg/
}

# In the folder $1: loopscope_bg.wasm → sorted.wasm.
optimize_engine() {
  local wasm_opt=(node_modules/.bin/wasm-opt "${wasm_features[@]}")
  "${wasm_opt[@]}" "${wasm_opt_passes[@]}" "$1/loopscope_bg.wasm" -o "$1/optimized.wasm"
  node tools/name-by-code.mjs "$1/optimized.wasm" "$1/named.wasm"
  "${wasm_opt[@]}" "${wasm_sort_passes[@]}" "$1/named.wasm" -o "$1/sorted.wasm"
}

# www/ and pkg/ → dist/: what a web server hands out.
build_page() {
  phase "bundle the page" node tools/bundle.mjs
}

build_command_line() {
  phase "compile the command line" cargo build --quiet --release -p loopscope-cli
}

# The page's type checker reads the types of the engine's bindings, so these must exist.
have_engine_types() {
  [ -f pkg/loopscope.d.ts ] || build_engine
}

check_format() {
  phase "check the format of the Rust code" cargo fmt --all --check
  phase "check the format of the page" node_modules/.bin/prettier --check "${page_code[@]}"
}

check_rust() {
  phase "lint the Rust code" cargo clippy --quiet --workspace --all-targets -- -D warnings
}

check_page() {
  phase "check the page's types" node_modules/.bin/tsc --noEmit
  phase "lint the page" node_modules/.bin/eslint --max-warnings 0 "${page_code[@]}"
}

test_rust() {
  phase "test the Rust code" cargo test --quiet --workspace
}

test_bindings() {
  # The runner gives up after 20 s, which a busy machine needs for all programs.
  phase "test the bindings in Chromium" env WASM_BINDGEN_TEST_TIMEOUT=900 wasm-pack test --headless --chrome --mode no-install
}

test_page_units() {
  phase "test the page's model" node tools/test-page-units.mjs
}

test_page() {
  phase "test the page in Chromium" node --test --test-reporter=spec tests/e2e/*.test.mjs
}

sizes() {
  [ -f target/page/meta.json ] || fail "nothing is built yet: run ./build.sh build"
  node tools/sizes.mjs "$@"
}

command_build() {
  install_build_tools
  build_engine
  build_page
  build_command_line
}

command_serve() {
  install_build_tools
  build_engine
  build_page
  exec node tools/server.mjs --port "${1:-8000}"
}

command_test() {
  install_build_tools
  install_test_tools
  check_format
  check_rust
  test_rust
  generate_shortly
  build_engine
  check_page # after the engine, whose types it reads
  test_page_units
  test_bindings
  build_page
  build_command_line
  sizes --strict
  test_page
}

command_quick() {
  install_build_tools
  check_format
  check_rust
  test_rust
  have_engine_types
  check_page
  test_page_units
}

command_bench() {
  command_build
  install_browser
  node tests/bench/run.mjs "$@"
}

# Broken programs for as many minutes as are named; what fails is kept in target/fuzz/.
command_fuzz() {
  local minutes=${1:-10}
  LOOPSCOPE_FUZZ_MINUTES=$minutes LOOPSCOPE_FUZZ_SEED=${2:-$(date +%s)000000} \
    cargo test --test fuzz -- --nocapture broken_programs_get_an_answer_for_minutes
}

# Random programs, compared with CPython 3.14; without it there is nobody to compare with. The language's, or those of
# the topic that is named first.
command_generate() {
  local python
  python=$(find_cpython) || fail "CPython 3.14 is needed: name it in LOOPSCOPE_PYTHON"
  build_command_line
  if [ "${1:-}" = asyncio ]; then
    "$python" tests/generate "$@"
  else
    "$python" tests/generate/language/generate.py --engine "$(cargo_target)/release/loopscope" "$@"
  fi
}

# A short part of it, in `test`.
generate_shortly() {
  if find_cpython >/dev/null; then
    phase "compare random programs with CPython" command_generate --seeds 0..100
  else
    say "  no CPython 3.14 found: random programs are not compared"
  fi
}

find_cpython() {
  local candidate
  for candidate in "${LOOPSCOPE_PYTHON:-}" python3.14 python3; do
    if [ -n "$candidate" ] &&
      "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 14))' 2>/dev/null; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  return 1
}

cargo_target() {
  printf '%s\n' "${CARGO_TARGET_DIR:-target}"
}

# CPython's own tests of asyncio under the engine: passed and total by file.
command_yardstick() {
  build_command_line
  python3 tests/yardstick "$@"
}

command_help() {
  cat <<'HELP'
usage: ./build.sh COMMAND

  serve [PORT]   installs what is missing, builds, and serves the page on 127.0.0.1
                 (port 8000, or the next free one)
  test           everything: format, lints, Rust tests, bindings and page in headless
                 Chromium, size budgets
  quick          the inner loop: format, lints, Rust tests, types of the page
  build          the engine (pkg/), the page (dist/) and the command line (target/release/loopscope)
  sizes          what the built page weighs, against its budgets
  bench [NAME…]  how fast the engine is, natively and in Chromium, against CPython and Pyodide
  generate [asyncio] [--seeds A..B]
                 random programs, of the language or of asyncio, compared with CPython 3.14
  fuzz [MINUTES [SEED]]
                 broken programs (10 minutes): no panic, no hang
  yardstick [FILE…] [--why]
                 CPython's own tests of asyncio, where they are installed, run under the engine
  help           this text

VERBOSE=1 shows the full output of every phase. Tools go to .tools/ and node_modules/;
only Chromium comes from the system's packages.
HELP
}

main() {
  local name=${1:-help}
  [ $# -eq 0 ] || shift
  case $name in
    serve | test | quick | build | bench | generate | fuzz | yardstick) "command_$name" "$@" ;;
    sizes) sizes "$@" ;;
    help | -h | --help) command_help ;;
    *) fail "unknown command \"$name\"; ./build.sh help lists the commands" ;;
  esac
  case $name in
    test | quick | build) say "$name: all done in $SECONDS s" ;;
  esac
}

main "$@"
