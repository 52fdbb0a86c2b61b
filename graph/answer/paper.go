package answer

import (
	"path"
	"strings"

	"papergraph/graph/atlas"
	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// Paper returns all that is known of one paper. The error is a *NotFoundError.
func (g *Guide) Paper(id string) (PaperDetail, error) {
	g.a.Need(atlas.Ranks | atlas.Communities)
	u, err := g.find(id)
	if err != nil {
		return PaperDetail{}, err
	}
	d := PaperDetail{Record: g.record(u), Because: g.Because(u), Concepts: g.mentioned(u)}
	d.BuildsOn, d.BuiltOnBy = g.ancestry(u)
	d.Abstract = g.a.Corpus.Documents[u].Abstract
	return d, nil
}

// record returns what is known of paper u, its abstract left out.
func (g *Guide) record(u int32) Record {
	d := &g.a.Corpus.Documents[u]
	r := Record{
		PaperRef: g.Ref(u), Authors: d.Authors, Venue: d.Venue, DOI: d.DOI, ArXiv: d.ArXiv, URL: d.URL,
		Keywords: d.Keywords, References: d.References, Community: g.communityID(u),
	}
	for _, s := range d.Sources {
		r.Sources = append(r.Sources, Place{File: Shown(s.File), Line: s.Line})
	}
	r.Scores, r.Ranks = g.Scores(u)
	return r
}

// communityID returns the id of the community of paper u, 0 where it has none.
func (g *Guide) communityID(u int32) int {
	if c := g.a.Community[u]; c >= 0 {
		return g.a.Communities[c].ID
	}
	return 0
}

// mentioned returns the concepts of paper u with their places, best first.
func (g *Guide) mentioned(u int32) []Mentioned {
	d := &g.a.Corpus.Documents[u]
	rulers := [2]ruler{{text: d.Title}, {text: d.Abstract}}
	concepts := g.a.Vocabulary.Concepts(int(u))
	out := make([]Mentioned, len(concepts))
	for i, c := range concepts {
		if no := g.a.Network.Objection(int(u), c.Term); no != "" {
			c.Why += "; " + no
		}
		out[i] = Mentioned{ConceptRef: g.Term(c.Term), Score: c.Score, Role: c.Role.String(), Why: c.Why, Mentions: make([]Mention, len(c.Mentions))}
		for j, m := range c.Mentions {
			out[i].Mentions[j] = mentionOf(d, m, &rulers[m.Field])
		}
	}
	return out
}

func mentionOf(d *ingest.Document, m vocab.Mention, r *ruler) Mention {
	return Mention{
		Field: m.Field.String(), Start: r.at(m.Start), End: r.at(m.End),
		Text: strings.ToValidUTF8(d.Text(m.Field)[m.Start:m.End], "\ufffd"),
	}
}

// Shown returns the name of a file as answers have it: as the user gave it, but the last part of an absolute path, for
// an answer must not tell of the machine it was made on.
func Shown(file string) string {
	slashed := strings.ReplaceAll(file, `\`, "/")
	if path.IsAbs(slashed) || (len(slashed) > 2 && slashed[1] == ':' && slashed[2] == '/') {
		return path.Base(slashed)
	}
	return file
}
