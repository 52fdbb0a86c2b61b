package answer_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"papergraph/graph/answer"
	"papergraph/graph/answer/answertest"
)

const library = `{"id":"a","title":"Merging models","abstract":"Nothing else."}
{"id":"b","title":"On averages","abstract":"We look at merging of many models, and at merging again. Merging is all."}
{"id":"c","title":"Łódź at night 🚀 merged","abstract":"A naïve text.","authors":["First Author"],"venue":"Journal of Tests"}
{"id":"d","title":"Merging models of the world with many more words in the title","abstract":"Text.","keywords":["rockets"]}
{"id":"10.5555/X.1","title":"Something else","abstract":"模型合并 in a text."}
`

func searchIn(t *testing.T, text string) []answer.Hit {
	t.Helper()
	g, err := answertest.Read(context.Background(), "library.jsonl", library)
	if err != nil {
		t.Fatal(err)
	}
	return g.Search(text, 0).Items
}

// found returns the ids of the papers among the hits.
func found(hits []answer.Hit) string {
	var ids []string
	for _, h := range hits {
		if h.Kind == "paper" {
			ids = append(ids, h.ID)
		}
	}
	return strings.Join(ids, " ")
}

func TestSearchFindsPapers(t *testing.T) {
	for _, c := range []struct{ name, ask, want string }{
		{"titles before full text, shorter ones first", "merging models", "a d b"},
		{"the whole title first", "merging models of the world with many more words in the title", "d"},
		{"the last word may be a beginning", "merg", "a c d b"},
		{"a finished word is not a beginning", "merg ", ""},
		{"marks and case do not count", "LODZ", "c"},
		{"words of abstracts", "naive", "c"},
		{"authors", "author", "c"},
		{"venues", "journal tests", "c"},
		{"keywords", "rockets", "d"},
		{"a script without spaces", "合并", "10.5555/X.1"},
		{"those that hold most where none holds all", "merging unheardof models", "a d b"},
		{"nothing asked", " ", ""},
		{"nothing found", "unheardof", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := found(searchIn(t, c.ask)); got != c.want {
				t.Errorf("%q finds %q, want %q", c.ask, got, c.want)
			}
		})
	}
}

func TestMarksAreCodePointsOfTheField(t *testing.T) {
	h := searchIn(t, "merged")[0]
	if h.ID != "c" || h.Field != "title" || !slices.Equal(h.Marks, [][2]int{{16, 22}}) {
		t.Errorf("got %+v", h)
	}
	h = searchIn(t, "naive")[0]
	if h.Field != "abstract" || !slices.Equal(h.Marks, [][2]int{{2, 7}}) || !strings.HasPrefix(h.Label, "Łódź") {
		t.Errorf("got %+v", h)
	}
}

func TestEachMarkIsAWordOfTheQuestion(t *testing.T) {
	g := demo(t)
	for _, h := range g.Search("diffusion guid", 0).Items {
		text := h.Label
		switch h.Field {
		case "abstract":
			u, _ := g.Atlas().Corpus.Find(h.ID)
			text = g.Atlas().Corpus.Documents[u].Abstract
		case "key":
			text = h.Key
		}
		for _, m := range h.Marks {
			w := strings.ToLower(string([]rune(text)[m[0]:m[1]]))
			if w != "diffusion" && !strings.HasPrefix(w, "guid") {
				t.Errorf("%q is marked in %q", w, text)
			}
		}
	}
}

func TestSearchFindsConcepts(t *testing.T) {
	g := demo(t)
	hits := g.Search("lora", 10).Items
	if len(hits) == 0 || len(hits) > 10 || hits[0].Kind != "concept" || hits[0].Label != "LoRA" {
		t.Errorf("got %+v", hits)
	}
}

func FuzzSearch(f *testing.F) {
	for _, s := range []string{"", "lora", "a b c", "\xff", "\u202e模", "ﬃ e\u0301", strings.Repeat("x ", 100)} {
		f.Add(s)
	}
	g := demo(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, h := range g.Search(s, 20).Items {
			if h.ID == "" && h.Key == "" || h.Marks == nil || h.Score < 0 {
				t.Errorf("%q finds %+v", s, h)
			}
		}
	})
}
