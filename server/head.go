package server

import (
	"cmp"
	"math"
	"slices"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
	"papergraph/ingest"
)

// Head is what the page asks for first: what the map holds, and what this server lets the page do.
type Head struct {
	Format      int             `json:"format" doc:"Version of this shape and of map.bin"`
	Hash        string          `json:"hash" doc:"Of version, settings and corpus; map.bin holds its first 8 bytes"`
	Made        answer.Made     `json:"made"`
	Title       string          `json:"title"`
	Example     bool            `json:"example,omitempty" doc:"True over the embedded example"`
	Counts      Counts          `json:"counts"`
	WeightKept  float64         `json:"weightKept" doc:"Share of all weight that the links drawn by default keep"`
	Bin         Bin             `json:"bin"`
	Communities []HeadCommunity `json:"communities" doc:"By size; the place in the list is the colour"`
	Columns     []Column        `json:"columns" doc:"Scores in map.bin"`
	Years       []int           `json:"years,omitempty" minItems:"2" maxItems:"2" doc:"First and last year known"`
	Edits       int             `json:"edits"`
	Undo        *string         `json:"undo"`
	Redo        *string         `json:"redo"`
	Exports     []string        `json:"exports"`
	May         May             `json:"may"`
}

// Counts is the size of the map.
type Counts struct {
	Papers   int `json:"papers"`
	Links    int `json:"links"`
	Drawn    int `json:"drawn" doc:"Links drawn by default"`
	Concepts int `json:"concepts"`
	WithYear int `json:"withYear"`
}

// Bin says where the block is.
type Bin struct {
	URL   string `json:"url" doc:"Relative to this answer"`
	Bytes int    `json:"bytes" doc:"Unpacked"`
}

// HeadCommunity is a community as the legend shows it.
type HeadCommunity struct {
	ID    int      `json:"id"`
	Name  string   `json:"name"`
	Terms []string `json:"terms" doc:"Labels, most telling first"`
	Size  int      `json:"size"`
	Hub   string   `json:"hub" doc:"Id of the most central member"`
}

// Column is a score in map.bin.
type Column struct {
	Name    string  `json:"name"`
	Label   string  `json:"label"`
	Section string  `json:"section"`
	Max     float64 `json:"max"`

	Estimate *atlas.Estimate `json:"estimate,omitempty" doc:"How the scores were estimated; absent where they are exact"`
}

// May says what the page may offer. This server only reads.
type May struct {
	Write   bool     `json:"write"`
	Upload  bool     `json:"upload"`
	Edit    bool     `json:"edit"`
	Notes   bool     `json:"notes"`
	Compare bool     `json:"compare"`
	Modes   []string `json:"modes"`
}

// termsInHead is how many terms of a community the legend can use: its name has three.
const termsInHead = 6

// makeHead returns the head for an atlas and the block made of it.
func makeHead(g *answer.Guide, example bool, binTag string, binBytes int) *Head {
	a := g.Atlas()
	return &Head{
		Format: 1, Hash: a.Hash, Title: a.Title, Example: example,
		Made:        g.Made(),
		Counts:      counts(a),
		WeightKept:  a.Network.Kept,
		Bin:         Bin{URL: "map.bin?h=" + binTag, Bytes: binBytes},
		Communities: headCommunities(a),
		Columns:     columns(a.Measures),
		Years:       years(a),
		Exports:     exportNames(),
		May:         May{Modes: []string{"papers"}},
	}
}

func counts(a *atlas.Atlas) Counts {
	c := Counts{Papers: len(a.Corpus.Documents), Links: a.Network.Links.Size()}
	for _, drawn := range a.Network.Backbone {
		if drawn {
			c.Drawn++
		}
	}
	for i := range a.Vocabulary.Terms {
		if a.Vocabulary.Terms[i].Kind != ingest.Word {
			c.Concepts++
		}
	}
	for i := range a.Corpus.Documents {
		if a.Corpus.Documents[i].Year != 0 {
			c.WithYear++
		}
	}
	return c
}

func headCommunities(a *atlas.Atlas) []HeadCommunity {
	list := make([]HeadCommunity, 0, len(a.Communities))
	for _, c := range a.Communities {
		h := HeadCommunity{ID: c.ID, Name: c.Name, Size: len(c.Members), Terms: []string{}}
		for _, t := range c.Terms[:min(len(c.Terms), termsInHead)] {
			h.Terms = append(h.Terms, a.Vocabulary.Terms[t].Label)
		}
		if len(c.Members) > 0 {
			h.Hub = a.Corpus.Documents[c.Members[0]].ID
		}
		list = append(list, h)
	}
	return list
}

func columns(measures []atlas.Measure) []Column {
	list := make([]Column, 0, len(measures))
	for i, m := range measures {
		c := Column{Name: m.Name, Label: m.Label, Section: scoreSection(i), Estimate: m.Estimate}
		for _, score := range m.Scores {
			if score > c.Max && !math.IsInf(score, 1) { // NaN is above nothing
				c.Max = score
			}
		}
		list = append(list, c)
	}
	return list
}

// years returns the first and the last year, or nil where no paper has one.
func years(a *atlas.Atlas) []int {
	var span []int
	for i := range a.Corpus.Documents {
		y := a.Corpus.Documents[i].Year
		switch {
		case y == 0:
		case span == nil:
			span = []int{y, y}
		default:
			span[0], span[1] = min(span[0], y), max(span[1], y)
		}
	}
	return span
}

// central returns the numbers of the papers, the most central first: by rank of the first measure, ties by number.
func central(a *atlas.Atlas) []uint32 {
	order := make([]uint32, len(a.Corpus.Documents))
	for i := range order {
		order[i] = uint32(i)
	}
	if len(a.Measures) > 0 {
		rank := a.Measures[0].Ranks
		slices.SortStableFunc(order, func(u, v uint32) int { return cmp.Compare(rank[u], rank[v]) })
	}
	return order
}
