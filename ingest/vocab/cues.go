package vocab

import (
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// heading is what the head noun of a term says, wherever the term stands.
type heading struct {
	kind    ingest.Kind
	tells   bool // the noun heads terms of the kind
	several bool // the term has more than one word
	// What is written as a name, and whose head noun is one of methods, is a method's and not a kind of model (a Japanese LLM): as one
	// word, and as several.
	bearsAlone, bears bool
}

func headingOf(fold string) heading {
	head := headWord(fold)
	h, ok := extract.HeadOf(head)
	a := heading{kind: h.Kind, tells: ok, several: strings.Contains(fold, " ")}
	if ok && h.Kind == ingest.Method {
		broad := broadHeads[head]
		a.bearsAlone = !broad || systems[head]
		a.bears = !broad || systems[head] && !kinds[head]
	}
	return a
}

// cueHead notes what the head noun of a phrase says, and whether the phrase is written as a name.
func (f *facts) cueHead(us []unit, r chunk) {
	f.evidence.mentions++
	h, single := &f.heading, r.last == r.first+1
	switch {
	case h.tells && h.kind != ingest.Method && h.several:
		f.evidence.add(cueHead, h.kind)
	case !isWrittenAsName(us, r):
	case h.tells && h.kind == ingest.Method && (h.bears || single && h.bearsAlone):
		f.evidence.add(cueField, h.kind)
	default:
		f.evidence.add(cueNamed, ingest.Concept)
	}
}

// isWrittenAsName reports whether a run of units is an abbreviation that stands for a term, or has a capital at the head of each word.
func isWrittenAsName(us []unit, r chunk) bool {
	if r.last == r.first+1 {
		return us[r.first].short
	}
	for i := r.first; i < r.last; i++ {
		if !us[i].capital && !us[i].shaped {
			return false
		}
	}
	return true
}

// headWord returns the head noun of a phrase: its last word, or where that heads nothing what stands before the words that link it to
// more, as in mixture of experts.
func headWord(key string) string {
	last := lastWord(key)
	if _, heads := extract.HeadOf(last); heads {
		return last
	}
	if before, _, linked := strings.Cut(key, " of "); linked {
		return lastWord(before)
	}
	if before, _, linked := strings.Cut(key, " from "); linked {
		return lastWord(before)
	}
	return last
}

// cueName notes what stands around a name, and its shape.
func cueName(e *evidence, us []unit, r chunk) {
	u := &us[r.first]
	if r.last < len(us) && us[r.last].joined && !us[r.last].short && !u.short {
		if k, ok := afterKind(&us[r.last]); ok {
			e.add(cueAfter, k)
		}
	}
	if r.first > 0 && isNamedBy(us, r) {
		e.add(cueUsed, ingest.Method)
	}
	switch {
	case u.short:
	case u.on && !isSized(u.surface()):
		e.add(cueOn, ingest.Dataset)
	case strings.ToUpper(shortForm(u.surface())) != shortForm(u.surface()):
		e.add(cueShape, ingest.Method)
	default:
		e.add(cueBare, ingest.Concept)
	}
}

// isNamedBy reports whether the noun before a name says that it is a method's: the technique ROAST. What goes on behind the name is what
// the noun goes with: the algorithm GPU time.
func isNamedBy(us []unit, r chunk) bool {
	before := &us[r.first-1]
	return us[r.first].joined && !us[r.first].short && usedNouns[before.surface()] && (r.last == len(us) || !us[r.last].joined)
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
			i, ok := b.numbers.get(digestOf(b.wishes.of(b.reader.name(n.Surface))).of)
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
