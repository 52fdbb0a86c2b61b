package export

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"papergraph/graph/answer"
	"papergraph/graph/answer/answertest"
	"papergraph/ingest"
)

// hostileTitles are what strangers may call their papers.
var hostileTitles = []string{
	`Low-Rank Adaptation "in practice": A & B < C > D`,
	"It's a <![CDATA[ trap ]]> & <b>not</b> bold",
	"Rocket 🚀 and a family 👩\u200d👩\u200d👧",
	"دراسة عن النماذج اللغوية الكبيرة",
	"שפה טבעית: \u200fמודלים \u200eand LTR",
	"Two\nlines\tand\r\na tab",
	`LaTeX: $\mathcal{O}(n^2)$ for \textbf{merging} 50\% of {B}races & \"umlauts`,
	"Control \x0b\x01\x7f\u0085 characters \ufffe and a lone \xed\xa0\x80 surrogate",
	"Very long " + strings.Repeat("title ", 830),
	"Ein Überblick über Größe, façade, naïve, Ångström, Łódź",
	"大规模语言模型的合并方法",
	`#hashtag; semicolon, comma | pipe \ backslash / slash`,
	"*Vertices 3", "true", "2023", "=SUM(A1:A9)", "+1", "@import", "-1'; DROP TABLE papers; --", "", "NaN", "   padded   title   ",
	"Same title twice", "Same title twice", "Same title twice [p24]", "e\u0301 decomposed against é composed",
	"\u202eright-to-left override", "closed \u202c twice \u2069", "NUL \x00 title", "broken \xff\xfe\xc3 bytes", `ends in a backslash \`,
	"\u2028\u2029", "\ufeffbyte-order mark",
}

// hostileDocuments share a method, so that they are linked, but for the last.
func hostileDocuments() []ingest.Document {
	var docs []ingest.Document
	for i, title := range hostileTitles {
		d := ingest.Document{
			Title:    title,
			Abstract: "We use LoRA for model merging. Task arithmetic with LoRA beats \"model merging\" <i>here</i> & there: " + title,
			Authors:  []string{"First | Author", title, ""}, Venue: title, URL: "https://example.org/?a=1&b=<2>~x_y",
		}
		if i%2 == 0 {
			d.ID, d.Year, d.DOI = "10.5555/"+title, 2000+i, "10.5555/x\"<&>"+title
		}
		docs = append(docs, d)
	}
	return append(docs, ingest.Document{ID: "alone", Title: "Birds in the morning"})
}

func guideTo(tb testing.TB, docs []ingest.Document, workers int) *answer.Guide {
	tb.Helper()
	g, err := answertest.Documents(context.Background(), docs, workers)
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

// written is what every writer makes of a guide.
func written(tb testing.TB, g *answer.Guide, only Selection) (graphML, nodes, edges, nodeLink []byte) {
	tb.Helper()
	var m, n, e, j bytes.Buffer
	ctx := context.Background()
	for _, err := range []error{GraphML(ctx, &m, g, only), CSV(ctx, &n, &e, g, only), JSON(ctx, &j, g, only)} {
		if err != nil {
			tb.Fatal(err)
		}
	}
	return m.Bytes(), n.Bytes(), e.Bytes(), j.Bytes()
}

// TestHostileTextsSurvive writes every format, reads each back by the standard library and wants all three to tell the
// same, and what the atlas has.
func TestHostileTextsSurvive(t *testing.T) {
	g := guideTo(t, hostileDocuments(), 0)
	if g.Atlas().Network.Links.Size() == 0 {
		t.Fatal("no links to write")
	}
	checkAll(t, g, Selection{})
}

func TestSelectionHasItsLinksAlone(t *testing.T) {
	g := guideTo(t, hostileDocuments(), 0)
	only := Selection{Papers: []int32{1, 4, 5, 9, 20}}
	seen := checkAll(t, g, only)
	want := 0
	for _, e := range g.Atlas().Network.Links.Edges() {
		if slices.Contains(only.Papers, e.U) && slices.Contains(only.Papers, e.V) {
			want++
		}
	}
	if len(seen.nodes) != len(only.Papers) || len(seen.edges) != want {
		t.Errorf("%d nodes and %d edges, want %d and %d", len(seen.nodes), len(seen.edges), len(only.Papers), want)
	}
	if seen := checkAll(t, g, Selection{Papers: []int32{}}); len(seen.nodes) != 0 || len(seen.edges) != 0 {
		t.Errorf("an empty selection has %d nodes", len(seen.nodes))
	}
}

// FuzzExport builds an atlas of papers with the text in every field, writes it and reads it back.
func FuzzExport(f *testing.F) {
	for _, s := range hostileTitles {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		docs := []ingest.Document{
			{ID: a, Title: b, Abstract: "LoRA for model merging. " + a, Authors: []string{b, a}, Venue: a, DOI: b, URL: a},
			{ID: b, Title: a, Abstract: "Model merging with LoRA. " + b, Year: 2020},
			{ID: "third", Title: "LoRA and model merging: " + a, Abstract: a + " LoRA and model merging " + b},
		}
		checkAll(t, guideTo(t, docs, 1), Selection{})
	})
}

func TestSameBytes(t *testing.T) {
	docs := hostileDocuments()
	m, n, e, j := written(t, guideTo(t, docs, 1), Selection{})
	shuffled := hostileDocuments()
	for i := range shuffled {
		k := (i * 7) % (i + 1)
		shuffled[i], shuffled[k] = shuffled[k], shuffled[i]
	}
	for name, g := range map[string]*answer.Guide{
		"2 workers": guideTo(t, hostileDocuments(), 2), "7 workers": guideTo(t, hostileDocuments(), 7), "another order": guideTo(t, shuffled, 0),
	} {
		t.Run(name, func(t *testing.T) {
			m2, n2, e2, j2 := written(t, g, Selection{})
			if !bytes.Equal(m, m2) || !bytes.Equal(n, n2) || !bytes.Equal(e, e2) || !bytes.Equal(j, j2) {
				t.Error("other bytes")
			}
		})
	}
}

func TestContextStopsWriting(t *testing.T) {
	g := guideTo(t, hostileDocuments(), 0)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, f := range Formats() {
		if err := f.Write(ctx, &bytes.Buffer{}, g, Selection{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}
