package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// drafts are files under temporary names, which get their own when they are whole.
type drafts struct {
	mu    sync.Mutex
	names map[string]struct{}
	shut  bool // nothing is begun or renamed any more
}

// errShut is the error of a draft after the program was told to stop.
var errShut = errors.New("interrupted")

// write makes the file of the name from what fill writes; "-" is standard output. On an error, and when the program is
// interrupted, a file of that name stays as it was. What is no regular file, such as a pipe or a device, is written to as
// it is.
func (p *program) write(name string, fill func(io.Writer) error) error {
	if name == "-" {
		return buffered(p.stdout, fill)
	}
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return fmt.Errorf("writing %s: it is a folder", name)
		}
		return of(name, writeTo(name, os.O_WRONLY, fill))
	}
	draft, err := p.drafts.begin(name)
	if err != nil {
		return of(name, err)
	}
	if err := writeTo(draft, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fill); err != nil {
		p.drafts.drop(draft)
		return of(name, err)
	}
	return of(name, p.drafts.finish(draft, name))
}

// of says which file an error of the system is about: the one the user named, not the draft. Other errors stay.
func of(name string, err error) error {
	var file *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &file):
		return fmt.Errorf("writing %s: %w", name, file.Err)
	case errors.As(err, &link):
		return fmt.Errorf("writing %s: %w", name, link.Err)
	}
	return err
}

func writeTo(name string, how int, fill func(io.Writer) error) error {
	f, err := os.OpenFile(name, how, 0o666)
	if err != nil {
		return err
	}
	err = buffered(f, fill)
	return cmp.Or(err, f.Close())
}

// buffered gathers the small pieces that writers of tables and graphs make into pieces worth a call of the system.
func buffered(w io.Writer, fill func(io.Writer) error) error {
	b := bufio.NewWriterSize(w, 64<<10)
	if err := fill(b); err != nil {
		return err
	}
	return b.Flush()
}

// begin returns a name beside the file, which nothing has yet.
func (d *drafts) begin(name string) (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.shut {
		return "", errShut
	}
	for i := range 1000 {
		draft := filepath.Join(filepath.Dir(name), fmt.Sprintf(".%s.%d-%d.tmp", filepath.Base(name), os.Getpid(), i))
		if _, taken := d.names[draft]; taken {
			continue
		}
		if _, err := os.Lstat(draft); !errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if d.names == nil {
			d.names = make(map[string]struct{})
		}
		d.names[draft] = struct{}{}
		return draft, nil
	}
	return "", errors.New("too many temporary files lie beside it")
}

// finish gives a draft its name.
func (d *drafts) finish(draft, name string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.shut {
		return errShut
	}
	delete(d.names, draft)
	err := os.Rename(draft, name)
	if err != nil {
		_ = os.Remove(draft) // the rename says what is wrong
	}
	return err
}

// drop removes a draft.
func (d *drafts) drop(draft string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.names, draft)
	_ = os.Remove(draft) // it may not have been made
}

// remove ends all drafts; after it none is begun and none gets its name.
func (d *drafts) remove() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.shut = true
	for draft := range d.names {
		_ = os.Remove(draft) // it may not have been made
	}
}
