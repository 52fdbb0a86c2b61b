package atlas

import "strings"

// Stages is a set of the stages that Build runs, as Progress names them. What a stage needs of others is run too.
type Stages uint8

const (
	// Concepts makes the vocabulary. Every atlas has it.
	Concepts Stages = 1 << iota
	// Links makes the network.
	Links
	// Ranks scores the papers by every measure.
	Ranks
	// Communities groups the papers and names the groups. Without Ranks, PageRank is the only measure.
	Communities
	// Layout gives the papers their places.
	Layout
	// Whole is all of them, and what a zero stands for.
	Whole = Concepts | Links | Ranks | Communities | Layout
)

// String returns the names of the stages, joined by commas.
func (s Stages) String() string {
	var names []string
	for i, name := range [...]string{"concepts", "links", "ranks", "communities", "layout"} {
		if s.has(1 << i) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// complete returns the set with what its stages need.
func (s Stages) complete() Stages {
	if s == 0 {
		return Whole
	}
	if s.has(Layout) {
		s |= Communities
	}
	if s&(Ranks|Communities) != 0 {
		s |= Links
	}
	return s | Concepts
}

// has says whether all of some stages are in the set.
func (s Stages) has(some Stages) bool { return s&some == some }

// Has says whether all of some stages were run.
func (a *Atlas) Has(s Stages) bool { return a.Stages.complete().has(s) }

// Need panics where one of the stages was not run: then a question is put to an atlas that was not built for it, which is a
// fault of the program, not of its input.
func (a *Atlas) Need(s Stages) {
	if missing := s &^ a.Stages.complete(); missing != 0 {
		panic("atlas: built without " + missing.String() + ", which an answer needs")
	}
}
