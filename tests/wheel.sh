#!/bin/sh
# Build the wheel, install it in an empty environment, run the main job in an empty folder.
# Usage: wheel.sh PYTHON BIN (BIN: the folder of an environment that has `build`)
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$2/python" -m build --wheel --no-isolation --outdir "$work/dist" . >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
"$1" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$work"/dist/*.whl
mkdir "$work/empty"
cp -R data/articles "$work/articles"
cd "$work/empty"
"$work/venv/bin/hrkg" build "$work/articles" -o graph.ttl
"$work/venv/bin/hrkg" validate graph.ttl
"$work/venv/bin/hrkg" query graph.ttl --view persons --format csv | head -4
test "$(find "$work/venv" -path '*_resources/ontology/hrkg.ttl' | wc -l)" -eq 1
echo "wheel: works in an empty environment"
