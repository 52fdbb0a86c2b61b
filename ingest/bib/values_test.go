package bib

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseYear(t *testing.T) {
	for text, want := range map[string]int{
		"2021": 2021, "2021.0": 2021, "1998/12//": 1998, "Spring 2019": 2019, "2019-05-01T00:00:00Z": 2019, "20210304": 2021,
		"2019/2020": 2019, "in press": 0, "1234": 0, "1609459200000": 0, "12 May 1887": 1887, "9999 2001": 2001, "": 0,
	} {
		if got, ok := parseYear(text); got != want || ok != (want != 0) {
			t.Errorf("year of %q is %d, want %d", text, got, want)
		}
	}
}

func TestParseDOI(t *testing.T) {
	for text, want := range map[string]string{
		"10.1145/3292500.3330701":           "10.1145/3292500.3330701",
		"https://doi.org/10.1000/ABC.":      "10.1000/abc",
		"http://dx.doi.org/10.1000%2Fabc":   "10.1000/abc",
		"doi:10.1016/S0169-7552(98)00110-X": "10.1016/s0169-7552(98)00110-x",
		"DOI 10.1000/a; 10.1000/b":          "10.1000/a",
		"(10.1000/a)":                       "10.1000/a",
		"10.1000/ends.with.(brackets)":      "10.1000/ends.with.(brackets)",
		"none":                              "",
		"10.1/too-short":                    "",
		"10.1000/":                          "",
	} {
		if got, ok := parseDOI(text); got != want || ok != (want != "") {
			t.Errorf("DOI of %q is %q, want %q", text, got, want)
		}
	}
}

func TestParseArXiv(t *testing.T) {
	for text, want := range map[string]string{
		"2101.00001": "2101.00001", "arXiv:2101.00001v3": "2101.00001", "https://arxiv.org/abs/2101.00001v2": "2101.00001",
		"https://arxiv.org/pdf/2101.00001v2.pdf": "2101.00001", "arXiv:2101.00001 [cs.LG]": "2101.00001", "hep-th/9901001v1": "hep-th/9901001",
		"math.GT/0309136": "math.gt/0309136", "https://arxiv.org/list/cs.LG": "", "12345": "",
	} {
		if got, ok := parseArXiv(text); got != want || ok != (want != "") {
			t.Errorf("arXiv id of %q is %q, want %q", text, got, want)
		}
	}
}

func TestSplitList(t *testing.T) {
	for _, c := range []struct {
		name string
		f    field
		text string
		want []string
	}{
		{"semicolons before commas", authors, "Brook, Ada; Wei, Li", []string{"Brook, Ada", "Wei, Li"}},
		{"last names first, joined by and", authors, "Brook, Ada and Wei, Li", []string{"Brook, Ada", "Wei, Li"}},
		{"first names first", authors, "Ada Brook, Li Wei, and Rosa Klein", []string{"Ada Brook", "Li Wei", "Rosa Klein"}},
		{"ampersand", authors, "Ada Brook & Li Wei", []string{"Ada Brook", "Li Wei"}},
		{"one author, last name first", authors, "Brook, Ada", []string{"Brook, Ada"}},
		{"all last names first by commas", authors, "Brook, A., Wei, L.", []string{"Brook, A.", "Wei, L."}},
		{"a list of Python's", authors, "['Ada Brook', 'Liam O\\'Hara']", []string{"Ada Brook", "Liam O'Hara"}},
		{"a list of JSON's", keywords, `["bees", "snow, ice"]`, []string{"bees", "snow, ice"}},
		{"bars", keywords, "bees|snow, ice", []string{"bees", "snow, ice"}},
		{"commas in keywords", keywords, "bees, snow", []string{"bees", "snow"}},
		{"commas in references", references, "Brook, A., Bees, 2020", []string{"Brook, A., Bees, 2020"}},
		{"Anders is no and", authors, "Anders Sand", []string{"Anders Sand"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &record{}
			r.setList(c.f, 0, splitList(c.f, c.text))
			if diff := cmp.Diff(c.want, r.list[c.f]); diff != "" {
				t.Errorf("wanted -, got +:\n%s", diff)
			}
		})
	}
}

func TestStrip(t *testing.T) {
	for _, nothing := range []string{"", " ", "NA", "n/a", "null", "None", "NaN", "-", "[No abstract available]", "No abstract available."} {
		if got := strip(nothing); got != "" {
			t.Errorf("%q is kept as %q", nothing, got)
		}
	}
	if got := strip(" Nan Goldin, none the less "); got != "Nan Goldin, none the less" {
		t.Errorf("got %q", got)
	}
}

func TestFieldNamed(t *testing.T) {
	for name, want := range map[string]field{
		"Title": title, "paperAbstract": abstract, "publication_year": year, "Author full names": authors, "Source title": venue,
		"DOI": doi, "arXiv_id": arxiv, "Link": url, "_id": id, "lang": language,
	} {
		if got, _, ok := fieldNamed(name); !ok || got != want {
			t.Errorf("%q is field %d, want %d", name, got, want)
		}
	}
	if _, _, ok := fieldNamed("Seen by"); ok {
		t.Error("a name that means nothing has a field")
	}
}
