package extract

import "testing"

// TestIsShaped lists what has the shape of a name. Words wholly in capitals are names only in a text that does not shout.
func TestIsShaped(t *testing.T) {
	for _, c := range []struct {
		word          string
		quiet, shouts bool
	}{
		{"LoRA", true, true},
		{"ImageNet", true, true},
		{"iPhone", true, true},
		{"t-SNE", true, true},
		{"CFG", true, false},
		{"LLMs", true, false},
		{"GPT-3.5", true, false},
		{"BERT4Rec", true, true},
		{"seq2seq", true, true},
		{"3DGS", true, false},
		{"CFG++", true, false},
		{"C++", true, true},
		{"C#", true, true},
		{"L-1", false, false},

		{"word", false, false},
		{"Word", false, false},
		{"self-attention", false, false},
		{"Self-Attention", false, false},
		{"A", false, false},
		{"", false, false},
		{"s", false, false},
		{"II", false, false},
		{"XIV", false, false},
		{"3D", false, false},
		{"2d", false, false},
		{"L2", false, false},
		{"10x", false, false},
		{"80GB", false, false},
		{"7b", false, false},
		{"2019", false, false},
	} {
		if got := isShaped(c.word, true); got != c.quiet {
			t.Errorf("isShaped(%q) = %t", c.word, got)
		}
		if got := isShaped(c.word, false); got != c.shouts {
			t.Errorf("isShaped(%q) = %t in a text in capitals", c.word, got)
		}
	}
}

// TestIsDebris lists what has letters and digits and still is no name.
func TestIsDebris(t *testing.T) {
	for word, want := range map[string]bool{
		"Cup'24": true, "Cup\u201924": true, "sim0.6": true, "approx12": true, "GHz": true, "Top-5": true,
		"GPT-4": false, "sim2real": false, "SimCLR": false, "YOLO9000": false, "O'Hara7": false, "sim": false,
	} {
		if got := isDebris(word); got != want {
			t.Errorf("isDebris(%q) = %t", word, got)
		}
	}
}
