package extract_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// phrases returns the runs of joined words of an abstract, without those that part phrases.
func phrases(abstract string) []string {
	var all []string
	f := extract.Document(&ingest.Document{Abstract: abstract})
	known := f.Spellings.All()
	for _, w := range f.Words {
		switch {
		case w.Class >= extract.Stop:
		case w.Joined && len(all) > 0:
			all[len(all)-1] += " " + known[w.Form].Surface
		default:
			all = append(all, known[w.Form].Surface)
		}
	}
	return all
}

func TestFormsOfVerbs(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a base form behind a noun is a noun", "Hives aid human face recognition.", "Hives aid human face recognition"},
		{"behind an article it is one, whatever it is elsewhere", "They watch the display panel.", "display panel"},
		{"behind to it is a verb", "The bees try to face cold winters.", "bees|cold winters"},
		{"behind a plural it is a verb where an article follows", "Foragers model the meadow.", "Foragers|meadow"},
		{"a form in -s behind a noun is one at the end", "We ask for nectar displays.", "nectar displays"},
		{"and a verb with an object behind it", "The keeper displays a comb.", "keeper|comb"},
		{"an activity behind a noun", "Decision making is slow, knowledge sharing is not.", "Decision making|knowledge sharing"},
		{"a participle with an object behind a noun", "Of the drawings depicting the queen.", "drawings|queen"},
		{"a gerund with an adjective behind it at the head", "Clustering floral scents, the bees dance.", "floral scents|bees dance"},
		{"a participle before a noun", "It runs by simulated annealing.", "simulated annealing"},
		{"but not one that tells what the paper does", "It runs by the proposed annealing.", "annealing"},
		{"an unknown word behind we is a verb", "We sporulate meadow grass.", "meadow grass"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, strings.Join(phrases(c.text), "|")); diff != "" {
				t.Errorf("phrases (-want +got):\n%s", diff)
			}
		})
	}
}
