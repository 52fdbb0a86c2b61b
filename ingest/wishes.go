package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// Wish is what the reader of a map decides about a term: what it is called and counted as, of which kind it is, or that it
// is none at all.
type Wish struct {
	Label  string // the term, in any spelling
	By     string // what it is replaced by; Label again where only the kind is told; "" where it is to be no term
	Kind   Kind   // counts where Pinned
	Pinned bool
	File   string // where the reader says so: the name of a file as given, or a flag
	Line   int    // from 1; 0 for a flag
}

// Mutes reports whether the term is to be none.
func (w *Wish) Mutes() bool { return w.By == "" }

// HashOf returns "sha256:…" of what is wished for, wherever it was said, and "" for no wishes.
func HashOf(wishes []Wish) string {
	if len(wishes) == 0 {
		return ""
	}
	h := sha256.New()
	for i := range wishes {
		w := &wishes[i]
		kind := ""
		if w.Pinned {
			kind = w.Kind.String()
		}
		for _, s := range []string{w.Label, w.By, kind} {
			writeString(h, s)
		}
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

// Place names where a wish stands: file:line, or the flag.
func (w *Wish) Place() string {
	if w.Line == 0 {
		return w.File
	}
	return w.File + ":" + strconv.Itoa(w.Line)
}

// KindNamed returns the kind that readers are shown under a name, in any case, and whether there is one.
func KindNamed(name string) (Kind, bool) {
	for k := range Word {
		if strings.EqualFold(strings.TrimSpace(name), k.String()) {
			return k, true
		}
	}
	return Word, false
}

// KindNames returns the names of the kinds that readers are shown.
func KindNames() []string { return append([]string(nil), kindNames[:Word]...) }
