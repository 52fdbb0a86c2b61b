package answer

import "unicode/utf8"

// ruler turns bytes of one text into code points. It is fast where it is asked in ascending order. A byte that is no
// UTF-8 counts as one code point, which is how it reads in JSON.
type ruler struct {
	text         string
	bytes, runes int // up to where it was measured
}

// at returns the number of code points before byte b.
func (r *ruler) at(b int32) int {
	to := min(int(b), len(r.text))
	if to < r.bytes {
		r.bytes, r.runes = 0, 0
	}
	r.runes += utf8.RuneCountInString(r.text[r.bytes:to])
	r.bytes = to
	return r.runes
}
