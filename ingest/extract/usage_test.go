package extract_test

import (
	"strings"
	"testing"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// TestUsed lists texts and their words that are put to use; a star marks what is proposed, or what a title goes by.
func TestUsed(t *testing.T) {
	for _, c := range []struct{ title, abstract, want string }{
		{"", "We sort pollen using waggle search on hives.", "waggle search"},
		{"", "It is based on the old waggle search.", "waggle search"},
		{"", "It depends on the waggle search.", ""},
		{"", "We propose a novel waggle search for hives.", "waggle* search*"},
		{"", "Which bees propose a waggle search?", ""},
		{"", "Tools such as waggle search, nectar maps, and hives are slow.", "waggle search nectar maps hives"},
		{"", "We use waggle search, nectar maps are old.", "waggle search"},
		{"", "Using waggle search. Nectar maps are old.", "waggle search"},
		{"", "Using waggle search (old), nectar maps win.", "waggle search"},
		{"", "Waggle search compared with nectar maps.", "nectar maps"},
		{"Better hives through waggle search", "", "waggle* search*"},
		{"Better hives with waggle search", "", "waggle search"},
		{"", "Hives with waggle search.", ""},
	} {
		var got []string
		f := extract.Document(&ingest.Document{Title: c.title, Abstract: c.abstract})
		known := f.Spellings.All()
		for _, w := range f.Words {
			switch w.Used {
			case 1:
				got = append(got, known[w.Form].Surface)
			case 2:
				got = append(got, known[w.Form].Surface+"*")
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %q, want %q", c.title+c.abstract, s, c.want)
		}
	}
}

// TestShapedWords lists texts and their words that are taken for names.
func TestShapedWords(t *testing.T) {
	for _, c := range []struct{ title, abstract, want string }{
		{"BuMBle: BUsy MATched Bees", "We sort.", "BuMBle"},
		{"BuMBle: Better PointNet", "We sort with PointNet.", "BuMBle PointNet PointNet"},
		{"", "It runs at 5 MHz and 3 GB.", ""},
		{"", "From depth-2 to text-to-3D and Top-5.", ""},
		{"", "We test on GLUE and on BEST.", "GLUE"},
		{"", "We test HoRE-Adapt here.", "HoRE-Adapt"},
		{"", "Small BEES_{BASE} models and an x_i.", "BEES"},
		{"AI-Powered Hives", "", "AI"},
	} {
		var got []string
		f := extract.Document(&ingest.Document{Title: c.title, Abstract: c.abstract})
		known := f.Spellings.All()
		for _, w := range f.Words {
			if w.Shaped {
				got = append(got, known[w.Form].Surface)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %q, want %q", c.title+c.abstract, s, c.want)
		}
	}
}
