package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// script tells the writings of East Asia apart, which put no blank between words, so that a word ends where the writing changes.
type script uint8

const (
	spacedScript script = iota // words stand between blanks
	han
	hiragana // endings and particles of Japanese
	katakana
)

func scriptOf(r rune) script {
	switch {
	case r < 0x3005:
		return spacedScript
	case r <= 0x3007, 0x3400 <= r && r <= 0x4dbf, 0x4e00 <= r && r <= 0x9fff, 0xf900 <= r && r <= 0xfaff, 0x20000 <= r && r <= 0x3ffff:
		return han
	case 0x3041 <= r && r <= 0x309f:
		return hiragana
	case 0x30a1 <= r && r <= 0x30ff, 0x31f0 <= r && r <= 0x31ff, 0xff66 <= r && r <= 0xff9f:
		return katakana
	}
	return spacedScript
}

// particles are the words of Chinese abstracts that part phrases and are hardly ever a part of a term, by their first rune. Those of
// one rune that begin or end many terms are left out: 对抗, 在线, 中文.
var particles = byFirstRune("的", "了", "和", "与", "及", "是", "或", "并且", "而且", "以及", "可以", "能够", "通过", "利用", "使用", "采用", "基于", "提出", "一种", "一个",
	"本文", "我们", "进行", "实现", "结果表明", "实验结果", "实验表明", "用于", "应用于", "但是", "由于", "因此", "该方法", "这些", "这种", "其中", "具有", "现有", "新的", "优于", "取得",
	"為", "與", "於", "們", "這")

func byFirstRune(words ...string) map[rune][]string {
	all := make(map[rune][]string)
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		all[r] = append(all[r], w)
	}
	return all
}

// particleEnd returns the end of the longest particle of Chinese at i, or i.
func particleEnd(s string, i int, r rune) int {
	end := i
	for _, w := range particles[r] {
		if strings.HasPrefix(s[i:], w) {
			end = max(end, i+len(w))
		}
	}
	return end
}

// longestUnspaced is how many runes a term may have that is written without blanks: a run that is longer is a clause.
const longestUnspaced = 12

// IsParticle reports whether a word of a writing without blanks says nothing by itself: a particle, an ending, a single sign, or
// a run too long to be one word.
func IsParticle(w string) bool {
	r, size := utf8.DecodeRuneInString(w)
	switch scriptOf(r) {
	case spacedScript:
		return unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) && utf8.RuneCountInString(w) > longestUnspaced
	case hiragana:
		return true
	case han, katakana:
	}
	return size == len(w) || particleEnd(w, 0, r) == len(w) || utf8.RuneCountInString(w) > longestUnspaced
}
