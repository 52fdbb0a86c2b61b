package vocab_test

import (
	"slices"
	"testing"

	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

func TestJoinedFormsAreOneTerm(t *testing.T) {
	_, v := build(t, abstracts(
		"Parameter-efficient fine-tuning costs little.", "Parameter-efficient fine tuning works.",
		"Parameter-efficient finetuning wins.", "Parameter efficient finetunings win.",
	))
	first, _ := v.Find("parameter-efficient fine-tuning")
	for _, spelling := range []string{"parameter-efficient finetuning", "Parameter Efficient Fine Tuning", "parameter-efficient fine-tunings"} {
		if n, ok := v.Find(spelling); !ok || n != first {
			t.Errorf("%q is not found as %q", spelling, v.Terms[first].Key)
		}
	}
	if n := v.Terms[first].Documents; n != 4 {
		t.Errorf("%q stands in %d documents, want 4: %q", v.Terms[first].Key, n, keys(v))
	}
}

func TestJoinedFormsAreLearntNotGuessed(t *testing.T) {
	_, v := build(t, abstracts("The dataset shift is large.", "A dataset shift hurts."))
	if _, ok := v.Find("data set shift"); ok {
		t.Error("a form that nobody writes apart is found apart")
	}
}

func TestNamesAndWordsOfOneSpelling(t *testing.T) {
	docs := abstracts(
		"We train POINTS on images.", "POINTS answers questions of images.",
		"Clouds of many points are points.", "Cubes of points have points.", "Points lie near other points.",
	)
	c, v := build(t, docs)
	name := term(t, v, "POINTS")
	if name.Documents != 2 {
		t.Errorf("POINTS stands in %d documents, want 2", name.Documents)
	}
	for doc := range c.Documents {
		for _, m := range v.Mentions(doc) {
			surface := c.Documents[doc].Text(m.Field)[m.Start:m.End]
			if tm := &v.Terms[m.Term]; tm.Kind != ingest.Word && (tm == name) != (surface == "POINTS") {
				t.Errorf("%q is a mention of %q", surface, tm.Key)
			}
		}
	}
}

// TestNameThatIsAWordElsewhere asks whether one place in small letters parts a name from a word that the background knows as one.
func TestNameThatIsAWordElsewhere(t *testing.T) {
	word := known{terms: map[string]ingest.TermCount{"waggle": {Documents: 90}, "WAGGLE": {Documents: 7}}}
	for name, c := range map[string]struct {
		with vocab.Background
		want int
	}{
		"a word elsewhere": {word, 1},
		"known nowhere":    {nil, 2},
	} {
		t.Run(name, func(t *testing.T) {
			v := lit(t, c.with, "We ask WAGGLE often.", "Of hives. A waggle is old.")
			i, ok := v.Find("WAGGLE")
			if !ok {
				i, ok = v.Find("waggle")
			}
			if !ok || v.Terms[i].Documents != c.want {
				t.Errorf("found: %v, in %d documents, want %d", ok, v.Terms[i].Documents, c.want)
			}
		})
	}
}

func TestSpellingsThatMustNotMerge(t *testing.T) {
	_, v := build(t, abstracts(
		"We compare LoRA with QLoRA, GPT-3 with GPT-4, CFG with CFG++.", "LoRA, QLoRA, GPT-3, GPT-4, CFG and CFG++ are compared.",
		"QLoRA alone. GPT-4 alone. CFG++ alone.",
	))
	for key, documents := range map[string]int{"LoRA": 2, "QLoRA": 3, "GPT-3": 2, "GPT-4": 3, "CFG": 2, "CFG++": 3} {
		if n := term(t, v, key).Documents; n != documents {
			t.Errorf("%s stands in %d documents, want %d", key, n, documents)
		}
	}
}

func TestSpellingsThatMustMerge(t *testing.T) {
	_, v := build(t, abstracts(
		"The covariance matrices of graph modelling.", "A covariance matrix, by graph modeling.", "The covariance-matrix of graph modelling.",
	))
	for _, spelling := range []string{"covariance matrix", "Covariance Matrices", "covariance–matrix"} {
		if n := term(t, v, spelling).Documents; n != 3 {
			t.Errorf("%q stands in %d documents, want 3: %q", spelling, n, keys(v))
		}
	}
	if n := term(t, v, "graph modelling").Documents; n != 3 {
		t.Errorf("graph modelling stands in %d documents, want 3", n)
	}
}

// TestLabelsAreReadable holds that labels are cleaned spellings: no markup, no doubled blanks, capitals of names kept.
func TestLabelsAreReadable(t *testing.T) {
	_, v := build(t, abstracts(
		`The $k$-NN graph of \emph{sparse} vectors by LoRA.`, "A $k$-NN  graph, LoRA.", "K-NN Graphs by LoRA with Sparse Vectors and \\emph{sparse} vectors.",
	))
	labels := make([]string, 0, len(v.Terms))
	for i := range v.Terms {
		labels = append(labels, v.Terms[i].Label)
	}
	for _, want := range []string{"LoRA", "k-NN graph", "sparse vectors"} {
		if !slices.Contains(labels, want) {
			t.Errorf("no label %q among %q", want, labels)
		}
	}
}
