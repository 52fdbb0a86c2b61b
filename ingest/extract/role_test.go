package extract_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// TestWhatASentenceBrings holds cues of introduction: a name in the list is sure, one with a question mark is not.
func TestWhatASentenceBrings(t *testing.T) {
	for _, c := range []struct{ name, title, abstract, want string }{
		{"a name is proposed", "", "We propose Fenwalk, a way over wet ground.", "Fenwalk"},
		{"this paper presents a name", "", "This paper presents FenNet.", "FenNet"},
		{"the verb stands behind others", "", "We study fens, and then introduce FenNet for them.", "FenNet"},
		{"what others present is theirs", "", "We compare with Reed, which presents FenNet.", ""},
		{"that others propose is theirs", "", "FenNet was proposed for fens.", ""},
		{"the passive of this paper", "", "In this paper, FenNet is proposed.", "FenNet"},
		{"a long form with its short one", "", "We propose sparse fen attention (SFA) for reeds.", "SFA"},
		{"its noun may follow", "", "We present the sparse fen attention (SFA) algorithm.", "SFA"},
		{"what more follows names something else", "", "We propose sparse fen attention (SFA) ensemble analysis.", ""},
		{"a kind is not a name for sure", "", "We propose a new sparse fen attention (SFA) framework.", "SFA?"},
		{"a thing with its name in apposition", "", "We release an open toolkit for reeds, FenKit, that runs anywhere.", "FenKit"},
		{"a thing before its name", "", "We introduce a dataset FenSet of reeds.", "FenSet"},
		{"a bracket behind its thing", "", "We develop a sampler for wet ground (FenSam).", "FenSam"},
		{"two names", "", "We propose FenNet and ReedNet.", "FenNet ReedNet"},
		{"a phrase that a comma explains", "", "We introduce reed walking, a method for wet ground.", "reed walking"},
		{"a phrase in small letters alone is none", "", "We propose reed walking methods for wet ground.", ""},
		{"what is put into something is used", "", "We introduce FenNet into the planner.", ""},
		{"so is what is added to it", "", "We introduce FenNet to the planner.", ""},
		{"a theory of a name is not the name", "", "We present an analysis of FenNet.", ""},
		{"to use a name is not to bring it", "", "We propose to use FenNet for reeds.", ""},
		{"we call it", "", "We weigh reeds by what we call reed walking.", "reed walking"},
		{"we refer to it as", "", "We refer to the changed planner as FenNet+.", "FenNet+"},
		{"a method of ours called a name", "", "We present a planner for fens called Fenwalk.", "Fenwalk"},
		{"a known method called a name", "", "We use a planner called Fenwalk.", ""},
		{"commonly called is common", "", "We study what is commonly called Fenwalk.", ""},
		{"recently called is another's", "", "We build on a recent planner called Fenwalk.", ""},
		{"in marks of quotation", "", "We propose \"reed walks\" for wet ground.", "reed walks"},
		{"our name", "", "Our method, FenNet, is fast.", "FenNet"},
		{"our name with a noun may be another's", "", "Our FenNet model is fast.", "FenNet?"},
		{"a name before a colon", "FenNet: Walks over Wet Ground", "", "FenNet"},
		{"three words before a colon that come again", "Sparse Fen Attention: Walks over Wet Ground", "With sparse fen attention reeds are seen.", "Sparse Fen Attention"},
		{"a saying before a colon", "Walk No More: Planning over Fens", "Reeds are seen.", ""},
		{"a task before a colon", "Reed Detection: Old and New", "Reed detection is hard.", ""},
		{"the whole title", "Sparse Fen Attention", "Reeds are seen.", "Sparse Fen Attention"},
		{"what a title improves is another's", "Improving FenNet", "FenNet is slow.", ""},
		{"and what it comments on", "A Comment on FenNet", "FenNet is slow.", ""},
		{"and what it says something of", "FenNet is a Forest", "FenNet is slow.", ""},
		{"and what it revisits", "Revisiting FenNet", "FenNet is slow.", ""},
		{"what a title is for", "Sparse Fen Attention for Planning", "In Sparse Fen Attention no reed is lost.", "Sparse Fen Attention?"},
		{"behind our name a verb begins another phrase", "", "Our proposed extensions leverage sparse fen attention (SFA).", ""},
		{"a kind in apposition to a name", "", "We propose FenTalk a sparse fen walker (SFW) for reeds.", "FenTalk"},
		{"what our earlier work brought is told, not brought", "", "In our recent work, we proposed FenNet for reeds.", ""},
		{"nor is what we brought before", "", "We previously proposed FenNet for reeds.", ""},
		{"a phrase may be brought by a title", "Reed Walking Networks: Ways over Wet Ground", "Reed walking networks are fast.", "Reed Walking Networks"},
		{"a phrase that is analysed is not sure", "Reed Walking Networks: An Analysis", "Reed walking networks are fast.", "Reed Walking Networks?"},
		{"nor is one that is asked about", "Reed Walking Networks: How Far Do They Go?", "Reed walking networks are fast.", "Reed Walking Networks?"},
		{"a survey brings nothing by its title", "Fen Planning: A Survey", "Our FenNet view is of others.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := extract.Document(&ingest.Document{Title: c.title, Abstract: c.abstract})
			var got []string
			for _, b := range f.Brought {
				name := b.Surface
				if !b.Sure {
					name += "?"
				}
				if !slices.Contains(got, name) {
					got = append(got, name)
				}
			}
			if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestKindsOfWhatIsBrought(t *testing.T) {
	for sentence, want := range map[string]ingest.Kind{
		"We propose FenNet.":                           ingest.Method,
		"We release FenSet, a dataset.":                ingest.Method, // what stands in apposition does not tell
		"We release a dataset called FenSet.":          ingest.Method,
		"We introduce a benchmark, FenBench, of fens.": ingest.Dataset,
		"We introduce the FenScore metric.":            ingest.Metric,
	} {
		f := extract.Document(&ingest.Document{Abstract: sentence})
		if len(f.Brought) != 1 || f.Brought[0].Kind != want {
			t.Errorf("%s: %+v, want one %s", sentence, f.Brought, want)
		}
	}
}

// TestWhatIsBroughtStandsThere draws texts of words that cues are made of, and marks.
func TestWhatIsBroughtStandsThere(t *testing.T) {
	words := []string{
		"we", "We", "propose", "present", "introduce", "called", "which", "call", "our", "the", "a", "new", "FenNet", "FN", "(", ")", ",", ".",
		"fen", "network", "method", "dataset", ":", "\"", "and", "refer", "to", "as", "is", "proposed", "this", "paper", "\\emph{Fen}", "$x$", "für", "👣",
	}
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string, most int) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, most).Draw(t, name), " ")
		}
		d := ingest.Document{Title: draw("title", 8), Abstract: draw("abstract", 40)}
		f := extract.Document(&d)
		for _, b := range f.Brought {
			given := d.Text(b.Field)
			if b.Start < 0 || b.End > int32(len(given)) || b.Start >= b.End || b.Surface == "" {
				t.Fatalf("%+v in %q", b, given)
			}
		}
		if again := extract.Document(&d); fmt.Sprint(again.Brought) != fmt.Sprint(f.Brought) {
			t.Fatalf("another time %v, %v", again.Brought, f.Brought)
		}
	})
}
