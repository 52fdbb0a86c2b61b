package vocab

import (
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// cueHead notes what the head noun of a phrase says, and whether the phrase is written as a name.
func (b *builder) cueHead(e *evidence, key string, us []unit, r chunk) {
	named := us[r.first].short && r.last == r.first+1
	if r.last > r.first+1 {
		named = true
		for i := r.first; i < r.last; i++ {
			named = named && (us[i].capital || us[i].shaped)
		}
	}
	e.mentions++
	h, ok := extract.HeadOf(lastWord(key))
	switch {
	case ok && h.Kind != ingest.Method && strings.Contains(key, " "):
		e.add(cueHead, h.Kind)
	case ok && h.Kind == ingest.Method && named && (!broadHeads[lastWord(key)] || systems[lastWord(key)]):
		e.add(cueField, h.Kind)
	case named:
		e.add(cueNamed, ingest.Concept)
	}
}

// cueName notes what stands around a name, and its shape.
func cueName(e *evidence, us []unit, r chunk) {
	u := &us[r.first]
	if r.last < len(us) && us[r.last].joined && !u.short {
		if k, ok := afterKind(&us[r.last]); ok {
			e.add(cueAfter, k)
		}
	}
	switch {
	case u.short:
	case u.led() == "on" && !isSized(u.surface()):
		e.add(cueOn, ingest.Dataset)
	case strings.ToUpper(shortForm(u.surface())) != shortForm(u.surface()):
		e.add(cueShape, ingest.Method)
	default:
		e.add(cueBare, ingest.Concept)
	}
}

// isSized reports whether a part of a name behind a dash is a number of parameters, as in names of models: Foo-7B, Foo-7B-Chat.
func isSized(surface string) bool {
	_, rest, _ := strings.Cut(surface, "-")
	for part := range strings.SplitSeq(rest, "-") {
		n, ok := strings.CutSuffix(part, "B")
		if !ok {
			n, ok = strings.CutSuffix(part, "M")
		}
		if ok && n != "" && strings.Trim(n, "0123456789.") == "" {
			return true
		}
	}
	return false
}

// cueNames adds what cues say of the names of all documents, as far as they are terms of a document up to the one that names.
func (b *builder) cueNames() {
	for doc := range b.found {
		for _, n := range b.found[doc].Names {
			i, ok := b.number[digestOf(b.wishes.of(b.reader.name(n.Surface))).of]
			if !ok || int(b.facts[i].first) > doc {
				continue
			}
			e := &b.facts[i].evidence
			if n.Cue == extract.Titled {
				e.add(cueTitle, titleKind(b.corpus.Documents[doc].Title))
			} else {
				e.add(cueCalled, ingest.Method)
			}
		}
	}
}
