package extract

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// part is a piece of a long form: letters and digits between dashes and blanks.
type part struct {
	word   string // in lower case
	token  int32  // the token that it stands in
	minor  bool   // a function word, which costs little to skip
	number bool   // digits, which cost little to skip
}

// Scores of align: a letter that begins a part tells most; one that follows the letter matched before it in the same part
// is a syllable taken over (RoBERTa from robustly optimized BERT); one elsewhere tells little, and nothing in a part whose
// head is not matched (the x of exogenous). A part passed over speaks against.
const (
	scoreInitial = 3.0
	scoreLinking = 1.5 // a letter that begins a function word: of "smoking and subarachnoid hemorrhage" (SAH), and gives none
	scoreNext    = 1.5
	scoreInside  = 0.4
	scoreBuried  = 0.0
	scoreSkip    = -1.6
	scoreMinor   = -0.2
	scoreLeast   = 1.40 // a letter, on average
)

// mostLetters is how many letters and digits a short form has at most.
const mostLetters = 12

// impossible is the score of what cannot be matched.
const impossible = -1e9

// scores are the best scores of matching what is left of a short form, by how many of its letters are matched.
type scores [mostLetters + 1]float64

// align matches the letters and digits of a short form, in order, to the parts of a text that ends where the long form ends. The
// first letter begins a part, and all parts up to the end are matched or passed over. It returns the best score, 0 where
// that is too low to believe, and the part with which the long form begins. O(letters × bytes) time.
func align(letters []rune, ps []part) (float64, int) {
	if len(letters) == 0 || len(letters) > mostLetters {
		return 0, 0
	}
	a := aligner{letters: letters}
	a.end()
	best, first := 0.0, 0
	for p := len(ps) - 1; p >= 0 && len(ps)-p <= 2*len(letters)+2; p-- {
		score := a.add(&ps[p])
		if ps[p].minor && score < scoreInitial*float64(len(letters)-1)+scoreLinking {
			continue // a function word begins a long form only where all letters begin a part: very high resolution
		}
		if score >= best {
			best, first = score, p
		}
	}
	if best < scoreLeast*float64(len(letters)) {
		return 0, 0
	}
	return best, first
}

// aligner reads parts from the last to the first.
type aligner struct {
	letters []rune
	rest    scores // of the parts read, by letters matched before them
}

// end sets the scores where no part is left.
func (a *aligner) end() {
	for l := range a.letters {
		a.rest[l] = impossible
	}
	a.rest[len(a.letters)] = 0
}

// add reads the part before those read and returns the score of a long form that begins with it.
func (a *aligner) add(p *part) float64 {
	gain, skip := scoreInitial, scoreSkip
	if p.minor {
		gain = scoreLinking
	}
	if p.minor || p.number {
		skip = scoreMinor
	}
	headed, buried := a.inside(p.word)
	first := 0.0
	if begins(p.word, a.letters[0]) {
		first = gain + headed[1]
	}
	for l := range a.rest {
		a.rest[l] = max(a.rest[l]+skip, buried[l])
		if l < len(a.letters) && begins(p.word, a.letters[l]) {
			a.rest[l] = max(a.rest[l], gain+headed[l+1])
		}
	}
	return first
}

// inside reads a word behind its head, from the end, and returns the best scores by letters matched before: where the head
// is matched, and where it is not and a letter further in is.
func (a *aligner) inside(word string) (headed, buried scores) {
	near, far := a.rest, a.rest // the sign before is matched; one further back is
	for l := range buried {
		buried[l] = impossible
	}
	_, head := utf8.DecodeRuneInString(word)
	for i := len(word); i > head; {
		r, size := utf8.DecodeLastRuneInString(word[:i])
		i -= size
		for l, letter := range a.letters {
			behind := near[l+1]
			near[l] = far[l]
			if letter != r {
				continue
			}
			near[l] = max(near[l], scoreNext+behind)
			far[l] = max(far[l], scoreInside+behind)
			buried[l] = max(buried[l], scoreBuried+behind)
		}
	}
	return near, buried
}

// numerals are the words that a digit stands for at the head of a part: 3D for three-dimensional, T2I for text-to-image.
var numerals = [10][]string{
	1: {"one", "first"}, 2: {"two", "second", "to"}, 3: {"three", "third"}, 4: {"four", "fourth", "for"}, 5: {"five", "fifth"},
	6: {"six", "sixth"}, 7: {"seven", "seventh"}, 8: {"eight", "eighth"}, 9: {"nine", "ninth"},
}

// begins reports whether a part begins with the letter, or is a word that the digit stands for.
func begins(word string, letter rune) bool {
	if r, _ := utf8.DecodeRuneInString(word); r == letter {
		return true
	}
	return letter >= '0' && letter <= '9' && slices.Contains(numerals[letter-'0'], word)
}

// letters are the letters and digits of a short form in lower case.
type letters struct {
	first [mostLetters + 1]rune
	n     int // so many there are; beyond the place for them it can be no short form
}

// lettersOf returns the letters of a short form; a plural ending is none of them.
func lettersOf(short string) letters {
	if n := len(short); n > 2 && short[n-1] == 's' && unicode.IsUpper(rune(short[n-2])) {
		short = short[:n-1]
	}
	var l letters
	for _, r := range short {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if l.n < len(l.first) {
				l.first[l.n] = unicode.ToLower(r)
			}
			l.n++
		}
	}
	return l
}

// countLetters returns how many letters a short form has.
func countLetters(short string) int {
	l := lettersOf(short)
	return l.n
}

// all returns the letters, or more than a short form has where there are too many.
func (l *letters) all() []rune { return l.first[:min(l.n, len(l.first))] }

// isStrict reports whether a score is that of a short form whose letters all begin a part, but perhaps one.
func (l *letters) isStrict(score float64) bool {
	return score >= scoreInitial*float64(l.n)-scoreLinking
}

// heads are the letters from a to z with which parts begin, a bit each.
type heads uint32

func headsOf(word string) heads {
	if b := word[0] - 'a'; b < 26 {
		return 1 << b
	}
	return 0
}

// canAlign reports whether parts that begin so may be what a short form stands for: its first letter must begin one, and in a strict
// alignment all do but one. Signs other than a to z are not looked at.
func (h heads) canAlign(letters []rune, how int) bool {
	missing := 0
	for l, r := range letters {
		if 'a' <= r && r <= 'z' && h&(1<<(r-'a')) == 0 {
			if l == 0 {
				return false
			}
			missing++
		}
	}
	return missing < 2 || how == loose
}
