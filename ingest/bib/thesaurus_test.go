package bib_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"

	"papergraph/ingest"
	"papergraph/ingest/bib"
)

// told returns warnings as lines.
func told(warnings []ingest.Warning) []string {
	var lines []string
	for _, w := range warnings {
		lines = append(lines, w.String())
	}
	return lines
}

func TestThesaurus(t *testing.T) {
	two := []ingest.Wish{{Label: "waggle paths", By: "waggle path", File: "t", Line: 2}, {Label: "hive", File: "t", Line: 3}}
	const tabs = "label\treplace by\nwaggle paths\twaggle path\nhive\t\n"
	for _, c := range []struct {
		name, text string
		want       []ingest.Wish
		warnings   []string
	}{
		{"tabs, and a term muted", tabs, two, nil},
		{"commas", "label,replace by\nwaggle paths,waggle path\nhive,\n", two, nil},
		{"semicolons", "label;replace by\nwaggle paths;waggle path\nhive;\n", two, nil},
		{"a name of a column in other letters", "Label\tReplace_By\nwaggle paths\twaggle path\nhive\t\n", two, nil},
		{"a tab that an editor cut", "label\treplace by\nwaggle paths\twaggle path\nhive\n", two, nil},
		{"blanks around cells", "label\treplace by\n waggle  paths \twaggle path \nhive\t \n", two, nil},
		{"ends of lines from elsewhere", strings.ReplaceAll(tabs, "\n", "\r\n"), two, nil},
		{"a byte order mark", "\ufeff" + tabs, two, nil},
		{"packed", gz(tabs), two, nil},
		{
			"columns the other way, and lines before the header", "\n\nreplace by\tlabel\nwaggle path\twaggle paths\n",
			[]ingest.Wish{{Label: "waggle paths", By: "waggle path", File: "t", Line: 4}},
			nil,
		},
		{
			"quoted cells", "label,replace by\n\"cells, of a hive\",\"the \"\"cell\"\"\"\n",
			[]ingest.Wish{{Label: "cells, of a hive", By: `the "cell"`, File: "t", Line: 2}},
			nil,
		},
		{
			"a kind", "label\treplace by\tkind\nbeehive routing\tbeehive routing\tMethod\nx\ty\t\n",
			[]ingest.Wish{
				{Label: "beehive routing", By: "beehive routing", Kind: ingest.Method, Pinned: true, File: "t", Line: 2},
				{Label: "x", By: "y", File: "t", Line: 3},
			},
			nil,
		},
		{
			"a kind that there is not", "label\treplace by\tkind\nx\ty\tinsect\n",
			[]ingest.Wish{{Label: "x", By: "y", File: "t", Line: 2}},
			[]string{`t:2: kind "insect" is none of method, dataset, metric, task, concept; the kind is left as it is`},
		},
		{
			"a kind for what is to be no term", "label\treplace by\tkind\nx\t\ttask\n",
			[]ingest.Wish{{Label: "x", File: "t", Line: 2}},
			[]string{`t:2: "x" is to be no term ("replace by" is empty) and yet a task; it is no term; to pin its kind, replace it by itself`},
		},
		{
			"rows that do not fit", "label\treplace by\n\ty\na\tb\tc\n",
			[]ingest.Wish{{Label: "a", By: "b", File: "t", Line: 3}},
			[]string{"t:2: no label; left out", "t:3: 3 cells below a header of 2; read as far as they fit"},
		},
		{
			"a quote that does not close", "label,replace by\n\"a,b\nc,d\n",
			[]ingest.Wish{{Label: `"a`, By: "b", File: "t", Line: 2}, {Label: "c", By: "d", File: "t", Line: 3}},
			[]string{"t:2: a quote that does not close; taken as part of the term"},
		},
		{
			"bytes that are no UTF-8", "label\treplace by\ncaf\xe9\tcoffee\n",
			[]ingest.Wish{{Label: "café", By: "coffee", File: "t", Line: 2}},
			[]string{"t:2: not UTF-8; read as Windows-1252 from here on"},
		},
		{"a header alone", "label\treplace by\n", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, warnings, err := bib.ThesaurusOf(t.Context(), c.text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("wishes (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.warnings, told(warnings)); diff != "" {
				t.Errorf("warnings (-want +got):\n%s", diff)
			}
		})
	}
}

func TestThesaurusInUTF16(t *testing.T) {
	for name, e := range map[string]unicode.Endianness{"little": unicode.LittleEndian, "big": unicode.BigEndian} {
		t.Run(name, func(t *testing.T) {
			text := encoded(t, unicode.UTF16(e, unicode.UseBOM).NewEncoder(), "label\treplace by\r\n図形\tграф\r\n")
			got, warnings, err := bib.ThesaurusOf(t.Context(), text)
			want := []ingest.Wish{{Label: "図形", By: "граф", File: "t", Line: 2}}
			if diff := cmp.Diff(want, got); diff != "" || err != nil || len(warnings) > 0 {
				t.Errorf("error %v, warnings %q, wishes (-want +got):\n%s", err, told(warnings), diff)
			}
		})
	}
}

func TestWhatIsNoThesaurus(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", `t:1: a thesaurus begins with the header "label<TAB>replace by" (and "<TAB>kind" if you like), not ""`},
		{"no header", "\nlora\tLoRA\n", `t:2: a thesaurus begins with the header "label<TAB>replace by" (and "<TAB>kind" if you like), not "lora\tLoRA"`},
		{"another table", "title,year\na,2020\n", `t:1: a thesaurus begins with the header "label<TAB>replace by" (and "<TAB>kind" if you like), not "title,year"`},
		{"a PDF", "%PDF-1.7 …", "t: looks like a PDF: copy its text, or save the list as CSV"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, _, err := bib.ThesaurusOf(t.Context(), c.text); err == nil || err.Error() != c.want {
				t.Errorf("error %v, want %s", err, c.want)
			}
		})
	}
	if _, _, err := bib.Thesaurus(t.Context(), filepath.Join(t.TempDir(), "none.txt")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

func TestStopList(t *testing.T) {
	file := filepath.Join(t.TempDir(), "stop.txt")
	if err := os.WriteFile(file, []byte("\ufeffhoney\r\n\r\n  data \t set\r\nC#"), 0o666); err != nil {
		t.Fatal(err)
	}
	got, warnings, err := bib.StopList(t.Context(), file)
	want := []ingest.Wish{{Label: "honey", File: file, Line: 1}, {Label: "data set", File: file, Line: 3}, {Label: "C#", File: file, Line: 4}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil || len(warnings) > 0 {
		t.Errorf("error %v, warnings %q, wishes (-want +got):\n%s", err, told(warnings), diff)
	}
}

// FuzzThesaurus holds that each wish has a label in UTF-8 without odd blanks, and stands on a line of the file; and that a
// stop list of the same bytes does too.
func FuzzThesaurus(f *testing.F) {
	f.Add("label\treplace by\na\tb\nc\t\n")
	f.Add("label,replace by,kind\r\n\"a, b\",\"c \"\"d\"\"\",method\r\nx\r\n")
	f.Add("\xff\xfel\x00a\x00b\x00e\x00l\x00\t\x00r\x00e\x00p\x00l\x00a\x00c\x00e\x00 \x00b\x00y\x00\n\x00a\x00\t\x00b\x00")
	f.Add("label;replace by\n\"a;b\nc;d\n\"\"\n;\n\xe9;\x00\n")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		for _, read := range []func() ([]ingest.Wish, []ingest.Warning, error){
			func() ([]ingest.Wish, []ingest.Warning, error) { return bib.ThesaurusOf(t.Context(), text) },
			func() ([]ingest.Wish, []ingest.Warning, error) { return bib.StopListOf(t.Context(), text) },
		} {
			wishes, _, err := read()
			if err != nil {
				continue
			}
			lines, last := strings.Count(text, "\n")+strings.Count(text, "\r")+1, 0
			for _, w := range wishes {
				if w.Label == "" || !utf8.ValidString(w.Label+w.By) || strings.Join(strings.Fields(w.Label), " ") != w.Label || strings.ContainsAny(w.By, "\t\n\r") {
					t.Errorf("wish %+v", w)
				}
				if w.Line <= last || !packed(text) && w.Line > lines {
					t.Errorf("line %d behind line %d, of %d", w.Line, last, lines)
				}
				last = w.Line
			}
		}
	})
}
