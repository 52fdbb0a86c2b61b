package static_test

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/static"
)

func read(t *testing.T, name string) []byte {
	t.Helper()
	b, err := fs.ReadFile(static.Files, name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// each calls f with each file of the page.
func each(t *testing.T, f func(name string, b []byte)) {
	t.Helper()
	err := fs.WalkDir(static.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			f(name, read(t, name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestOnlyThePageIsEmbedded(t *testing.T) {
	each(t, func(name string, _ []byte) {
		switch top, _, _ := strings.Cut(name, "/"); top {
		case "index.html", "style", "src", "icons":
		default:
			t.Errorf("%s is embedded", name)
		}
	})
}

var linked = regexp.MustCompile(`(?:href|src)="([^"#]+)"`)

func TestWhatThePageNamesIsThere(t *testing.T) {
	for _, m := range linked.FindAllSubmatch(read(t, "index.html"), -1) {
		if _, err := fs.Stat(static.Files, string(m[1])); err != nil {
			t.Errorf("index.html names %s: %v", m[1], err)
		}
	}
}

var imported = regexp.MustCompile(`(?:from |import\()'(\.[^']+)'`)

func TestModulesImportOnlyWhatIsThere(t *testing.T) {
	each(t, func(name string, b []byte) {
		if path.Ext(name) != ".js" {
			return
		}
		for _, m := range imported.FindAllSubmatch(b, -1) {
			other := path.Join(path.Dir(name), string(m[1]))
			if _, err := fs.Stat(static.Files, other); err != nil {
				t.Errorf("%s imports %s: %v", name, m[1], err)
			}
		}
	})
}

// TestThePageKeepsItsContentSecurityPolicy looks for what "default-src 'self'" refuses, and for other hosts.
func TestThePageKeepsItsContentSecurityPolicy(t *testing.T) {
	wrong := map[string]*regexp.Regexp{
		"markup from text":   regexp.MustCompile(`innerHTML|outerHTML|insertAdjacentHTML|document\.write`),
		"code from text":     regexp.MustCompile(`new Function|\beval\(`),
		"an inline style":    regexp.MustCompile(`<[a-z][^>]* style=`),
		"an inline script":   regexp.MustCompile(`<script>`),
		"a picture as data":  regexp.MustCompile(`url\(["']?data:|(?:href|src)="data:`),
		"an inline listener": regexp.MustCompile(`<[a-z][^>]* on[a-z]+=`),
		"another host":       regexp.MustCompile(`(?:href|src)="(?:https?:)?//|@import (?:url|["'])|url\(["']?(?:https?:)?//`),
	}
	each(t, func(name string, b []byte) {
		if path.Ext(name) == ".ico" {
			return
		}
		for what, re := range wrong {
			if found := re.Find(b); found != nil {
				t.Errorf("%s has %s: %s", name, what, found)
			}
		}
	})
}

func TestTheIconsArePictures(t *testing.T) {
	if !bytes.HasPrefix(read(t, "icons/papergraph.ico"), []byte{0, 0, 1, 0}) {
		t.Error("papergraph.ico is no icon")
	}
	if !bytes.Contains(read(t, "icons/papergraph.svg"), []byte("<svg ")) {
		t.Error("papergraph.svg is no SVG")
	}
}

var fromModule = regexp.MustCompile(`(?m)^(?:import|export) [^;]*?from '(\.[^']+)'`)

// TestTheFirstPictureIsPreloaded holds index.html against the modules that main.js reaches without a dynamic import: all of
// them are asked for at once, so that no request waits for another module.
func TestTheFirstPictureIsPreloaded(t *testing.T) {
	reached := make(map[string]bool)
	var walk func(name string)
	walk = func(name string) {
		if reached[name] {
			return
		}
		reached[name] = true
		for _, m := range fromModule.FindAllSubmatch(read(t, name), -1) {
			walk(path.Join(path.Dir(name), string(m[1])))
		}
	}
	walk("src/main.js")
	preloaded := map[string]bool{"src/main.js": true}
	for _, m := range regexp.MustCompile(`rel="modulepreload" href="([^"]+)"`).FindAllSubmatch(read(t, "index.html"), -1) {
		preloaded[string(m[1])] = true
	}
	if diff := cmp.Diff(reached, preloaded); diff != "" {
		t.Errorf("modules reached (-) and preloaded (+):\n%s", diff)
	}
}
