// Package text parts prose into sentences and tokens. Every place it names is a byte of the text as given: what must be
// cleaned first (LaTeX, markup, ligatures) becomes a View, which knows where each of its bytes came from. It knows no
// document. A token is 12 bytes.
package text

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Class says what a token is.
type Class uint8

// The classes of tokens.
const (
	Word    Class = iota // letters, with digits and inner signs where names have them: k-NN, GPT-3.5, CFG++, C#
	Number               // digits, with inner points and commas, and a percent sign
	Open                 // an opening bracket
	Close                // a closing bracket
	Mark                 // any other sign: a comma, a colon, a quotation mark, a dash between blanks
	Address              // a web address
)

// Token is a part of a text: bytes Start to End-1.
type Token struct {
	Start, End int32
	Class      Class
	Spaced     bool // a blank stands before it, or nothing
}

// Tokens appends the tokens of s to dst, in order; together they cover all but blanks. O(bytes) time.
func Tokens(dst []Token, s string) []Token {
	spaced, slash := true, nextSlash(s, 0)
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			i++
			spaced = true
			continue
		}
		if slash < i {
			slash = nextSlash(s, i)
		}
		if end, class := plainWord(s, i); end > i && slash-i >= longestHost {
			dst = append(dst, Token{int32(i), int32(end), class, spaced})
			i, spaced = end, false
			continue
		}
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if isSpace(r) {
			i += size
			spaced = true
			continue
		}
		t := Token{Start: int32(i), Spaced: spaced}
		t.End, t.Class = next(s, i, r, size, slash-i < longestHost)
		dst = append(dst, t)
		i, spaced = int(t.End), false
	}
	return dst
}

// nextSlash returns the place of the first slash of s from i on, far behind its end where there is none.
func nextSlash(s string, i int) int {
	if at := strings.IndexByte(s[i:], '/'); at >= 0 {
		return i + at
	}
	return math.MaxInt32
}

func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || '\t' <= r && r <= '\r'
	}
	return unicode.IsSpace(r)
}

// next returns the end and the class of the token that begins at i with rune r; slashed says that a slash is near enough for
// the name of a host.
func next(s string, i int, r rune, size int, slashed bool) (int32, Class) {
	if end := addressEnd(s, i, slashed); end > i {
		return int32(end), Address
	}
	switch {
	case beginsWord(r):
		return word(s, i)
	case r == '(' || r == '[' || r == '{':
		return int32(i + size), Open
	case r == ')' || r == ']' || r == '}':
		return int32(i + size), Close
	}
	return int32(i + size), Mark
}

// addressEnd returns the end of the web address at i, or i where none stands; slashed says that a slash is near. A point or bracket that
// closes it is not part of it.
func addressEnd(s string, i int, slashed bool) int {
	if !beginsAddress(s[i:]) && (!slashed || !hosts(s, i)) {
		return i
	}
	end := i
	for end < len(s) && s[end] > ' ' && s[end] < 0x7f && strings.IndexByte("<>{}\"", s[end]) < 0 {
		end++
	}
	for end > i+1 && strings.IndexByte(".,;:)]}'\"", s[end-1]) >= 0 {
		end--
	}
	return end
}

// beginsAddress reports whether s begins as addresses do, whatever follows.
func beginsAddress(s string) bool {
	switch s[0] {
	case 'h':
		return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
	case 'w':
		return strings.HasPrefix(s, "www.")
	case 'a', 'A', 'd', 'D':
		return isIdentifier(s)
	}
	return false
}

// isIdentifier reports whether the number of a paper begins s: arXiv:…, doi:….
func isIdentifier(s string) bool {
	for _, lead := range [...]string{"arxiv:", "doi:"} {
		if n := len(lead); len(s) > n && s[n-1] == ':' && strings.EqualFold(s[:n], lead) && isDigit(rune(s[n])) {
			return true
		}
	}
	return false
}

// longestHost is within how many bytes the slash behind the name of a host must stand.
const longestHost = 40

// hosts reports whether a name of a host with a path stands at i: letters, digits, dashes and points, the last part two or
// three letters, then a slash.
func hosts(s string, i int) bool {
	point := -1
	for j := i; j < len(s) && j < i+longestHost; j++ {
		switch b := s[j]; {
		case b == '.':
			point = j
		case b == '/':
			return point > i+1 && j-point >= 3 && j-point <= 5 && isLower(s[point+1:j])
		case b != '-' && (b >= utf8.RuneSelf || !isWordRune(rune(b))):
			return false
		}
	}
	return false
}

func isLower(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

// word returns the end of the word or number at i; to what wordEnd tells comes a run of '+' and '#' behind a word.
func word(s string, i int) (int32, Class) {
	end, letters, particle := wordEnd(s, i)
	if particle {
		return int32(end), Word
	}
	if letters && end+1 < len(s) && s[end] == '.' && isLower(s[end+1:end+2]) && strings.IndexByte(s[i:end], '@') > 0 {
		return int32(hostEnd(s, end)), Address
	}
	for letters && end < len(s) && (s[end] == '+' || s[end] == '#') {
		end++
	}
	if letters {
		return int32(end), Word
	}
	if end < len(s) && s[end] == '%' {
		end++
	}
	return int32(end), Number
}

// plainWord returns the end and the class of the word or number at i, or i where it is not of letters and digits of ASCII alone, may
// begin an address, or is not surely at its end.
func plainWord(s string, i int) (int, Class) {
	first := bytesOf[s[i]]
	if first&(isLetter|isFigure) == 0 || first&leads != 0 && beginsAddress(s[i:]) {
		return i, Mark
	}
	all, end := first, i+1
	for end < len(s) && bytesOf[s[end]]&(isLetter|isFigure) != 0 {
		all |= bytesOf[s[end]]
		end++
	}
	if !surelyEnds(s, end) {
		return i, Mark
	}
	if all&isLetter == 0 {
		return end, Number
	}
	return end, Word
}

// surelyEnds reports whether a word ends before i whatever it is.
func surelyEnds(s string, i int) bool {
	if i == len(s) {
		return true
	}
	kind := bytesOf[s[i]]
	return kind&stops != 0 || kind&pauses != 0 && (i+1 == len(s) || s[i+1] == ' ')
}

// What bytesOf has for a byte.
const (
	isLetter = 1 << iota
	isFigure
	leads  // may begin an address
	stops  // ends a word before it
	pauses // does so before a blank
)

// bytesOf tells what a byte of ASCII is.
var bytesOf = byteTable()

func byteTable() (kinds [256]uint8) {
	for b := range utf8.RuneSelf {
		switch {
		case 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z':
			kinds[b] = isLetter
		case '0' <= b && b <= '9':
			kinds[b] = isFigure
		}
	}
	for kind, all := range map[uint8]string{leads: "hwaAdD", stops: " ):;", pauses: ".,"} {
		for i := range len(all) {
			kinds[all[i]] |= kind
		}
	}
	return kinds
}

// wordEnd returns the end of the word runes of one script from i, whether letters are among them, and whether they are a
// particle, which is a word by itself. A sign belongs to a word where word runes stand on both sides and the sign is one that
// names hold inside.
func wordEnd(s string, i int) (end int, letters, particle bool) {
	writing := spacedScript
	for end = i; end < len(s); {
		r, size := rune(s[end]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[end:])
		}
		if !isWordRune(r) {
			if r == ' ' || !joins(s, i, end, r, size) {
				break
			}
			end += size
			continue
		}
		if now := scriptOf(r); now != writing || now == han {
			after := particleEnd(s, end, r)
			if end > i && (now != writing || after > end) {
				break
			}
			if after > end {
				return after, true, true
			}
			writing = now
		}
		letters = letters || !isDigit(r)
		end += size
	}
	return end, letters, false
}

// hostEnd returns the end of the rest of the name of a host that goes on at the point at i.
func hostEnd(s string, i int) int {
	for i+1 < len(s) && (isWordRune(rune(s[i])) || (s[i] == '.' || s[i] == '-') && isLower(s[i+1:i+2])) {
		i++
	}
	if i+1 == len(s) && isWordRune(rune(s[i])) {
		i++
	}
	return i
}

// joins reports whether the sign r at end holds the word from i and what follows it together.
func joins(s string, i, end int, r rune, size int) bool {
	if end+size >= len(s) || end == i {
		return false
	}
	after, _ := utf8.DecodeRuneInString(s[end+size:])
	if !isWordRune(after) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[i:end])
	if scriptOf(before) != scriptOf(after) {
		return false
	}
	switch r {
	case '-', '\u2010', '\u2011', '\u2013', '\'', '\u2019', '@':
		return true
	case '.', ',': // GPT-3.5, 1,000; but neither "end.Next" nor "a,b"
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	case '/', '+', '&': // L2/3, T2I/I2I, A+B, R&D; but not "and/or"
		return (unicode.IsDigit(before) || unicode.IsUpper(before)) && (unicode.IsDigit(after) || unicode.IsUpper(after))
	}
	return false
}

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.IsDigit(r)
}

// beginsWord reports whether a word may begin with r: a mark that combines with nothing before it is none.
func beginsWord(r rune) bool {
	return isWordRune(r) && (r < utf8.RuneSelf || !unicode.Is(unicode.M, r))
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return bytesOf[r]&(isLetter|isFigure) != 0
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}
