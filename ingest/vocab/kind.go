package vocab

import (
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// cue is what speaks for a kind, strongest first; of two cues the stronger decides, of equal ones the commoner.
type cue uint8

const (
	cueTitle     cue = iota // "Name: …"
	cueCalled               // "called X"
	cueBrought              // "we propose X"
	cueHead                 // the head noun of the phrase or of the long form
	cueAfter                // the noun behind the name: X dataset
	cueUsed                 // put to use: "using X", "X algorithm"
	cueField                // a head noun that makes a method of what has a name
	cueNamed                // a name of its own: an abbreviation, or capitals inside a sentence
	cueElsewhere            // what cues say of the name in the background
	cueOn                   // "on X"
	cueShape                // small and capital letters mixed, or digits
	cueMates                // beside methods in a list
	cueBare                 // capitals only
	cueNone
)

var cueWords = [...]string{
	"named in a title", "given as a name", "what a paper brings", "its head noun", "the word behind it", "put to use as a method", "has a name and a method's head noun", "has a name of its own", "what other papers say of it", "the word before it",
	"has the shape of a name", "listed with methods", "an abbreviation", "a phrase",
}

// evidence counts what speaks for each kind of a term: a few things of the many that can.
type evidence struct {
	told     []told
	mentions int
	usage    usage
}

// told is what speaks for a kind, and how often.
type told struct {
	cue   cue
	kind  ingest.Kind
	times int32
}

// namedShare is the part of a term's mentions that must be written as a name for the term to be one: "language models" is
// none though one paper in ten writes LM.
const namedShare = 0.3

func (e *evidence) add(c cue, k ingest.Kind) { e.addAll(told{c, k, 1}) }

func (e *evidence) addAll(t told) {
	for i := range e.told {
		if e.told[i].cue == t.cue && e.told[i].kind == t.kind {
			e.told[i].times += t.times
			return
		}
	}
	e.told = append(e.told, t)
}

// times returns how often a cue spoke for a kind.
func (e *evidence) times(c cue, k ingest.Kind) int {
	for _, t := range e.told {
		if t.cue == c && t.kind == k {
			return int(t.times)
		}
	}
	return 0
}

func (e *evidence) join(next *evidence) {
	for _, t := range next.told {
		e.addAll(t)
	}
	e.mentions += next.mentions
	e.usage = e.usage.plus(next.usage)
}

// isName reports whether the term was met as a name of one word.
func (e *evidence) isName() bool {
	return e.times(cueOn, ingest.Dataset)+e.times(cueShape, ingest.Method)+e.times(cueBare, ingest.Concept) > 0
}

// commonest returns the kind for which a cue speaks most often, of equal ones the more telling.
func (e *evidence) commonest(c cue) (ingest.Kind, int) {
	best, most := ingest.Word, int32(0)
	for _, t := range e.told {
		if t.cue == c && (t.times > most || t.times == most && t.kind < best) {
			best, most = t.kind, t.times
		}
	}
	return best, int(most)
}

// decide returns the kind of a term and what told it.
func (e *evidence) decide() (ingest.Kind, cue) {
	if len(e.told) == 0 {
		return ingest.Concept, cueNone
	}
	for c := range cueNone {
		best, most := e.commonest(c)
		weak := (c == cueField || c == cueNamed) && float64(most) < namedShare*float64(e.mentions)
		if c == cueAfter && best == ingest.Metric && e.times(cueOn, ingest.Dataset) > 0 {
			continue // "ImageNet accuracy" measures on ImageNet
		}
		if most > 0 && !weak {
			return best, c
		}
	}
	return ingest.Concept, cueNone
}

// afterKind returns the kind that the unit behind a name tells of it: the name's own head noun.
func afterKind(u *unit) (ingest.Kind, bool) {
	h, ok := extract.HeadOf(lastWord(u.key))
	if !ok || h.Kind == ingest.Task || h.Kind == ingest.Metric && !metricNouns[lastWord(u.key)] {
		return 0, false
	}
	return h.Kind, !h.Field || methodNouns[lastWord(u.key)]
}

// metricNouns are nouns behind a name that make it a metric's; accuracy and error are said of data sets and methods as well.
var metricNouns = map[string]bool{"score": true, "metric": true, "distance": true, "divergence": true, "similarity": true}

// methodNouns are nouns behind a name that make it a method's.
var methodNouns = map[string]bool{"model": true, "algorithm": true, "architecture": true, "network": true, "optimizer": true, "sampler": true, "encoder": true, "module": true, "solver": true}

// titleKind returns the kind of a name that a title of the form "Name: …" brings: a data set or a metric where the rest of
// the title says so (not "database tuning"), else a method; what it does without says nothing.
func titleKind(title string) ingest.Kind {
	_, rest, _ := strings.Cut(title, ":")
	words := strings.Fields(extract.Fold(rest))
	for i, w := range words {
		if w == "without" {
			break
		}
		if h, ok := extract.HeadOf(w); ok && h.Kind == ingest.Dataset && (i+1 == len(words) || extract.ClassOf(words[i+1]) != extract.Plain) {
			return h.Kind
		}
	}
	return ingest.Method
}
