package vocab_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"papergraph/ingest"
	"papergraph/ingest/text"
	"papergraph/ingest/vocab"
)

// holdersOf returns the ids of the documents that mention a term.
func holdersOf(t *testing.T, c *ingest.Corpus, v *vocab.Vocabulary, key string) []string {
	t.Helper()
	n, ok := v.Find(key)
	if !ok {
		t.Fatalf("no term %q among %q", key, keys(v))
	}
	var ids []string
	for doc := range c.Documents {
		if slices.ContainsFunc(v.Mentions(doc), func(m vocab.Mention) bool { return m.Term == n }) {
			ids = append(ids, c.Documents[doc].ID)
		}
	}
	return ids
}

// TestOneKey lists pairs of spellings in small corpora, each of which is one concept; the last document must not count.
func TestOneKey(t *testing.T) {
	for _, c := range []struct {
		name, key string
		texts     []string
	}{
		{"a compound with blanks", "peer-of-peer routing", []string{
			"Peer-of-peer routing saves energy.", "In towns, peer of peer routing is rare.", "A peer is no router. Routing saves energy.",
		}},
		{"a compound with blanks behind a word", "leaf-to-root decoding", []string{
			"Fast leaf-to-root decoding.", "The leaf to root decoding of trees.", "From leaf to trunk decoding fails.",
		}},
		{"of, turned round", "bird counting", []string{
			"Bird counting is hard. We study bird counting.", "Bird counting at dusk.", "The counting of birds needs patience.", "The counting of sheep needs sleep.",
		}},
		{"what is done to many", "lattice pruning", []string{
			"Lattice pruning is cheap.", "We revisit lattice pruning.", "Lattice pruning, again.", "The lattice pruning.", "A lattice pruning.", "A way for pruning lattices.", "Those lattices are no term.",
		}},
		{"linking words of one long form", "learning from human replies", []string{
			"Learning from human replies (LHR) aligns agents.", "Learning from human replies (LHR) is slow.", "Learning with human replies (LHR) costs more.", "Human replies cost more.",
		}},
		{"endings of one long form", "filtered lattice networks", []string{
			"Filtered lattice networks (FLN) work.", "A filtered lattice network (FLN) works.", "A filtering lattice network (FLN) is new.", "A lattice is old.",
		}},
		{"a sign of one letter", "QLattice", []string{"QLattice is small. QLattice is fast.", "Q-Lattice is small.", "Lattice is large."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			corpus, v := build(t, abstracts(c.texts...))
			ids := holdersOf(t, corpus, v, c.key)
			if len(ids) != len(c.texts)-1 {
				t.Errorf("%q stands in %v, want all but the last of %d documents", c.key, ids, len(c.texts))
			}
		})
	}
}

// TestApart lists spellings that are close and no one concept.
func TestApart(t *testing.T) {
	for _, c := range []struct {
		name, one, other string
		texts            []string
	}{
		{"a number of them", "variable number", "number of variables", []string{"A variable number of cats.", "The variable number grows.", "A number of variables is known."}},
		{"what does it, and what is done to it", "embedding model", "model embedding", []string{"Embedding models work for embedding models.", "An embedding model.", "The model embedding.", "A model embedding.", "Model embedding."}},
		{"longer long forms", "lattice network", "large lattice network", []string{"A lattice network (LN).", "A large lattice network (LN).", "A lattice network.", "A large lattice network."}},
		{"prefixes", "supervised sorting", "semi-supervised sorting", []string{"Supervised sorting.", "Semi-supervised sorting.", "Supervised sorting, semi-supervised sorting."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, v := build(t, abstracts(c.texts...))
			one, okOne := v.Find(c.one)
			other, okOther := v.Find(c.other)
			if okOne && okOther && one == other || !okOne && !okOther {
				t.Errorf("%q is term %d (%t), %q is %d (%t) of %q", c.one, one, okOne, c.other, other, okOther, keys(v))
			}
		})
	}
}

// TestNamesNeverJoin makes up names from parts with digits, signs and prefixes, and holds that all mentions of a term have
// its digits and signs, and that no name is a mention of the one it only begins or ends with.
func TestNamesNeverJoin(t *testing.T) {
	part := rapid.SampledFrom([]string{"Lat", "Fix", "Q", "un", "non-", "semi-", "self-", "Net", "GAN", "3", "4", "-2", "++", "+", "#", ".5", "s", "-"})
	name := rapid.Map(rapid.SliceOfN(part, 1, 4), func(parts []string) string { return strings.Trim(strings.Join(parts, ""), "-.") })
	rapid.Check(t, func(rt *rapid.T) {
		names := rapid.SliceOfN(name, 2, 6).Draw(rt, "names")
		var texts []string
		for i := range names {
			texts = append(texts, "We compare "+names[i]+" with "+names[(i+1)%len(names)]+" on trees.")
		}
		c, v := build(t, abstracts(texts...))
		for doc := range c.Documents {
			for _, m := range v.Mentions(doc) {
				tm := &v.Terms[m.Term]
				surface := text.Clean(c.Documents[doc].Text(m.Field)[m.Start:m.End]).Text
				if tm.Kind != ingest.Word && (signs(surface) != signs(tm.Key) || !strings.EqualFold(letters(surface), letters(tm.Key)) && !strings.EqualFold(letters(surface), letters(tm.Key)+"s")) {
					rt.Errorf("%q is a mention of %q", surface, tm.Key)
				}
			}
		}
	})
}

// signs returns the digits and signs of a name, dashes aside.
func signs(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || r == '+' || r == '#' {
			return r
		}
		return -1
	}, s)
}

// letters returns the letters of a name.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}
