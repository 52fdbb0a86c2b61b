package answer

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plain is what letters that no decomposition parts are looked up as.
var plain = strings.NewReplacer("ł", "l", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "æ", "ae", "œ", "oe", "ß", "ss", "ı", "i")

// fold returns the form under which words are looked up: compatibility forms opened, marks dropped, lower case.
func fold(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return plain.Replace(b.String())
}

// isPlain says whether s is folded already, as most words are.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 || s[i] >= 'A' && s[i] <= 'Z' {
			return false
		}
	}
	return true
}
