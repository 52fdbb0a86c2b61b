package report

import (
	"math"
	"strconv"
	"strings"
)

// count returns a number with its noun: "1 paper", "1,900 links".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

// thousands returns a whole number with a comma between each three digits.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// percent returns a share as a whole number of hundredths, with one digit more below ten.
func percent(share float64) string {
	p := 100 * share
	if p > 0 && p < 9.95 {
		return strconv.FormatFloat(p, 'f', 1, 64) + " %"
	}
	return strconv.FormatFloat(p, 'f', 0, 64) + " %"
}

// figure returns a score with three digits that tell.
func figure(x float64) string {
	switch {
	case x == math.Trunc(x) && math.Abs(x) < 1e6:
		return thousands(int(x))
	case math.Abs(x) >= 1e-4:
		return strconv.FormatFloat(x, 'f', max(0, 2-int(math.Floor(math.Log10(math.Abs(x))))), 64)
	}
	return strconv.FormatFloat(x, 'e', 2, 64)
}

// and joins words as a sentence does.
func and(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
