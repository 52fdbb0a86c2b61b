package static_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// leaveOut leaves a test out for want of something, unless PAPERGRAPH_CI=1 makes it mandatory.
func leaveOut(t *testing.T, want string) {
	t.Helper()
	if os.Getenv("PAPERGRAPH_CI") == "1" {
		t.Fatalf("%s, and PAPERGRAPH_CI=1 makes this test mandatory", want)
	}
	t.Skipf("left out: %s", want)
}

// testFiles returns the tests below a folder. Reading the folders also tells go test when a result it kept is out of date.
func testFiles(t *testing.T, folder string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(folder, func(name string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".test.js") {
			files = append(files, name)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("no tests in %s: %v", folder, err)
	}
	return files
}

// node runs tests by node --test. Without Node of version 20 they are left out.
func node(t *testing.T, args ...string) {
	t.Helper()
	if err := exec.CommandContext(t.Context(), "node", "--eval", "process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)").Run(); err != nil {
		leaveOut(t, "no Node of version 20 or later")
	}
	out, err := exec.CommandContext(t.Context(), "node", slices.Concat([]string{"--test", "--test-reporter=spec"}, args)...).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestModules runs the tests of the page's modules.
func TestModules(t *testing.T) {
	node(t, testFiles(t, filepath.Join("test", "unit"))...)
}

// TestFlows runs the flows in a real browser, by roles and names. They take some minutes.
func TestFlows(t *testing.T) {
	if testing.Short() {
		t.Skip("left out: flows take minutes")
	}
	browserPath(t)
	if _, err := os.Stat("node_modules/playwright-core"); err != nil {
		leaveOut(t, "no static/node_modules; npm ci --ignore-scripts in static makes it")
	}
	program := filepath.Join(t.TempDir(), "papergraph") // once for all files
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, "papergraph/cmd/papergraph").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Setenv("PAPERGRAPH", program)
	node(t, append([]string{"--test-concurrency=2"}, testFiles(t, filepath.Join("test", "browser"))...)...)
}
