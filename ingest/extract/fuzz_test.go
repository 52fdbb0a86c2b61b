package extract_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"papergraph/ingest"
	"papergraph/ingest/extract"
	"papergraph/ingest/text"
)

// checkFound holds what is promised of any document: each span lies in its field, on borders of runes, and reads as the
// surface once it is cleaned; words come in order and carry their fold; those of the title come first.
func checkFound(t interface{ Errorf(string, ...any) }, d *ingest.Document, f extract.Found) {
	if f.Title < 0 || f.Title > len(f.Words) {
		t.Errorf("%d of %d words stand in the title", f.Title, len(f.Words))
		return
	}
	known := f.Spellings.All()
	for i, w := range f.Words {
		k := known[w.Form]
		checkSpan(t, d, w.Span(), k.Surface)
		if (w.Field == ingest.Title) != (i < f.Title) {
			t.Errorf("word %d, %q, stands in the %s, and %d words in the title", i, k.Surface, w.Field, f.Title)
		}
		if i > 0 && w.Field == f.Words[i-1].Field && w.Start < f.Words[i-1].Start {
			t.Errorf("%q at %d comes behind %q at %d", k.Surface, w.Start, known[f.Words[i-1].Form].Surface, f.Words[i-1].Start)
		}
		if k.Key != extract.Fold(k.Surface) || k.Lower != strings.ToLower(k.Surface) || k.Key == "" || w.Class == extract.Function {
			t.Errorf("word %+v, %+v", w, k)
		}
		if w.Joined && (i == 0 || w.Field != f.Words[i-1].Field) {
			t.Errorf("word %d, %+v, is joined to what is not there", i, w)
		}
	}
	for _, n := range f.Names {
		checkSpan(t, d, n.Span, n.Surface)
	}
	for _, def := range f.Definitions {
		checkSpan(t, d, def.ShortSpan, def.Short)
		checkSpan(t, d, def.LongSpan, def.Long)
		if def.Span.Start != min(def.ShortSpan.Start, def.LongSpan.Start) || def.Span.End != max(def.ShortSpan.End, def.LongSpan.End) {
			t.Errorf("%q = %q: %v is not from %v to %v", def.Short, def.Long, def.Span, def.ShortSpan, def.LongSpan)
		}
	}
}

// checkSpan holds that a span lies in its field, on borders of runes, and reads as the surface but for what is cleaned.
func checkSpan(t interface{ Errorf(string, ...any) }, d *ingest.Document, s ingest.Span, surface string) {
	given := d.Text(s.Field)
	if s.Start < 0 || s.End <= s.Start || int(s.End) > len(given) {
		t.Errorf("%q is at %d to %d of %d bytes of the %s", surface, s.Start, s.End, len(given), s.Field)
		return
	}
	part := given[s.Start:s.End]
	if utf8.ValidString(given) && !utf8.ValidString(part) {
		t.Errorf("%q is at %d to %d, which cuts a rune of %q", surface, s.Start, s.End, given)
	}
	// A part of a text that is cleaned by itself may keep a dollar sign or brace whose twin is outside.
	if plain := !strings.ContainsAny(given, "\\$&<{}~`\u00ad"); plain && text.Clean(part).Text != surface && utf8.ValidString(given) {
		t.Errorf("%q is at %d to %d, which reads %q", surface, s.Start, s.End, part)
	}
}

func FuzzDocument(f *testing.F) {
	for _, s := range [][2]string{
		{"", ""},
		{"LoRA: Low-Rank Adaptation", "We use low-rank adaptation (LoRA), called LoRA, on ImageNet. LLMs (large language models) e.g. GPT-3.5's."},
		{"GRAPHS IN CAPITALS (GIC)", `Some $k$-NN \emph{words}~\cite{x} (\alpha{}B), CFG-based T2I (text-to-image).`},
		{"0", " \u0343 and a\u0301"},
		{"BuMBle: bUsy Matched Bees", "Capitals that spell a name stay where they stand."},
		{"A: B", "x_i O(n) d^2 |y| ((A)) [B] {C} “Q” (“q r”) (:a b) AB (: alpha beta)"},
		{"Caf\u0065\u0301 Models: A Study", "e\ufb03cient atten\u00adtion (EA) is named ‘Big Model’ and dubbed \"X\"."},
	} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, title, abstract string) {
		d := ingest.Document{Title: title, Abstract: abstract}
		checkFound(t, &d, extract.Document(&d))
	})
}
