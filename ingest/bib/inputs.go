package bib

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// input is something that can be opened once.
type input struct {
	name  string
	found bool // below a folder, not named by the user
	open  func() (io.ReadCloser, error)
}

// expand turns names into inputs, folders into their known files. bare are the folders without any.
func expand(names []string, o Options) (inputs []input, bare []*source, err error) {
	for _, name := range names {
		switch {
		case name == "-":
			if o.Stdin == nil {
				return nil, nil, errors.New("bib: there is no standard input to read")
			}
			inputs = append(inputs, input{name: name, open: func() (io.ReadCloser, error) { return io.NopCloser(o.Stdin), nil }})
			continue
		case name == "demo" && o.Demo != nil:
			inputs = append(inputs, input{name: name, open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(o.Demo)), nil }})
			continue
		}
		info, err := os.Stat(name)
		if err != nil {
			return nil, nil, fmt.Errorf("bib: %w", err)
		}
		if !info.IsDir() {
			inputs = append(inputs, fileInput(name, false))
			continue
		}
		below, err := filesBelow(name)
		if err != nil {
			return nil, nil, fmt.Errorf("bib: folder %s: %w", name, err)
		}
		if len(below) == 0 {
			s := &source{name: name}
			s.skipFile("no papers below this folder: known files end in " + strings.Join(endings(), " "))
			bare = append(bare, s)
		}
		inputs = append(inputs, below...)
	}
	return inputs, bare, nil
}

func fileInput(name string, found bool) input {
	return input{name: name, found: found, open: func() (io.ReadCloser, error) {
		f, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("bib: %w", err)
		}
		return f, nil
	}}
}

// filesBelow returns the files below a folder that have a known ending, sorted by name. Hidden files and folders are
// left out, and so are folders below that may not be opened.
func filesBelow(folder string) ([]input, error) {
	var names []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		switch {
		case path == folder:
			return err
		case strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case err == nil && !d.IsDir() && known(path) && isFile(path):
			names = append(names, path)
		}
		return nil
	})
	slices.Sort(names)
	inputs := make([]input, len(names))
	for i, name := range names {
		inputs[i] = fileInput(name, true)
	}
	return inputs, err
}

// isFile reports whether the path leads to a file, be it over a link.
func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
