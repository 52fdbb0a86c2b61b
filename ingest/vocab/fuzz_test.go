package vocab_test

import (
	"testing"

	"papergraph/ingest"
)

// FuzzBuild builds the vocabulary of three documents and holds that each mention lies in its text, that terms are sorted and
// found, and that the best concept has score 1.
func FuzzBuild(f *testing.F) {
	f.Add("LoRA: Low-Rank Adaptation", "We use low-rank adaptation (LoRA) for fine-tuning.", "LoRA and finetuning on POINTS; fine tuning of points.")
	f.Add("", "$k$-NN \\emph{graphs} e\ufb03cient atten\u00adtion", "k-NN graphs. K-NN.")
	f.Add("Mixture of Experts (MoE)", "MoE, MoEs, and mixtures of experts (ME).", "ME is mixed effects (ME). A-B-C a–b word:x")
	f.Fuzz(func(t *testing.T, title, a, b string) {
		c, v := build(t, []ingest.Document{{ID: "a", Title: title, Abstract: a}, {ID: "b", Abstract: b}, {ID: "c", Title: a, Abstract: title + " " + b}})
		for i := range v.Terms {
			if n, ok := v.Find(v.Terms[i].Key); !ok || n != int32(i) || i > 0 && v.Terms[i-1].Key >= v.Terms[i].Key {
				t.Errorf("term %d, %q, is found as %d", i, v.Terms[i].Key, n)
			}
		}
		for doc := range c.Documents {
			for _, m := range v.Mentions(doc) {
				if given := c.Documents[doc].Text(m.Field); m.Start < 0 || m.End <= m.Start || int(m.End) > len(given) {
					t.Errorf("mention %+v of %d bytes", m, len(given))
				}
			}
			if cs := v.Concepts(doc); len(cs) > 0 && cs[0].Score != 1 {
				t.Errorf("the best concept has score %g", cs[0].Score)
			}
		}
	})
}
