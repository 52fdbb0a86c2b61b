package papers_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/graph/papers"
	"papergraph/ingest"
	"papergraph/ingest/extract"
	"papergraph/ingest/vocab"
)

// networkOf links papers.
func networkOf(t *testing.T, docs []ingest.Document) *papers.Network {
	t.Helper()
	c := ingest.NewCorpus(slices.Clone(docs))
	found := make([]extract.Found, len(c.Documents))
	r := extract.NewReader(extract.NewSpellings())
	for i := range found {
		found[i] = r.Document(&c.Documents[i])
	}
	v, err := vocab.Build(context.Background(), c, found, vocab.Options{})
	if err != nil {
		t.Fatal(err)
	}
	n, err := papers.Build(context.Background(), c, v, papers.Options{Neighbours: 10}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// told writes the builds-on links: "user > origin by term".
func told(n *papers.Network) string {
	var lines []string
	for _, l := range n.BuildsOn {
		docs := n.Corpus.Documents
		lines = append(lines, fmt.Sprintf("%s > %s by %s", docs[l.From].ID, docs[l.To].ID, n.Vocabulary.Terms[l.Term].Key))
	}
	return strings.Join(lines, "\n")
}

const reeds = " Boats cross the fen where reeds stand in wet ground."

func TestWhoBuildsOnWhom(t *testing.T) {
	origin := ingest.Document{ID: "origin", Title: "FenNet: Walks over Wet Ground", Abstract: "FenNet finds walks." + reeds}
	user := ingest.Document{ID: "user", Title: "Winter", Abstract: "We run FenNet on ice." + reeds}
	at := func(d ingest.Document, year int) ingest.Document {
		d.Year = year
		return d
	}
	for _, c := range []struct {
		name string
		docs []ingest.Document
		want string
	}{
		{"who uses builds on who introduces", []ingest.Document{origin, user}, "user > origin by fennet"},
		{"a newer paper on an older one", []ingest.Document{at(origin, 2019), at(user, 2020)}, "user > origin by fennet"},
		{"an older paper never on a newer one", []ingest.Document{at(origin, 2020), at(user, 2019)}, ""},
		{"an unknown year stops nothing", []ingest.Document{at(origin, 2020), user}, "user > origin by fennet"},
		{"two introduce it", []ingest.Document{origin, user, {ID: "other", Title: "FenNet: A Boat", Abstract: "FenNet floats." + reeds}}, ""},
		{
			"two records of one work are one",
			[]ingest.Document{origin, user, {ID: "preprint", Title: "FenNet: Walks over Wet Ground", Abstract: "FenNet finds many walks." + reeds}},
			"user > origin by fennet",
		},
		{
			"a name that is a word is not the word",
			[]ingest.Document{
				{ID: "origin", Title: "REEDY: Walks over Wet Ground", Abstract: "We propose REEDY." + reeds},
				{ID: "user", Title: "Winter", Abstract: "We tread reedy ground." + reeds},
				{ID: "more", Title: "Spring", Abstract: "A reedy shore." + reeds},
			},
			"",
		},
		{
			"capitals that papers far apart share",
			[]ingest.Document{
				{ID: "origin", Title: "SWF: Walks over Wet Ground", Abstract: "We propose SWF." + reeds},
				{ID: "user", Title: "Bread", Abstract: "Dough rises overnight with SWF and salt."},
			},
			"",
		},
		{
			"a name given to something else",
			[]ingest.Document{at(origin, 2010), {ID: "user", Year: 2020, Title: "FenNet: A Boat", Abstract: "FenNet floats." + reeds}},
			"",
		},
		{"nobody introduces it", []ingest.Document{user, {ID: "more", Title: "Spring", Abstract: "FenNet in spring." + reeds}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, told(networkOf(t, c.docs))); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestGroundsOfLineage(t *testing.T) {
	n := networkOf(t, []ingest.Document{
		{ID: "origin", Title: "Walks", Abstract: "Reeds are tall. We call this planner FenNet." + reeds},
		{ID: "user", Title: "Winter", Abstract: "We run FenNet on ice. FenNet slips." + reeds},
	})
	if len(n.BuildsOn) != 1 {
		t.Fatalf("links %q", told(n))
	}
	introduces, uses := n.Grounds(n.BuildsOn[0])
	if len(introduces) != 1 || introduces[0].Sentence != "We call this planner FenNet." {
		t.Errorf("introduced by %+v", introduces)
	}
	if len(uses) != 2 || uses[0].Sentence != "We run FenNet on ice." || uses[1].Sentence != "FenNet slips." {
		t.Errorf("used by %+v", uses)
	}
	l := n.BuildsOn[0]
	for _, pair := range [][2]int32{{l.From, l.To}, {l.To, l.From}} {
		if got := n.Between(int(pair[0]), int(pair[1])); len(got) != 1 || got[0] != l {
			t.Errorf("between %v: %v", pair, got)
		}
	}
}

// TestLineageOfAnyOrder builds the same papers in other orders.
func TestLineageOfAnyOrder(t *testing.T) {
	var docs []ingest.Document
	for i := range 12 {
		name := fmt.Sprintf("Fen%cNet", 'A'+i)
		docs = append(docs, ingest.Document{ID: fmt.Sprint("o", i), Title: name + ": Walks over Wet Ground", Abstract: "We propose " + name + "." + reeds})
		docs = append(docs, ingest.Document{ID: fmt.Sprint("u", i), Title: fmt.Sprint("Winter ", i), Abstract: "We run " + name + " on ice." + reeds})
	}
	want := told(networkOf(t, docs))
	if strings.Count(want, "\n") < 8 {
		t.Fatalf("links %q", want)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		rng.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		if diff := cmp.Diff(want, told(networkOf(t, docs))); diff != "" {
			t.Fatalf("in another order (-want +got):\n%s", diff)
		}
	}
}

// TestLineageHolds checks what every builds-on link is: two papers, one introduction, no older user, in order, each once.
func TestLineageHolds(t *testing.T) {
	n := networkOf(t, []ingest.Document{
		{ID: "a", Year: 2018, Title: "FenNet: Walks", Abstract: "We propose FenNet and ReedNet." + reeds},
		{ID: "b", Year: 2019, Title: "BoatNet: Fens", Abstract: "BoatNet extends FenNet and ReedNet." + reeds},
		{ID: "c", Year: 2020, Title: "Ice", Abstract: "FenNet, ReedNet and BoatNet are compared." + reeds},
	})
	if len(n.BuildsOn) != 5 {
		t.Errorf("links %q", told(n))
	}
	for i, l := range n.BuildsOn {
		docs := n.Corpus.Documents
		if l.From == l.To || docs[l.From].Year < docs[l.To].Year || n.Vocabulary.Role(int(l.From), l.Term) != vocab.Uses ||
			n.Vocabulary.Role(int(l.To), l.Term) != vocab.Introduces {
			t.Errorf("link %d: %+v", i, l)
		}
		if i > 0 && !less(n.BuildsOn[i-1], l) {
			t.Errorf("%+v stands before %+v", n.BuildsOn[i-1], l)
		}
	}
}

func less(a, b papers.Lineage) bool {
	return slices.Compare([]int32{a.From, a.To, a.Term}, []int32{b.From, b.To, b.Term}) < 0
}

// TestLineageOfStrangers holds that a name whose users all write of something else builds on nobody.
func TestLineageOfStrangers(t *testing.T) {
	origin := ingest.Document{ID: "origin", Title: "FenNet: Walks over Wet Ground", Abstract: "FenNet finds walks where reeds stand."}
	far := []ingest.Document{
		{ID: "far", Title: "Verbs", Abstract: "Clauses get roles by FenNet."},
		{ID: "farther", Title: "Nouns", Abstract: "Grammar helps since FenNet lists phrases."},
	}
	near := ingest.Document{ID: "near", Title: "Winter Walks", Abstract: "We run FenNet over wet ground where reeds stand."}
	if got := told(networkOf(t, append(far, origin))); got != "" {
		t.Errorf("strangers build on a name: %q", got)
	}
	if got := told(networkOf(t, append(far, origin, near))); !strings.Contains(got, "near > origin") {
		t.Errorf("with one that is near: %q", got)
	}
}

// TestObjections asks why a paper that holds a term builds on nobody by it.
func TestObjections(t *testing.T) {
	origin := ingest.Document{ID: "origin", Title: "FenNet: Walks over Wet Ground", Abstract: "FenNet finds walks." + reeds}
	user := ingest.Document{ID: "user", Title: "Winter", Abstract: "We run FenNet on ice." + reeds}
	for _, c := range []struct {
		name string
		docs []ingest.Document
		term string
		want string
	}{
		{"nothing speaks against it", []ingest.Document{origin, user}, "fennet", ""},
		{
			"several introduce it",
			[]ingest.Document{origin, user, {ID: "other", Title: "FenNet: A Boat", Abstract: "FenNet floats." + reeds}},
			"fennet", "several papers introduce it, so none is built on",
		},
		{
			"the name is a word",
			[]ingest.Document{
				{ID: "origin", Title: "REEDY: Walks over Wet Ground", Abstract: "We propose REEDY." + reeds},
				{ID: "user", Title: "Winter", Abstract: "We run REEDY over reedy ground." + reeds},
				{ID: "more", Title: "Spring", Abstract: "A reedy shore, a reedy lake." + reeds},
			},
			"REEDY", "a common word too, so the paper that introduces the name is not built on",
		},
		{
			"an older paper",
			[]ingest.Document{{ID: "origin", Title: origin.Title, Abstract: origin.Abstract, Year: 2021}, {ID: "user", Title: "Winter", Abstract: user.Abstract, Year: 2020}},
			"fennet", "older than the paper that introduces it",
		},
		{
			"a joined name is not its words",
			[]ingest.Document{
				{ID: "origin", Title: "ReedFusion: Walks over Wet Ground", Abstract: "ReedFusion finds walks." + reeds},
				{ID: "user", Title: "Winter", Abstract: "Our planner does reed fusion on ice." + reeds},
				{ID: "more", Title: "Spring", Abstract: "With reed fusion boats float." + reeds},
			},
			"reed fusion", "not written here as the paper that introduces it writes the name",
		},
		{
			"a data set is a name",
			[]ingest.Document{
				{ID: "origin", Title: "Walks", Abstract: "We release the reed walk pictures (RWP) dataset." + reeds},
				{ID: "user", Title: "Winter", Abstract: "Planners learn from reed walk pictures." + reeds},
				{ID: "more", Title: "Spring", Abstract: "Many take reed walk pictures. Others like reed walk pictures." + reeds},
			},
			"reed walk picture", "words of a subject here, not the name that the paper that introduces it is known by",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := networkOf(t, c.docs)
			u, _ := n.Corpus.Find("user")
			term, ok := n.Vocabulary.Find(c.term)
			if !ok {
				t.Fatalf("no term %q", c.term)
			}
			if got := n.Objection(u, term); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
