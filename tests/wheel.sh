#!/bin/sh
# Build the wheel, install it in an empty environment by an old pip, run the main job in an empty folder.
# Usage: wheel.sh PYTHON BIN (BIN: the folder of an environment that has `build`)
# No pipes: of those, sh tells only how the last command ended.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$2/python" -m build --wheel --no-isolation --outdir "$work/dist" . >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
"$1" -m venv "$work/venv"
# a pip of 2023 resolves extras of dependencies less well than the newest; what it installs must run all the same
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check 'pip==23.2.1'
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$work"/dist/*.whl
mkdir "$work/empty"
cp -R data/articles "$work/articles"
cd "$work/empty"
hrkg=$work/venv/bin/hrkg

"$hrkg" build "$work/articles" -o graph.ttl
"$hrkg" validate graph.ttl
"$hrkg" query graph.ttl --view persons --format csv >persons.csv
test "$(wc -l <persons.csv)" -gt 10

# a saved page goes through other libraries than text does
"$hrkg" build "$work/articles/china-record-2015.html" -o page.ttl
"$hrkg" validate page.ttl
"$hrkg" query page.ttl --view persons --format csv >people-of-page.csv
test "$(wc -l <people-of-page.csv)" -gt 1

find "$work/venv" -path '*_resources/ontology/hrkg.ttl' >resources.txt
test "$(wc -l <resources.txt)" -eq 1
echo "wheel: works in an empty environment"
