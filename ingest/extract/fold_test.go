package extract_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"papergraph/ingest/extract"
)

// TestFoldMerges lists spellings of one thing: all of a line fold to the first.
func TestFoldMerges(t *testing.T) {
	for _, c := range []struct {
		name      string
		spellings []string
	}{
		{"case", []string{"lora", "LoRA", "LORA"}},
		{"dashes and blanks", []string{"fine tuning", "fine-tuning", "Fine–Tuning", "fine\u2011tuning", "fine_tuning", "fine  tuning", "fine — tuning"}},
		{"regular plurals", []string{"language model", "Language Models", "language-models"}},
		{"plurals in -ies, -xes, -sses, -ches, -shes", []string{"query box loss patch hash", "queries boxes losses patches hashes"}},
		{"irregular plurals", []string{"matrix vertex index analysis hypothesis criterion corpus", "matrices vertices indices analyses hypotheses criteria corpora"}},
		{"plurals of words in -s", []string{"bias virus gas", "biases viruses gases"}},
		{"plurals in -che and -vie", []string{"cache niche movie", "caches niches movies"}},
		{"plurals in -ics", []string{"metric topic heuristic fabric", "metrics topics heuristics fabrics"}},
		{"learned plurals of compounds", []string{"submatrix prosthesis paralysis diagnosis subindex vortex", "submatrices prostheses paralyses diagnoses subindices vortices"}},
		{"plurals in -oes and -ves", []string{"echo hero shelf self", "echoes heroes shelves selves"}},
		{"plurals of capitals", []string{"lm gpu api roi iou llm", "LMs GPUs APIs ROIs IoUs LLMs"}},
		{"plurals inside", []string{"lm as judge", "LMs-as-judges"}},
		{"possession", []string{"model", "model's", "model’s", "models'"}},
		{"quotation marks", []string{"model", "\"model\"", "‘models’", "`model'"}},
		{"-our", []string{"behavior color neighborhood neighboring behavioral favorable", "behaviour colour neighbourhood neighbouring behavioural favourable"}},
		{"-ise", []string{"optimize regularize summarize tokenize vectorize", "optimise regularise summarise tokenise vectorise"}},
		{"-ised, -ising, -iser", []string{"optimized summarizing regularizer randomized prioritized", "optimised summarising regulariser randomised prioritised"}},
		{"-isation", []string{"optimization parametrization", "optimisation parametrisations"}},
		{"-isable", []string{"generalizable optimizability", "generalisable optimisability"}},
		{"-ogue", []string{"dialog analog catalog", "dialogue analogues catalogues"}},
		{"-ement, -aem-, -oe-", []string{"judgment anemia pediatric esophagus", "judgement anaemia paediatric oesophagus"}},
		{"-yse", []string{"analyze analyzing", "analyse analysing"}},
		{"doubled l", []string{"modeling modeled labeling traveling", "modelling modelled labelling travelling"}},
		{"-re and short words", []string{"center fiber gray", "centre fibre grey"}},
		{"looks", []string{"efficient field", "e\ufb03cient \ufb01elds"}},
		{"compositions", []string{"poincaré", "Poincare\u0301"}},
		{"full width", []string{"abc 12", "ＡＢＣ　１２"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, s := range c.spellings {
				if got := extract.Fold(s); got != c.spellings[0] {
					t.Errorf("Fold(%q) = %q, want %q", s, got, c.spellings[0])
				}
			}
		})
	}
}

// TestFoldKeepsApart lists things that look alike and are none.
func TestFoldKeepsApart(t *testing.T) {
	for _, c := range []struct {
		name   string
		things []string
	}{
		{"signs", []string{"CFG", "CFG++", "CFG+"}},
		{"languages", []string{"C", "C++", "C#"}},
		{"versions", []string{"GPT", "GPT-2", "GPT-3", "GPT-4", "GPT-3.5", "GPT4"}},
		{"prefixes of names", []string{"LoRA", "QLoRA", "DoRA", "Lo-RA"}},
		{"un-, non-, semi-, self-", []string{"supervised", "unsupervised", "non-supervised", "semi-supervised", "self-supervised"}},
		{"-is and -e", []string{"analysis", "analyze", "analyst"}},
		{"bias and its look-alike", []string{"bias", "bia"}},
		{"loss and its look-alike", []string{"loss", "los"}},
		{"Bayes and bay", []string{"Bayes", "bay"}},
		{"dimensions", []string{"2D", "3D", "4D"}},
		{"norms", []string{"L1", "L2"}},
		{"ratios", []string{"3.5", "35", "3,5"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			seen := make(map[string]string)
			for _, s := range c.things {
				fold := extract.Fold(s)
				if other, ok := seen[fold]; ok {
					t.Errorf("%q and %q fold to %q", other, s, fold)
				}
				seen[fold] = s
			}
		})
	}
}

// TestFoldLeavesAlone lists words that end as plurals or British forms do and are none.
func TestFoldLeavesAlone(t *testing.T) {
	for w := range strings.FieldsSeq(`bias loss bayes analysis basis thesis physics statistics class process consensus corpus
		virus status axis series species lens chaos atlas canvas alias news across less plus this
		noise denoising denoised denoiser supervised supervising revised raised raising rising arising comprised promising compromised exercise
		surprise precise concise otherwise enterprise expertise premise paradise hour four contour detour dwelling
		advertising advertiser advisable disable disability service price practice device choice phase release
		robotics kinematics dynamics semantics mathematics prologue epilogue aerial
		us is as gas`) {
		if got := extract.Fold(w); got != w {
			t.Errorf("Fold(%q) = %q", w, got)
		}
	}
}

func TestSingular(t *testing.T) {
	for plural, want := range map[string]string{
		"models": "model", "queries": "query", "boxes": "box", "losses": "loss", "patches": "patch", "meshes": "mesh", "caches": "cache",
		"matrices": "matrix", "vertices": "vertex", "analyses": "analysis", "phenomena": "phenomenon", "people": "person", "leaves": "leaf",
		"series": "series", "bias": "bias", "loss": "loss", "bayes": "bayes", "physics": "physics", "status": "status", "basis": "basis",
		"ties": "tie", "gan": "gan", "ms": "ms", "": "", "s": "s", "l2s": "l2s", "data": "data",
	} {
		if got := extract.Singular(plural); got != want {
			t.Errorf("Singular(%q) = %q, want %q", plural, got, want)
		}
	}
}

// fragments are pieces of words on which the rules of folding act.
var fragments = []string{
	"s", "'s", "’s", "es", "ies", "sses", "ches", "ss", "us", "is", "ics", "ise", "ised", "ising", "isation", "iser", "our", "our", "yse", "modell", "labell",
	"neighbour", "haviour", "matrices", "analyses", "series", "GPT", "LoRA", "CFG", "++", "3", "5", ".", "-", "–", "_", " ", "'", "\"", "’", "“", "x", "K", "é", "\u0301",
	"İ", "ß", "ﬁ", "ﬅ", "Å", "ſ", "Σ", "ς", "\u1100", "\u1161", "\u00a8", "\u0345", "Ａ", "²", "model", "noise",
}

// checkFold holds that folding a folded text changes nothing, and that folds have no blanks but single ones inside.
func checkFold(t interface{ Errorf(string, ...any) }, s string) {
	fold := extract.Fold(s)
	if again := extract.Fold(fold); again != fold {
		t.Errorf("Fold(%q) = %q, which folds to %q", s, fold, again)
	}
	if fold != strings.Join(strings.Fields(fold), " ") {
		t.Errorf("Fold(%q) = %q has blanks to spare", s, fold)
	}
}

func TestFoldOfFold(t *testing.T) {
	word := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(fragments), 0, 6).Draw(t, "fragments"), "")
	})
	rapid.Check(t, func(t *rapid.T) { checkFold(t, rapid.OneOf(word, rapid.String()).Draw(t, "text")) })
}

// TestFoldKeepsDigitsAndSigns holds that digits and plus signs come through in their order.
func TestFoldKeepsDigitsAndSigns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`[A-Za-z0-9+# -]{0,20}`).Draw(t, "text")
		telling := func(r rune) rune {
			if r >= '0' && r <= '9' || r == '+' || r == '#' {
				return r
			}
			return -1
		}
		if want, got := strings.Map(telling, s), strings.Map(telling, extract.Fold(s)); got != want {
			t.Errorf("Fold(%q) = %q has lost digits or signs", s, extract.Fold(s))
		}
	})
}

func FuzzFold(f *testing.F) {
	for _, s := range fragments {
		f.Add(s)
		f.Add("x" + s + "s-" + s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkFold(t, s) })
}

// TestFoldOfManyMarks holds that marks of possession in a row do not take the square of their number: this would take
// minutes.
func TestFoldOfManyMarks(t *testing.T) {
	for _, s := range []string{"'s", "’s", "modell", "neighbour", "'", "s'"} {
		if fold := extract.Fold("x" + strings.Repeat(s, 1<<17)); fold == "" {
			t.Errorf("many of %q fold to nothing", s)
		}
	}
}
