package demo_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// run is the number of words in a row that no two abstracts may share.
const run = 8

// words returns the words of text in lower case: letters and digits, parted by everything else.
func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// runs calls f with each run of words of text.
func runs(text string, f func(string)) {
	w := words(text)
	for i := 0; i+run <= len(w); i++ {
		f(strings.Join(w[i:i+run], " "))
	}
}

func TestNoTwoAbstractsShareEightWords(t *testing.T) {
	owner := map[string]string{}
	for _, p := range read(t) {
		runs(p.Abstract, func(r string) {
			if who := owner[r]; who != "" && who != p.ID {
				t.Errorf("%s and %s: %q", who, p.ID, r)
			}
			owner[r] = p.ID
		})
	}
}

func TestNoAbstractSharesEightWordsWithTheCorpus(t *testing.T) {
	own := map[string]string{}
	for _, p := range read(t) {
		runs(p.Abstract, func(r string) { own[r] = p.ID })
	}
	check := func(text string) {
		runs(text, func(r string) {
			if who := own[r]; who != "" {
				t.Errorf("%s: %q stands in the corpus", who, r)
			}
		})
	}
	for _, p := range corpus(t) {
		check(p.Abstract)
	}
	file, err := os.Open(filepath.Join(shared, "similar-papers.txt"))
	if err != nil {
		t.Skipf("left out: %v", err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		check(lines.Text())
	}
	if err := lines.Err(); err != nil {
		t.Error(err)
	}
}
