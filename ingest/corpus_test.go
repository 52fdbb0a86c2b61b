package ingest_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"papergraph/ingest"
)

// ids returns the ids of a corpus.
func ids(c *ingest.Corpus) []string {
	out := make([]string, len(c.Documents))
	for i := range c.Documents {
		out[i] = c.Documents[i].ID
	}
	return out
}

func TestIDs(t *testing.T) {
	long := strings.Repeat("long title ", 10)
	for _, c := range []struct {
		name string
		docs []ingest.Document
		want []string
	}{
		{"none", nil, []string{}},
		{"the input's own", []ingest.Document{{ID: "A 1", DOI: "10.1/x", Title: "T"}}, []string{"A 1"}},
		{"the DOI first", []ingest.Document{{DOI: "10.1/x", ArXiv: "2001.00001", Title: "T"}}, []string{"10.1/x"}},
		{"then the arXiv id", []ingest.Document{{ArXiv: "2001.00001", Title: "T"}}, []string{"arxiv:2001.00001"}},
		{"then the title", []ingest.Document{{Title: "Deep  Learning: a (Short) Survey, 2nd"}}, []string{"deep-learning-a-short-survey-2nd"}},
		{"then the abstract", []ingest.Document{{Abstract: "We show it."}}, []string{"we-show-it"}},
		{"letters of other scripts", []ingest.Document{{Title: "Über ＡＢ 図"}}, []string{"über-ab-図"}},
		{"no letter at all", []ingest.Document{{Title: "?!"}}, []string{"c1f3f43a"}},
		{"twins", []ingest.Document{{Title: "Twin", Year: 2001}, {Title: "Twin", Year: 2000}, {Title: "Twin", Year: 2002}}, []string{"twin", "twin-2", "twin-3"}},
		{"a twin whose new id is taken", []ingest.Document{{ID: "a"}, {ID: "a", Title: "T"}, {ID: "a-2"}}, []string{"a", "a-2", "a-3"}},
		{"two pairs of twins", []ingest.Document{{ID: "b"}, {ID: "a"}, {ID: "b"}, {ID: "a"}}, []string{"a", "a-2", "b", "b-2"}},
		{"order of ids", []ingest.Document{{ID: "b"}, {ID: "a"}, {ID: "B"}}, []string{"B", "a", "b"}},
		{"long titles with one head", []ingest.Document{{Title: long + "A"}, {Title: long + "B"}}, []string{
			strings.Repeat("long-title-", 7)[:71] + "-4ce6df3b", strings.Repeat("long-title-", 7)[:71] + "-b9b1a8c6",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ids(ingest.NewCorpus(c.docs))
			if c.name == "no letter at all" || c.name == "long titles with one head" { // the hash is not ours to know
				for i, id := range got {
					want := c.want[i][:len(c.want[i])-8]
					if rest, ok := strings.CutPrefix(id, want); !ok || len(rest) != 8 || strings.Trim(rest, "0123456789abcdef") != "" || i > 0 && id == got[i-1] {
						t.Errorf("id %q, want %q and eight digits", id, want)
					}
				}
				return
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("ids (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTwinsAreNumberedByContent(t *testing.T) {
	c := ingest.NewCorpus([]ingest.Document{{Title: "Twin", Year: 2002}, {Title: "Twin", Year: 2000}})
	if i, ok := c.Find("twin-2"); !ok || c.Documents[i].Year != 2002 {
		t.Errorf("the later twin should be twin-2: %v", ids(c))
	}
	if diff := cmp.Diff([]int32{1, 0}, c.Input); diff != "" {
		t.Errorf("Input (-want +got):\n%s", diff)
	}
}

// document generates documents many of which have an id, a title or everything in common.
func document() *rapid.Generator[ingest.Document] {
	some := func(values ...string) *rapid.Generator[string] { return rapid.SampledFrom(values) }
	return rapid.Custom(func(t *rapid.T) ingest.Document {
		return ingest.Document{
			ID: some("", "", "a", "a-2", "b").Draw(t, "id"), Title: some("", "A", "a", "B: c", "?").Draw(t, "title"),
			Abstract: some("", "x", "y").Draw(t, "abstract"), Year: rapid.IntRange(0, 1).Draw(t, "year"), DOI: some("", "", "", "10.1/x").Draw(t, "doi"),
			URL: some("", "u").Draw(t, "url"), Language: some("", "en").Draw(t, "language"), Venue: some("", "v").Draw(t, "venue"),
			Authors: rapid.SliceOfN(some("p", "q"), 0, 2).Draw(t, "authors"), Keywords: rapid.SliceOfN(some("k"), 0, 1).Draw(t, "keywords"),
			References: rapid.SliceOfN(some("r"), 0, 1).Draw(t, "references"),
		}
	})
}

// TestCorpusOfAnyDocuments holds what is promised of a corpus: ids are unique and ascend, each is found, Input says where
// each document went, and neither the order of input nor sources show in documents or hash.
func TestCorpusOfAnyDocuments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := rapid.SliceOfN(document(), 0, 8).Draw(t, "documents")
		c := ingest.NewCorpus(slices.Clone(docs))
		got := ids(c)
		if !slices.IsSorted(got) || len(slices.Compact(slices.Clone(got))) != len(docs) {
			t.Fatalf("ids %q", got)
		}
		for i, id := range got {
			if n, ok := c.Find(id); n != i || !ok {
				t.Errorf("Find(%q) = %d, %t", id, n, ok)
			}
		}
		if _, ok := c.Find("nobody"); ok {
			t.Error("found what is not there")
		}
		seen := make([]bool, len(docs))
		for i, n := range c.Input {
			in, out := docs[i], c.Documents[n]
			in.ID, out.ID = "", ""
			if seen[n] || !cmp.Equal(in, out) {
				t.Errorf("document %d of the input is said to be %d, %+v", i, n, out)
			}
			seen[n] = true
		}
		shuffled := slices.Clone(docs)
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		for i := range shuffled {
			shuffled[i].Sources = []ingest.Source{{File: "elsewhere", Line: i}}
		}
		again := ingest.NewCorpus(shuffled)
		for i := range again.Documents {
			again.Documents[i].Sources = nil
		}
		if again.Hash != c.Hash || !cmp.Equal(again.Documents, c.Documents) {
			t.Errorf("another order of input, another corpus:\n%s", cmp.Diff(c.Documents, again.Documents))
		}
	})
}

// TestHashTellsContentApart changes one field at a time.
func TestHashTellsContentApart(t *testing.T) {
	docs := []ingest.Document{
		{ID: "x"},
		{ID: "x", Title: "a"},
		{ID: "x", Abstract: "a"},
		{ID: "x", Year: 1},
		{ID: "x", Venue: "a"},
		{ID: "x", DOI: "a"},
		{ID: "x", ArXiv: "a"},
		{ID: "x", URL: "a"},
		{ID: "x", Language: "a"},
		{ID: "x", Authors: []string{"a"}},
		{ID: "x", Keywords: []string{"a"}},
		{ID: "x", References: []string{"a"}},
		{ID: "x", Authors: []string{"a", "b"}},
		{ID: "x", Authors: []string{"ab"}},
	}
	seen := make(map[string]int)
	for i, d := range docs {
		hash := ingest.NewCorpus([]ingest.Document{d}).Hash
		if j, ok := seen[hash]; ok || !strings.HasPrefix(hash, "sha256:") || len(hash) != 71 {
			t.Errorf("documents %d and %d have the hash %s", i, j, hash)
		}
		seen[hash] = i
	}
}

// FuzzIDs holds that made ids are unique, not empty, UTF-8, short, and the same in every order.
func FuzzIDs(f *testing.F) {
	f.Add("A title", "An abstract")
	f.Add("", "")
	f.Add("?", "図\xff")
	f.Add(strings.Repeat("é ", 50), strings.Repeat("é ", 51))
	f.Fuzz(func(t *testing.T, a, b string) {
		docs := []ingest.Document{{Title: a}, {Title: b}, {Title: a + b}, {Abstract: a}, {Title: a, Abstract: b}}
		c := ingest.NewCorpus(slices.Clone(docs))
		got := ids(c)
		for i, id := range got {
			if id == "" || id[0] == '-' || !utf8.ValidString(id) || len(id) > 82 || i > 0 && id <= got[i-1] {
				t.Errorf("id %q of %q", id, got)
			}
		}
		slices.Reverse(docs)
		if again := ingest.NewCorpus(docs); again.Hash != c.Hash {
			t.Errorf("ids %q and, from the other end, %q", got, ids(again))
		}
	})
}
