package papers_test

import (
	"slices"
	"strings"
	"testing"

	"papergraph/graph/papers"
	"papergraph/ingest"
	"papergraph/ingest/extract"
	"papergraph/ingest/text"
	"papergraph/ingest/vocab"
)

func TestEvidenceIsTheTextAsGiven(t *testing.T) {
	onRandomAndFixed(t, func(t tester, n *papers.Network, _ papers.Options) {
		for u := range n.Vocabulary.Documents() {
			terms, _ := n.Vocabulary.Row(u)
			for _, term := range terms {
				evidence := n.Evidence(u, term)
				if len(evidence) == 0 {
					t.Errorf("paper %d holds %q without evidence", u, n.Vocabulary.Terms[term].Key)
				}
				for _, e := range evidence {
					checkEvidence(t, n, u, term, e)
				}
			}
		}
	})
}

func checkEvidence(t tester, n *papers.Network, u int, term int32, e papers.Evidence) {
	t.Helper()
	given := n.Corpus.Documents[u].Text(e.Field)
	end := int(e.SentenceStart) + len(e.Sentence)
	if e.SentenceStart < 0 || end > len(given) || given[e.SentenceStart:end] != e.Sentence {
		t.Fatalf("paper %d: %q at %d is not the text as given", u, e.Sentence, e.SentenceStart)
	}
	if e.Start < e.SentenceStart || e.Start >= e.End || int(e.End) > end {
		t.Fatalf("paper %d: mention %d to %d is outside its sentence %d to %d", u, e.Start, e.End, e.SentenceStart, end)
	}
	mention := given[e.Start:e.End]
	if !says(n, u, term, mention) {
		t.Errorf("paper %d: %q is no mention of %q", u, mention, n.Vocabulary.Terms[term].Key)
	}
}

// says reports whether a text names the term, blanks apart: data set and dataset are one word. Short forms of the paper may
// stand for what they mean.
func says(n *papers.Network, u int, term int32, mention string) bool {
	key := joined(strings.TrimPrefix(n.Vocabulary.Terms[term].Key, "word:"))
	if joined(mention) == key {
		return true
	}
	mention = text.Clean(mention).Text
	if n.Vocabulary.Terms[term].Kind == ingest.Word && slices.Contains(strings.Fields(extract.Fold(mention)), key) {
		return true // where LaTeX was taken out, a part of a word has the place of the whole
	}
	shorts := slices.Clone(n.Vocabulary.Abbreviations(u))
	slices.SortStableFunc(shorts, func(a, b vocab.Abbreviation) int { return len(b.Short) - len(a.Short) })
	apart := func(s string) string { return " " + strings.ReplaceAll(extract.Fold(s), " ", "  ") + " " }
	spelled := apart(mention)
	for _, a := range shorts {
		if a.Long != "" {
			spelled = strings.ReplaceAll(spelled, apart(a.Short), " "+a.Long+" ")
		}
	}
	return joined(spelled) == key || turned(spelled) == turned(n.Vocabulary.Terms[term].Key) || swapped(spelled) == key
}

// swapped returns "N1 of N2" as N2 N1 written in one.
func swapped(s string) string {
	first, second, _ := strings.Cut(extract.Fold(s), " of ")
	return joined(second) + joined(first)
}

// turned returns the words of a text in the order of the alphabet, "of" aside: detection of objects is object detection, and
// merging models is model merging.
func turned(s string) string {
	words := slices.DeleteFunc(strings.Fields(extract.Fold(s)), func(w string) bool { return w == "of" })
	slices.Sort(words)
	return strings.Join(words, " ")
}

func joined(s string) string { return strings.ReplaceAll(extract.Fold(s), " ", "") }

func TestEvidenceOfOneMention(t *testing.T) {
	docs := []ingest.Document{
		{ID: "a", Title: "Kelm pruning", Abstract: "We love velts.  Here kelm pruning wins, e.g. by far. And kelm pruning stays."},
		{ID: "b", Title: "Against kelm pruning", Abstract: "Nothing comes of kelm pruning."},
	}
	n := network(t, docs, usual)
	term, ok := n.Vocabulary.Find("kelm pruning")
	if !ok {
		t.Fatal("kelm pruning is no term")
	}
	var got []string
	for _, e := range n.Evidence(0, term) {
		got = append(got, e.Sentence)
	}
	want := "Kelm pruning|Here kelm pruning wins, e.g. by far.|And kelm pruning stays."
	if strings.Join(got, "|") != want {
		t.Errorf("sentences %q, want %q", strings.Join(got, "|"), want)
	}
}

func TestNamesInsideNamesAreNoEvidence(t *testing.T) {
	docs := []ingest.Document{
		{ID: "a", Title: "QLoRA: tuning with four bits", Abstract: "QLoRA tunes a quantised model. QLoRA saves memory."},
		{ID: "b", Title: "LoRA: tuning with low rank", Abstract: "LoRA tunes a frozen network. LoRA adds two matrices."},
		{ID: "c", Title: "What LoRA forgets", Abstract: "LoRA is told apart from QLoRA here."},
	}
	n := network(t, docs, usual)
	term, ok := n.Vocabulary.Find("lora")
	if !ok {
		t.Fatal("LoRA is no term")
	}
	if got := n.Evidence(0, term); len(got) != 0 {
		t.Errorf("LoRA in a paper that names QLoRA alone: %v", got)
	}
	if got := n.Evidence(1, term); len(got) != 3 {
		t.Errorf("LoRA is mentioned 3 times, evidence for %d", len(got))
	}
	for _, e := range n.Evidence(2, term) {
		if mention := docs[2].Text(e.Field)[e.Start:e.End]; mention != "LoRA" {
			t.Errorf("evidence of LoRA reads %q", mention)
		}
	}
	_, shares := n.Shares(0, 1)
	for _, s := range shares {
		if s.Term == term {
			t.Errorf("LoRA owns %g of a link to a paper that does not name it", s.Share)
		}
	}
}
