package report

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFigures(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0", 14: "14", 1234: "1,234", 0.5: "0.500", 0.0409: "0.0409", 2.7812: "2.78", 0.00001234: "1.23e-05", 123.456: "123", -0.25: "-0.250",
	} {
		if got := figure(x); got != want {
			t.Errorf("figure(%g) = %q, want %q", x, got, want)
		}
	}
}

func TestCounts(t *testing.T) {
	for n, want := range map[int]string{0: "0 links", 1: "1 link", 999: "999 links", 1000: "1,000 links", 1234567: "1,234,567 links"} {
		if got := count(n, "link", "links"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestPercent(t *testing.T) {
	for share, want := range map[float64]string{0: "0 %", 0.041: "4.1 %", 0.253: "25 %", 1: "100 %", 0.0999: "10 %"} {
		if got := percent(share); got != want {
			t.Errorf("percent(%g) = %q, want %q", share, got, want)
		}
	}
}

func TestAnd(t *testing.T) {
	for _, c := range []struct {
		words []string
		want  string
	}{{nil, ""}, {[]string{"a"}, "a"}, {[]string{"a", "b"}, "a and b"}, {[]string{"a", "b", "c"}, "a, b and c"}} {
		if got := and(c.words); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestCells(t *testing.T) {
	for s, want := range map[string]int{"abc": 3, "模型": 4, "e\u0301": 1, "": 0, "ＡＢ": 4} {
		if got := cells(s); got != want {
			t.Errorf("%q takes %d columns, want %d", s, got, want)
		}
	}
}

func TestFitAndWrapKeepToTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, n := oneLine(rapid.String().Draw(t, "s")), rapid.IntRange(2, 40).Draw(t, "n")
		if got := fit(s, n); cells(got) > n {
			t.Errorf("%q takes %d of %d columns", got, cells(got), n)
		}
		lines := wrap(s, n)
		if strings.Join(strings.Fields(strings.Join(lines, " ")), " ") != strings.Join(strings.Fields(s), " ") {
			t.Errorf("%q was wrapped to %q", s, lines)
		}
		for _, l := range lines {
			if cells(l) > n && strings.Contains(l, " ") {
				t.Errorf("%q takes %d of %d columns", l, cells(l), n)
			}
		}
	})
}

func TestMarkdownEscapes(t *testing.T) {
	for in, want := range map[string]string{
		"plain words, 3.5 %": "plain words, 3.5 %", "a|b *c* _d_ `e`": "a\\|b \\*c\\* \\_d\\_ \\`e\\`", "<b>[x](y)</b>": `\<b\>\[x\](y)\</b\>`,
		"# no heading": `\# no heading`, "- no item": `\- no item`, "1. no item": `1\. no item`, "=": `\=`, `\`: `\\`, "": "", "$x$": `\$x\$`,
	} {
		if got := escape(in); got != want {
			t.Errorf("escape(%q) = %q, want %q", in, got, want)
		}
	}
}
