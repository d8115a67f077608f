#!/usr/bin/env bash
# Builds pkg/wasm in seconds for the work bench: less optimised than a release, the same answers.
# usage: tools/quick-pkg.sh [PKG_DIR]   then ../shared/eval/score.sh or node can load PKG_DIR (default: pkg)
set -euo pipefail
cd "$(dirname "$0")/.."
pkg=${1:-pkg}
cargo build --quiet --lib --target wasm32-unknown-unknown --profile bench-wasm
target=$(cargo metadata --no-deps --format-version 1 | node -e 'process.stdin.on("data",(d)=>(globalThis.s=(globalThis.s??"")+d)).on("end",()=>console.log(JSON.parse(globalThis.s).target_directory))')
wasm-bindgen --target web --out-dir "$pkg/wasm" --out-name copydesk "$target/wasm32-unknown-unknown/bench-wasm/copydesk.wasm"
[ "$pkg" -ef pkg ] || cp -r pkg/*.js pkg/*.d.ts pkg/package.json pkg/export "$pkg"
node tools/glue.mjs "$pkg"
