# What .ci/run and .ci/full share; to be sourced from the root of the checkout.
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive NPM_CONFIG_UPDATE_NOTIFIER=false
export PAPERGRAPH_CI=1 # makes the tests mandatory that need Chromium or Node

work=$(mktemp -d)
counts=$work/counts
shared=$PWD/../shared # papers and checks that are not ours to hand on; what needs them is left out without
now=start

if [[ -z ${HOME:-} || ! -w ${HOME:-} ]]; then
	export HOME=$work/home
	mkdir "$HOME"
fi

# finish has the last word: which step failed, and the counts of go test.
finish() {
	local code=$?
	chmod -R u+w "$work"
	printf '\n'
	if ((code != 0)); then printf 'FAILED in: %s\n' "$now"; fi
	printf '%s in %d:%02d minutes\n' "$0" $((SECONDS / 60)) $((SECONDS % 60))
	if [[ -e $counts ]]; then
		awk -v code=$code '{ passed += $1; failed += $2 } END { if (code && !failed) failed = 1; print passed " passed, " failed " failed" }' "$counts"
	else
		awk -v code=$code 'BEGIN { print "0 passed, " (code ? 1 : 0) " failed" }'
	fi
	rm -rf "$work"
	exit $code
}
trap finish EXIT

# step NAME COMMAND... runs a command under a heading that says when it began, and says how long it took.
step() {
	now=$1
	local began=$SECONDS
	printf '\n== %d:%02d %s\n' $((SECONDS / 60)) $((SECONDS % 60)) "$now"
	"${@:2}"
	printf -- '-- %d s\n' $((SECONDS - began))
}

# needs COMMAND PACKAGE installs a Debian package where a command is missing.
needs() {
	if ! command -v "$1" >/dev/null; then
		if [[ $(id -u) != 0 ]]; then
			echo "$1 is missing: install the package $2, or run this as root" >&2
			return 1
		fi
		if [[ ! -e $work/updated ]]; then
			apt-get update -qq
			touch "$work/updated"
		fi
		apt-get install -y -qq --no-install-recommends "$2" >"$work/apt" 2>&1 || {
			cat "$work/apt"
			return 1
		}
	fi
}

# tests ARGUMENTS... runs go test and prints a line a package. A test that is left out is a fault; where the shared papers
# are missing, those that need them may be, and with -short those that take long.
tests() {
	local may=()
	if [[ ! -d $shared || " $* " == *' -short '* ]]; then may=(-may-skip); fi
	go test -count=1 -timeout 30m -json "$@" | "$work/results" -counts "$counts" "${may[@]}"
}

# fuzz SECONDS splits the time over all fuzz targets there are.
fuzz() {
	local packages targets each package name
	packages=$(git grep -lE '^func Fuzz' -- '*_test.go' | xargs -n 1 dirname | sort -u | sed 's,^,./,')
	# shellcheck disable=SC2086 # one word a package
	targets=$(go test -list '^Fuzz' $packages | awk '/^Fuzz/ { name[++n] = $1 } /^ok/ { for (i = 1; i <= n; i++) print $2, name[i]; n = 0 }')
	each=$(($1 / $(wc -l <<<"$targets")))
	while read -r package name; do
		printf '%-28s %-24s' "$package" "$name"
		if ! fuzz_one "$package" "$name" && ! { ended_early && fuzz_one "$package" "$name"; }; then
			echo
			cat "$work/fuzz"
			return 1
		fi
		awk '/execs:/ { runs = $5 } END { print runs + 0, "runs beyond the seeds" }' "$work/fuzz"
	done <<<"$targets"
}

fuzz_one() {
	go test "$1" -run '^$' -fuzz "^$2\$" -fuzztime $((each > 1 ? each : 1))s -fuzzminimizetime 20x >"$work/fuzz" 2>&1
}

# ended_early says whether the last run of fuzz_one failed by the end of its time alone, which up to Go 1.26 happens now and then
# (golang/go#75804): no input failed, or it would have been written.
ended_early() { grep -q '^ *context deadline exceeded$' "$work/fuzz" && ! grep -q 'Failing input written' "$work/fuzz"; }

# exports DIR INPUT writes a map in every graph format, under the names that the shared checks look for.
exports() {
	mkdir -p "$1"
	"$work/papergraph" export "$2" --quiet --format graphml -o "$1/map.graphml"
	"$work/papergraph" export "$2" --quiet --format csv -o "$1/map.csv"
	"$work/papergraph" export "$2" --quiet --format json -o "$1/map.nodelink.json"
}

# all_exports writes the graphs of the example, of eight papers with hostile ids, and of a page of real papers.
all_exports() {
	go build -o "$work/papergraph" ./cmd/papergraph
	exports "$work/graphs/demo" demo
	exports "$work/graphs/tiny" testdata/tiny.jsonl
	exports "$work/graphs/similar" "$shared/corpus/similar-papers.txt"
}

go build -o "$work/results" .ci/results.go
