package answer

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"lower case stays", "merging", "merging"},
		{"capitals", "LoRA", "lora"},
		{"marks go", "Naïve Ångström", "naive angstrom"},
		{"decomposed as composed", "cafe\u0301", "cafe"},
		{"letters that nothing decomposes", "Łódź Ærø Straße", "lodz aero strasse"},
		{"ligature", "ﬁne", "fine"},
		{"wide letters", "ＬＬＭ", "llm"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := fold(c.in); got != c.want {
				t.Errorf("fold(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestFoldOfAFoldIsItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		if once := fold(s); fold(once) != once {
			t.Errorf("fold(%q) = %q, and again %q", s, once, fold(once))
		}
	})
}

func TestWordsOf(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []word
	}{
		{"dashes part", "Classifier-free guidance", []word{{"classifier", 0, 10}, {"free", 11, 15}, {"guidance", 16, 24}}},
		{"places count code points", "🚀 Über LoRA", []word{{"uber", 2, 6}, {"lora", 7, 11}}},
		{"a mark belongs to its letter", "cafe\u0301 x", []word{{"cafe", 0, 5}, {"x", 6, 7}}},
		{"digits are words", "GPT-4", []word{{"gpt", 0, 3}, {"4", 4, 5}}},
		{"no spaces in the script", "模型合并 A", []word{{"模", 0, 1}, {"型", 1, 2}, {"合", 2, 3}, {"并", 3, 4}, {"a", 5, 6}}},
		{"nothing", " -- ", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, wordsOf(c.in), cmp.AllowUnexported(word{})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func FuzzWordsOf(f *testing.F) {
	for _, s := range []string{"", "LoRA", "e\u0301 é", "模型 x", "\xff\xfe", "a\u202eb", strings.Repeat("ﬃ", 40)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		runes, last := []rune(s), 0
		for _, w := range wordsOf(s) {
			if w.start < last || w.end <= w.start || w.end > len(runes) || w.folded == "" {
				t.Fatalf("word %+v of %q does not follow %d", w, s, last)
			}
			if utf8.ValidString(s) && fold(string(runes[w.start:w.end])) != w.folded {
				t.Fatalf("%q reads %q, not %q", runes[w.start:w.end], fold(string(runes[w.start:w.end])), w.folded)
			}
			last = w.end
		}
	})
}

func TestRulerCountsAsADecoderDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"))
		r, borders := ruler{text: s}, []int{len(s)}
		for b := range s {
			borders = append(borders, b)
		}
		for _, b := range rapid.SliceOfN(rapid.SampledFrom(borders), 1, 20).Draw(t, "places") {
			if got, want := r.at(int32(b)), utf8.RuneCountInString(s[:b]); got != want {
				t.Errorf("byte %d of %q is code point %d, want %d", b, s, got, want)
			}
		}
	})
}

func TestPagesAreTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOf(rapid.Int()).Draw(t, "all")
		limit := rapid.IntRange(1, 7).Draw(t, "limit")
		var got []int
		for cursor := ""; ; {
			part, next, err := cut(all, limit, cursor, "question")
			if err != nil || len(part) > limit {
				t.Fatalf("%d items, %v", len(part), err)
			}
			got = append(got, part...)
			if next == nil {
				break
			}
			cursor = *next
		}
		if !slices.Equal(got, all) {
			t.Errorf("got %v, want %v", got, all)
		}
	})
}

func TestCursorOfAnotherQuestionIsRefused(t *testing.T) {
	_, next, err := cut([]int{1, 2, 3}, 2, "", "question")
	if err != nil || next == nil {
		t.Fatalf("next %v, %v", next, err)
	}
	for _, cursor := range []string{*next, "x", "-1", "2", "9-" + (*next)[2:]} {
		if _, _, err := cut([]int{1, 2, 3}, 2, cursor, "another"); err == nil {
			t.Errorf("cursor %q was taken", cursor)
		}
	}
}
