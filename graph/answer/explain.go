package answer

import (
	"strings"

	"papergraph/graph/atlas"
	"papergraph/graph/papers"
)

// Explain says why two papers are linked, or would be: the weight of the pair, the part of it that each shared term owns,
// and the sentences of both papers in which the term stands. The errors are *NotFoundError, and *QuestionError where both
// are one paper.
func (g *Guide) Explain(from, to string) (Explanation, error) {
	g.a.Need(atlas.Links)
	u, err := g.find(from)
	if err != nil {
		return Explanation{}, err
	}
	v, err := g.find(to)
	if err != nil {
		return Explanation{}, err
	}
	if u == v {
		return Explanation{}, &QuestionError{Part: "to", Value: to, Try: "another paper than from"}
	}
	weight, shares := g.a.Network.Shares(int(u), int(v))
	_, linked := g.a.Network.Links.Weight(int(u), int(v))
	out := Explanation{Source: from, Target: to, Weight: weight, Linked: linked, Shares: make([]Share, len(shares)), BuildsOn: g.lineageOf(u, v)}
	out.NotBuilt = g.notBuilt(u, v, shares)
	for i, s := range shares {
		out.Shares[i] = Share{ConceptRef: g.Term(s.Term), Share: s.Share, Evidence: g.both(u, v, s.Term)}
	}
	return out, nil
}

func (g *Guide) both(u, v, t int32) BothEvidence {
	return BothEvidence{Source: g.evidence(u, t), Target: g.evidence(v, t)}
}

// evidence returns where term t stands in paper u.
func (g *Guide) evidence(u, t int32) []Evidence {
	return g.quoted(u, g.a.Network.Evidence(int(u), t))
}

// quoted returns evidence of paper u with its places in code points.
func (g *Guide) quoted(u int32, found []papers.Evidence) []Evidence {
	d := &g.a.Corpus.Documents[u]
	rulers := [2]ruler{{text: d.Title}, {text: d.Abstract}}
	out := make([]Evidence, len(found))
	for i, e := range found {
		r := &rulers[e.Field]
		out[i] = Evidence{
			Field: e.Field.String(), SentenceStart: r.at(e.SentenceStart), Start: r.at(e.Start), End: r.at(e.End),
			Sentence: strings.ToValidUTF8(e.Sentence, "\ufffd"),
		}
	}
	return out
}
