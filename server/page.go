package server

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

// kinds is what the page's files are, by ending. The system's own table is not asked: it differs from machine to machine,
// and a module with a wrong type does not run.
var kinds = map[string]string{
	".css":         "text/css; charset=utf-8",
	".html":        "text/html; charset=utf-8",
	".ico":         "image/x-icon",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".webmanifest": "application/manifest+json",
}

// page serves the files of the page by their path below "/".
type page interface {
	file(name string) (*ready, error) // fs.ErrNotExist for what is not part of the page
}

// embedded is a page whose files do not change: read and packed once.
type embedded map[string]*ready

func (p embedded) file(name string) (*ready, error) {
	if r, ok := p[name]; ok {
		return r, nil
	}
	return nil, fs.ErrNotExist
}

// embed reads all files of the page.
func embed(files fs.FS) (embedded, error) {
	p := make(embedded)
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !ofPage(name) {
			return err
		}
		p[name], err = readFile(files, name)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("server: the page: %w", err)
	}
	return p, nil
}

// live is a page that is being worked on: every request reads its file.
type live struct{ files fs.FS }

func (p live) file(name string) (*ready, error) {
	if !ofPage(name) {
		return nil, fs.ErrNotExist
	}
	return readFile(p.files, name)
}

// ofPage says whether a file belongs to the page: a folder to develop in also holds tests, tools and node_modules.
func ofPage(name string) bool {
	if !fs.ValidPath(name) || kinds[path.Ext(name)] == "" {
		return false
	}
	top, _, inFolder := strings.Cut(name, "/")
	if !inFolder {
		return name == "index.html"
	}
	return top == "src" || top == "style" || top == "icons"
}

// maxPageFile is far above any file of the page, whose scripts weigh 60 kB together.
const maxPageFile = 8 << 20

func readFile(files fs.FS, name string) (*ready, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	var b bytes.Buffer
	n, err := io.Copy(&b, io.LimitReader(f, maxPageFile+1))
	if err != nil {
		return nil, err
	}
	if n > maxPageFile {
		return nil, fmt.Errorf("%s: larger than %d bytes", name, maxPageFile)
	}
	return makeReady(kinds[path.Ext(name)], "", b.Bytes())
}

// servePage answers what no route of the API takes: a file of the page, or the fault that there is none.
func (s *Server) servePage(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" {
		name = "index.html"
	}
	f, err := s.page.file(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid):
		writeFault(w, unknownRoute(r.URL.Path))
	case r.Method != http.MethodGet:
		w.Header().Set("Allow", allowed)
		writeFault(w, unknownMethod(r.Method, r.URL.Path))
	case err != nil:
		s.log.Error("reading a file of the page", "file", name, "error", err)
		writeFault(w, broken())
	default:
		f.serve(w, r, "no-cache") // kept, but asked for each time: a new version shows at once
	}
}

const allowed = "GET, HEAD"
