package vocab

import (
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// cue is what speaks for a kind, strongest first; of two cues the stronger decides, of equal ones the commoner.
type cue uint8

const (
	cueTitle  cue = iota // "Name: …"
	cueCalled            // "called X"
	cueAfter             // the noun behind the name: X dataset
	cueHead              // the head noun of the phrase or of the long form
	cueOn                // "on X"
	cueName              // the shape of a name only
	cueNone
)

var cueWords = [...]string{"named in a title", "given as a name", "what follows it", "its head noun", "what precedes it", "has the shape of a name", "phrase"}

// evidence counts what speaks for each kind of a term.
type evidence struct {
	counts [cueNone + 1][ingest.Word + 1]int
}

func (e *evidence) add(c cue, k ingest.Kind) { e.counts[c][k]++ }

// decide returns the kind of a term and what told it.
func (e *evidence) decide() (ingest.Kind, cue) {
	for c := range e.counts {
		best, most := ingest.Word, 0
		for k, n := range e.counts[c] {
			if n > most {
				best, most = ingest.Kind(k), n
			}
		}
		if most > 0 {
			return best, cue(c)
		}
	}
	return ingest.Concept, cueNone
}

// headKind returns the kind that the last word of a key tells.
func headKind(key string) (ingest.Kind, bool) { return extract.HeadKind(lastWord(key)) }

// afterKind returns the kind that the unit behind a name tells of it: the name's own head noun.
func afterKind(u *unit) (ingest.Kind, bool) {
	k, ok := extract.HeadKind(lastWord(u.key))
	if !ok && (lastWord(u.key) == "model" || lastWord(u.key) == "architecture") {
		return ingest.Method, true
	}
	return k, ok && k != ingest.Task
}

// titleKind returns the kind of a name that a title of the form "Name: …" brings: a data set or a metric where the rest of
// the title says so, else a method.
func titleKind(title string) ingest.Kind {
	_, rest, _ := strings.Cut(title, ":")
	for _, w := range strings.Fields(extract.Fold(rest)) {
		if k, ok := extract.HeadKind(w); ok && k == ingest.Dataset {
			return k
		}
	}
	return ingest.Method
}
