package bib_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/ingest/bib"
)

const (
	bees    = `"title":"The Dance of the Honey Bees"`
	prose   = `"abstract":"Bees dance to tell where flowers are, how far they are and how good. We film four thousand dances."`
	others  = `"abstract":"Snow is hard to count, since it melts before the counting ends. We are quick about it, and count well."`
	ada     = `"authors":["Ada Brook"]`
	li      = `"authors":["Li Wei"]`
	y2020   = `"year":2020`
	y2021   = `"year":2021`
	hives   = `"venue":"Journal of Hives"`
	arXiv   = `"venue":"arXiv"`
	doiA    = `"doi":"10.1234/a"`
	doiB    = `"doi":"10.1234/b"`
	bioRxiv = `"doi":"10.1101/2020.01.01.1234v1"`
)

func object(members ...string) string { return "{" + strings.Join(members, ",") + "}" }

func TestSameWork(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b string
		same bool
	}{
		{"one DOI, written in two ways", object(bees, doiA), object(`"title":"Bees"`, `"doi":"https://doi.org/10.1234/A"`), true},
		{"one arXiv id, one as a DOI", object(bees, `"arxiv":"2001.00001v2"`), object(`"title":"Bees"`, `"doi":"10.48550/arXiv.2001.00001"`), true},
		{"two versions at one preprint server", object(bees, bioRxiv), object(`"title":"Bees"`, `"doi":"10.1101/2020.01.01.1234v2"`), true},
		{"title, author and year", object(bees, ada, y2020), object(`"title":"The dance of the honey-bees."`, `"authors":["Brook, A."]`, y2021), true},
		{"title, and one side knows no more", object(bees, ada, y2020), object(bees), true},
		{"title and abstract, nothing else known", object(bees, prose), object(bees, prose), true},
		{"title alone on both sides", object(bees), object(bees), true},
		{"title, but another author", object(bees, ada, y2020), object(bees, li, y2020), false},
		{"title, but years apart", object(bees, ada, `"year":2010`, hives), object(bees, ada, y2020, hives), false},
		{"title, but another abstract and nothing else known", object(bees, prose), object(bees, others), false},
		{"title, but another DOI", object(bees, ada, y2020, doiA), object(bees, ada, y2020, doiB), false},
		{"another part", object(`"title":"The Dance of the Honey Bees, Part I"`, ada, y2020), object(`"title":"The Dance of the Honey Bees, Part II"`, ada, y2020), false},
		{"a short title alone", object(`"title":"Bees"`), object(`"title":"Bees"`), false},
		{"a short title and the abstract", object(`"title":"Bees"`, prose), object(`"title":"Bees"`, prose), true},
		{"a generic title", object(`"title":"Letter to the Editor"`, y2020), object(`"title":"Letter to the Editor"`, y2020), false},
		{"a preprint and its publication, years apart", object(bees, ada, `"year":2018`, arXiv, `"arxiv":"1801.00001"`), object(bees, ada, y2021, hives, doiA), true},
		{"a preprint with a DOI and its publication", object(bees, ada, y2020, bioRxiv), object(bees, ada, y2021, hives, doiA), true},
		{"a preprint published under another title", object(`"title":"Do Bees Dance?"`, prose, ada, y2020, arXiv), object(bees, prose, ada, y2021, hives), true},
		{"an abstract of another author's", object(`"title":"Do Bees Dance?"`, prose, li, y2020, arXiv), object(bees, prose, ada, y2021, hives), false},
		{"abstracts alone, the same", object(prose), object(prose), true},
		{"abstracts alone, others", object(prose), object(others), false},
		{"one id and title in two files", object(`"id":"7"`, `"title":"Bees"`), object(`"id":"7"`, `"title":"Bees"`), true},
		{"one id in two files, another title", object(`"id":"7"`, bees), object(`"id":"7"`, `"title":"Counting the Flakes of Snow"`), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := write(t, map[string]string{"a.jsonl": c.a, "b.jsonl": c.b})
			corpus, reading := read(t, bib.Options{}, folder)
			checkCounts(t, corpus, reading)
			if same := len(corpus.Documents) == 1; same != c.same {
				t.Errorf("same is %t, want %t: %v", same, c.same, reading.Warnings)
			}
		})
	}
}

func TestOneFileKnowsItsIDs(t *testing.T) {
	text := object(`"id":"1"`, bees, ada, y2020) + "\n" + object(`"id":"2"`, bees, ada, y2020) + "\n" + object(`"id":"1"`, bees, ada, y2020)
	corpus, reading, err := bib.ReadFrom(t.Context(), "x.jsonl", strings.NewReader(text), bib.Options{})
	if err != nil || len(corpus.Documents) != 2 || reading.Merged != 1 {
		t.Fatalf("%v %+v", err, reading)
	}
	if w := reading.Warnings[0]; w.Line != 2 || !strings.Contains(w.What, "perhaps the same work as x.jsonl:1") {
		t.Errorf("warning %v", w)
	}
}

// TestChainIsCutAtItsWeakestLink: a record without a DOI fits two with different ones; the three cannot be one.
func TestChainIsCutAtItsWeakestLink(t *testing.T) {
	text := object(bees, ada, y2020, doiA) + "\n" + object(bees, ada, y2020) + "\n" + object(bees, ada, y2020, doiB)
	corpus, reading, err := bib.ReadFrom(t.Context(), "x.jsonl", strings.NewReader(text), bib.Options{})
	if err != nil || len(corpus.Documents) != 2 || reading.Merged != 1 {
		t.Fatalf("%v %+v", err, reading)
	}
}

func TestJoinedFields(t *testing.T) {
	folder := write(t, map[string]string{
		"a.jsonl": object(`"id":"pre"`, `"title":"THE DANCE OF THE HONEY BEES"`, `"abstract":"Bees dance to tell where flowers are, and we film them for a year or…"`,
			`"authors":["A. Brook","L. Wei"]`, y2020, arXiv, `"arxiv":"2001.00001"`, `"keywords":["bees","dance"]`),
		"b.jsonl": object(bees, `"abstract":"Bees dance."`, `"authors":["Ada Brook","Li Wei"]`, y2021, hives, doiA, `"keywords":["dance","hives"]`),
	})
	corpus, _ := read(t, bib.Options{}, folder)
	got := strings.ReplaceAll(describe(&corpus.Documents[0]), folder+string(filepath.Separator), "")
	const want = `pre
  title: The Dance of the Honey Bees
  abstract: Bees dance.
  year: 2020
  authors: Ada Brook | Li Wei
  venue: Journal of Hives
  doi: 10.1234/a
  arxiv: 2001.00001
  keywords: dance | hives | bees
  from a.jsonl:1
  from b.jsonl:1
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("wanted -, got +:\n%s", diff)
	}
}

// TestManyOfOneTitle reads 20,000 records of one title, each of which must not be held against all others.
func TestManyOfOneTitle(t *testing.T) {
	var b strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&b, "{%s,\"id\":\"%d\",\"abstract\":\"dance %d\"}\n", bees, i, i)
	}
	path := filepath.Join(t.TempDir(), "x.jsonl")
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	corpus, _ := read(t, bib.Options{}, path)
	if len(corpus.Documents) != 20_000 {
		t.Errorf("%d papers", len(corpus.Documents))
	}
}
