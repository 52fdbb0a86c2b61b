package text

import (
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// TestPlainWords holds the quick way for words of ASCII to the way for all words.
func TestPlainWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`[a-dhwX3 .,:;)(%+#'@_-]{0,12}(www\.|arXiv:1|doi:2|é|\n)?[a-dhwX3 .,:;)-]{0,12}`).Draw(t, "s")
		for i := range len(s) {
			end, class := plainWord(s, i)
			if end == i {
				continue
			}
			if slow, slowClass := next(s, i, rune(s[i]), 1, false); int(slow) != end || slowClass != class {
				t.Fatalf("%q at %d: class %d to %d, the slow way class %d to %d", s, i, class, end, slowClass, slow)
			}
		}
	})
}

// TestNormalRunes holds that what isNormal says of a rune is so, alone and between others.
func TestNormalRunes(t *testing.T) {
	for r := range rune(0x3000) {
		if s := "a" + string(r) + "b" + string(r) + string(r); isNormal(r) && !norm.NFC.IsNormalString(s) {
			t.Errorf("%q is not in normal form", s)
		}
	}
}

// TestPlainCopies holds the quick way through a text to be cleaned to the way sign by sign.
func TestPlainCopies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`([a-c ~$^_{}&<>(]|\\emph|e\x{301}|é|\x{ad}|ﬁ|a=b){0,20}`).Draw(t, "s")
		if !needsCleaning(s) {
			return
		}
		got := Clean(s)
		c := cleaner{s: s}
		for c.i < len(s) {
			c.step()
		}
		if got.Text != c.out.String() {
			t.Fatalf("%q: %q, sign by sign %q", s, got.Text, c.out.String())
		}
		for i := range got.Text {
			if got.Source(i) != int(c.start[i]) || got.SourceEnd(i+1) != int(c.end[i]) {
				t.Fatalf("%q: byte %d comes from %d to %d, sign by sign %d to %d", s, i, got.Source(i), got.SourceEnd(i+1), c.start[i], c.end[i])
			}
		}
	})
}
