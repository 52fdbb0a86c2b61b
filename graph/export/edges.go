package export

import (
	"fmt"
	"iter"
	"strings"

	"papergraph/graph"
	"papergraph/graph/papers"
	"papergraph/ingest"
)

// quotedReasons is how many of a link's reasons are told with a sentence. Three are what a reader takes in, and a file
// with all of them is five times as large.
const quotedReasons = 3

// quoted is a term of a paper whose sentence was looked up.
type quoted struct{ paper, term int32 }

// edges runs over the links among the papers to write, in the order of their ends.
func (g *graphOf) edges() iter.Seq[edge] {
	return func(yield func(edge) bool) {
		n := 0
		for _, e := range g.a.Network.Links.Edges() {
			if g.place[e.U] < 0 || g.place[e.V] < 0 {
				continue
			}
			if !yield(g.edge(n, e)) {
				return
			}
			n++
		}
	}
}

func (g *graphOf) edge(n int, e graph.Edge) edge {
	concepts, methods, reasons := g.reasons(e)
	kind, builtOn := kindConcepts, g.builtOn(e.U, e.V)
	if builtOn != "" {
		kind += "|" + kindBuildsOn
	}
	return edge{
		id: edgeID(n), source: nodeID(g.place[e.U]), target: nodeID(g.place[e.V]),
		values: []value{
			numberValue(e.Weight), textValue(kind), textValue(kind),
			listValue(concepts), listValue(methods), textValue(builtOn), textValue(reasons),
		},
	}
}

// reasons returns the labels of the shared concepts and methods, and the explanation in words, plain words left out.
func (g *graphOf) reasons(e graph.Edge) (concepts, methods []string, words string) {
	_, shares := g.a.Network.Shares(int(e.U), int(e.V))
	var told []string
	for _, s := range shares {
		switch g.a.Vocabulary.Terms[s.Term].Kind {
		case ingest.Word:
			continue
		case ingest.Method:
			methods = append(methods, g.label(s.Term))
		default:
			concepts = append(concepts, g.label(s.Term))
		}
		told = append(told, g.reason(e, s, len(told) < quotedReasons))
	}
	return concepts, methods, strings.Join(told, "; ")
}

// reason tells of one shared term: its label, its kind where it is a special one, its share, and a sentence.
func (g *graphOf) reason(e graph.Edge, s papers.Share, quote bool) string {
	t := &g.a.Vocabulary.Terms[s.Term]
	kind := ""
	if t.Kind != ingest.Concept {
		kind = t.Kind.String() + ", "
	}
	told := fmt.Sprintf("%s (%s%.3f)", g.label(s.Term), kind, s.Share)
	if !quote {
		return told
	}
	if q := g.quote(e.U, s.Term); q != "" {
		return told + `: "` + q + `"`
	}
	return told
}

// quote returns the first sentence of a paper's abstract in which the term stands, else that of its title.
func (g *graphOf) quote(paper, term int32) string {
	key := quoted{paper, term}
	if q, ok := g.quotes[key]; ok {
		return q
	}
	found := g.a.Network.Evidence(int(paper), term)
	best := ""
	for _, e := range found {
		if best == "" || e.Field == ingest.Abstract {
			best = e.Sentence
		}
		if e.Field == ingest.Abstract {
			break
		}
	}
	q := prose(best)
	g.quotes[key] = q
	return q
}
