# Getting the tools that a build or a test needs, each only when it is not there yet.
# Sourced by build.sh after phase.sh.
#
# What cargo installs goes to .tools/, so that nothing of the user's is replaced; a tool of the
# right version that is already on PATH is used as it is.

wasm_pack_version=0.15.1
wasm_target=wasm32-unknown-unknown
PATH="$PWD/.tools/bin:$PATH"

install_build_tools() {
  need cargo "install Rust with rustup (https://rustup.rs)"
  need node "install Node.js 20 or later"
  need npm "install npm, which comes with Node.js"
  [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 20')" = true ] ||
    fail "Node.js $(node --version) is too old: 20 or later is needed"
  install_wasm_target
  install_library_source
  install_cargo_tool wasm-bindgen wasm-bindgen-cli "$(locked_version wasm-bindgen)"
  install_node_packages
}

install_test_tools() {
  install_cargo_tool wasm-pack wasm-pack "$wasm_pack_version"
  install_browser
}

# need COMMAND HINT
need() {
  command -v "$1" >/dev/null || fail "$1 is not on PATH: $2"
}

# The version of a package in Cargo.lock: the bindings and their command line tool must agree.
locked_version() {
  awk -v want="name = \"$1\"" '$0 == want { getline; gsub(/version = |"/, ""); print; exit }' Cargo.lock
}

install_wasm_target() {
  local libraries
  libraries=$(rustc --print sysroot)/lib/rustlib/$wasm_target
  [ ! -d "$libraries" ] || return 0
  need rustup "the Rust target $wasm_target is missing, and only rustup can add it"
  long_phase "install the Rust target $wasm_target" rustup target add "$wasm_target"
}

# The engine compiles the standard library with its own flags.
install_library_source() {
  [ ! -f "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ] || return 0
  need rustup "the source of Rust's standard library is missing, and only rustup can add it"
  long_phase "install the source of Rust's standard library" rustup component add rust-src
}

# install_cargo_tool COMMAND PACKAGE VERSION
install_cargo_tool() {
  local command=$1 package=$2 version=$3
  [ "$(installed_version "$command")" != "$version" ] || return 0
  long_phase "install $package $version (a few minutes, once)" \
    cargo install "$package" --version "$version" --locked --root .tools --target-dir target/tools
}

installed_version() {
  command -v "$1" >/dev/null || return 0
  "$1" --version | awk '{ print $2 }'
}

# The lock file is copied beside the packages, so a changed one is noticed.
install_node_packages() {
  local stamp=node_modules/.installed-lock.json
  ! cmp --silent package-lock.json "$stamp" || return 0
  long_phase "install the Node.js packages" npm ci --no-fund --no-audit
  cp package-lock.json "$stamp"
}

install_browser() {
  if ! command -v chromium >/dev/null || ! command -v chromedriver >/dev/null; then
    need apt-get "chromium and chromedriver are missing: install both with your package manager"
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
      need sudo "chromium and chromedriver are missing: install both as root"
      root=(sudo)
    fi
    long_phase "update the package lists" "${root[@]}" apt-get update
    long_phase "install Chromium" "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install --yes --no-install-recommends chromium chromium-driver
  fi
  need chromium "the package chromium did not bring it"
  need chromedriver "the package chromium-driver did not bring it"
}
