package text_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"papergraph/ingest/text"
)

// TestSentences reads texts in which a bar stands where a sentence must end.
func TestSentences(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"one without a point", "Graphs of papers"},
		{"a point before a capital", "It is fast.| It is small."},
		{"a question and an exclamation", "Is it fast?| Yes!| It is."},
		{"a number begins one", "It is fast.| 42 runs show it."},
		{"a name in small letters begins one", "It is fast.| t-SNE is not.| k-NN is."},
		{"a small letter does not", "The approx. of this is no. end"},
		{"for example", "Models, e.g. Transformers, are slow.| Others, i.e. RNNs, too."},
		{"others", "As Smith et al. Show, it works.| See Fig. 3 and Eq. 2 or Sec. A."},
		{"compared with", "Ours vs. Theirs cf. Table 2."},
		{"initials", "After J. Doe and A. B. Roe it works."},
		{"versions", "We ask GPT-3.5 Turbo and v1.2 of it.| It answers."},
		{"points in numbers", "It gains 3.5 Points.| So be it."},
		{"no blank, no end", "It ends.Next it begins."},
		{"dots", "And so on...| Then it ends."},
		{"a closing bracket behind the point", "(It is fast.)| It is small."},
		{"a closing quotation mark behind the point", "He said “it is fast.”| It is small."},
		{"straight quotation marks", "\"It is fast.\"| It is small."},
		{"with respect to", "It is small w.r.t. Bytes."},
		{"a line break is a blank", "It is fast.|\nIt is small."},
		{"a bracket begins one", "It is fast.| (It is small.)"},
		{"an address at the end", "It is at https://example.org/x.| Use it."},
	} {
		t.Run(c.name, func(t *testing.T) {
			var want []string
			for part := range strings.SplitSeq(c.text, "|") {
				want = append(want, strings.TrimSpace(part))
			}
			s := strings.ReplaceAll(c.text, "|", "")
			var got []string
			for _, sentence := range text.Sentences(nil, s, text.Tokens(nil, s)) {
				got = append(got, s[sentence.Start:sentence.End])
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("sentences of %q (-want +got):\n%s", s, diff)
			}
		})
	}
}

// checkSentences holds that sentences cover all tokens, in order, that each token is in one, and that each but the last
// ends behind a sign that ends sentences, and in scripts with capitals before what may begin one.
func checkSentences(t interface{ Errorf(string, ...any) }, s string) {
	tokens := text.Tokens(nil, s)
	next := int32(0)
	for i, sentence := range text.Sentences(nil, s, tokens) {
		if sentence.First != next || sentence.Last <= sentence.First || int(sentence.Last) > len(tokens) {
			t.Errorf("sentence %d of %q holds tokens %d to %d, and the one before ends at %d", i, s, sentence.First, sentence.Last, next)
			return
		}
		if sentence.Start != tokens[sentence.First].Start || sentence.End != tokens[sentence.Last-1].End {
			t.Errorf("sentence %d of %q is %d to %d, not where its tokens are", i, s, sentence.Start, sentence.End)
		}
		next = sentence.Last
		if int(next) == len(tokens) {
			continue
		}
		if last := tokens[next-1]; strings.Contains("\u3002 \uff01 \uff1f \u0964 \u06d4 \u061f", s[last.Start:last.End]) {
			continue // such signs end sentences whatever follows
		}
		if !strings.ContainsAny(s[sentence.Start:sentence.End], ".?!") || !tokens[next].Spaced {
			t.Errorf("sentence %d of %q is %q and ends without a cause", i, s, s[sentence.Start:sentence.End])
		}
		after := s[tokens[next].Start:tokens[next].End]
		if r, _ := utf8.DecodeRuneInString(after); unicode.IsLower(r) && strings.ToLower(after) == after && !strings.ContainsAny(after, "0123456789") {
			t.Errorf("%q begins a sentence of %q", after, s)
		}
	}
	if int(next) != len(tokens) {
		t.Errorf("sentences of %q hold %d of %d tokens", s, next, len(tokens))
	}
}

func TestSentencesCoverAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkSentences(t, rapid.OneOf(prose(), rapid.String()).Draw(t, "text")) })
}
