package export

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestLine(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"line ends and tabs are spaces", "Two\r\nlines\tand a tab", "Two lines and a tab"},
		{"padding goes", "  padded   title ", "padded title"},
		{"control characters go", "a\x00b\x0bc\x7fd\u0081e", "abcde"},
		{"next line and separators are spaces", "a\u0085b\u2028c\u2029d", "a b c d"},
		{"what is no character goes", "a\ufffeb\uffffc\U0001fffed\ufdd0e", "abcde"},
		{"a lone surrogate is replaced", "a\xed\xa0\x80b", "a\ufffdb"},
		{"composed", "e\u0301", "é"},
		{"markup stays text", "<b>&amp; ]]>", "<b>&amp; ]]>"},
		{"an override is closed", "\u202eright to left", "\u202eright to left\u202c"},
		{"what closes nothing goes", "a\u202cb\u2069c", "abc"},
		{"isolates nest", "\u2066a\u202bb", "\u2066a\u202bb\u202c\u2069"},
		{"what closes the outer first goes", "\u2066a\u202bb\u2069c", "\u2066a\u202bbc\u202c\u2069"},
		{"joiners stay", "👩\u200d👧", "👩\u200d👧"},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := line(c.in); got != c.want {
				t.Errorf("line(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestShort(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"what fits stays", strings.Repeat("é", 100), strings.Repeat("é", 100)},
		{"one too many", strings.Repeat("é", 101), strings.Repeat("é", 99) + "…"},
		{"no space before the ellipsis", strings.Repeat("é", 97) + "  xyz", strings.Repeat("é", 97) + "…"},
		{"a cut closes what it leaves open", "\u202e" + strings.Repeat("é", 120) + "\u202c", "\u202e" + strings.Repeat("é", 97) + "…\u202c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := short(c.in); got != c.want {
				t.Errorf("short(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestLists(t *testing.T) {
	items := cleaned([]string{"a|b", "", " c\nd ", "\x00"})
	if got := joined(items); got != "a/b|c d" {
		t.Errorf("got %q", got)
	}
}

func FuzzLine(f *testing.F) {
	for _, s := range hostileTitles {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, got := range []string{line(s), prose(s), short(line(s))} {
			if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) || strings.ContainsAny(got, "\n\r\t\x00\u2028") || strip(got) != got {
				t.Errorf("%q is no clean line, of %q", got, s)
			}
			if balance(got) != got {
				t.Errorf("%q leaves a direction open, of %q", got, s)
			}
		}
		if got := line(line(s)); got != line(s) {
			t.Errorf("%q cleaned again is %q", line(s), got)
		}
		if n := utf8.RuneCountInString(short(line(s))); n > labelLength {
			t.Errorf("a label of %d code points", n)
		}
	})
}
