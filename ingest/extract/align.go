package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// part is a piece of a long form: letters and digits between dashes and blanks.
type part struct {
	word  string // in lower case
	token int    // the token that it stands in
	minor bool   // a function word, which costs little to skip
}

// Scores of align: a letter that begins a part tells most; one that follows the letter matched before it in the same part
// is a syllable taken over (RoBERTa from robustly optimized BERT); one elsewhere tells little. A part passed over speaks against.
const (
	scoreInitial = 3.0
	scoreLinking = 1.5 // a letter that begins a function word: of "smoking and subarachnoid hemorrhage" (SAH), and gives none
	scoreNext    = 1.5
	scoreInside  = 0.4
	scoreSkip    = -1.6
	scoreMinor   = -0.2
	scoreLeast   = 1.55 // a letter, on average
)

// align matches the letters and digits of short, in order, to the parts of a text that ends where the long form ends. The
// first letter begins a part, and all parts up to the end are matched or passed over. It returns the best score, 0 where
// that is too low to believe, and the part with which the long form begins. O(letters × bytes²) time on short texts.
func align(short string, ps []part) (float64, int) {
	letters := lettersOf(short)
	best, first := 0.0, 0
	for i := range ps {
		if len(letters) == 0 || len(ps)-i > 2*len(letters)+2 || !begins(ps[i].word, letters[0]) {
			continue
		}
		a := aligner{letters: letters, parts: ps[i:], memo: map[[3]int]float64{}}
		score := a.from(0, 0, 0, false)
		if ps[i].minor && score < scoreInitial*float64(len(letters)-1)+scoreLinking {
			continue // a function word begins a long form only where all letters begin a part: very high resolution
		}
		if score > best {
			best, first = score, i
		}
	}
	if best < scoreLeast*float64(len(letters)) {
		return 0, 0
	}
	return best, first
}

// begins reports whether a part begins with the letter, read as the digits of "text-to-image" (T2I) are.
func begins(word string, letter rune) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return r == letter || letter == '2' && (word == "to" || word == "two") || letter == '4' && (word == "for" || word == "four") || letter == '3' && word == "three"
}

// lettersOf returns the letters and digits of a short form in lower case; a plural ending is no letter of it.
func lettersOf(short string) []rune {
	if n := len(short); n > 2 && short[n-1] == 's' && unicode.IsUpper(rune(short[n-2])) {
		short = short[:n-1]
	}
	var letters []rune
	for _, r := range strings.ToLower(short) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters = append(letters, r)
		}
	}
	return letters
}

type aligner struct {
	letters []rune
	parts   []part
	memo    map[[3]int]float64
}

const impossible = -1e9

// from returns the best score of matching letters l… from byte at of part p on; touched says that a letter of the part is
// matched already, so that leaving it costs nothing.
func (a *aligner) from(l, p, at int, touched bool) float64 {
	if l == len(a.letters) {
		return a.rest(p, touched)
	}
	if p == len(a.parts) {
		return impossible
	}
	key := [3]int{l, p, at}
	if v, ok := a.memo[key]; ok {
		return v
	}
	best := impossible
	if p > 0 || touched {
		best = a.leave(p, touched) + a.from(l, p+1, 0, false)
	}
	best = max(best, a.match(l, p, at))
	a.memo[key] = best
	return best
}

// match tries letter l at every place of part p from byte at on.
func (a *aligner) match(l, p, at int) float64 {
	word := a.parts[p].word
	if at == 0 && begins(word, a.letters[l]) {
		_, size := utf8.DecodeRuneInString(word)
		gain := scoreInitial
		if a.parts[p].minor {
			gain = scoreLinking
		}
		return gain + a.from(l+1, p, size, true)
	}
	best := impossible
	for i, r := range word[at:] {
		if at+i == 0 || r != a.letters[l] || at == 0 {
			continue
		}
		gain := scoreInside
		if i == 0 {
			gain = scoreNext
		}
		best = max(best, gain+a.from(l+1, p, at+i+utf8.RuneLen(r), true))
	}
	return best
}

func (a *aligner) leave(p int, touched bool) float64 {
	switch {
	case touched:
		return 0
	case a.parts[p].minor:
		return scoreMinor
	}
	return scoreSkip
}

// rest returns what it costs to end the long form while parts p… are left.
func (a *aligner) rest(p int, touched bool) float64 {
	cost := 0.0
	for ; p < len(a.parts); p++ {
		cost += a.leave(p, touched)
		touched = false
	}
	return cost
}
