package text

// Range returns the part of the text as given that bytes start to end-1 of the view are read from, with the dollar signs and braces
// at its ends that it would else cut: of $k$-NN all, and of \emph{deep} nets too.
func (v *View) Range(start, end int) (from, to int) {
	if v.start == nil {
		return start, end
	}
	return Whole(v.given, v.Source(start), v.SourceEnd(end))
}

// Whole widens a part of a text as given by the dollar signs and braces right beside it without which those inside have no twin. A
// brace brings the command before it. O(end − start) time.
func Whole(s string, start, end int) (from, to int) {
	odd, unopened, unclosed := twins(s[start:end])
	for start > 0 && (unopened > 0 && s[start-1] == '{' || odd && s[start-1] == '$') {
		start--
		if s[start] == '$' {
			odd = false
			continue
		}
		unopened--
		start = commandStart(s, start)
	}
	for end < len(s) && (unclosed > 0 && s[end] == '}' || odd && s[end] == '$') {
		if s[end] == '$' {
			odd = false
		} else {
			unclosed--
		}
		end++
	}
	return start, end
}

// twins counts what has no twin in s: whether a dollar sign has none, and how many braces are not opened, and not closed.
func twins(s string) (odd bool, unopened, unclosed int) {
	for i := range len(s) {
		switch s[i] {
		case '$':
			odd = odd != (i == 0 || s[i-1] != '\\')
		case '{':
			unclosed++
		case '}':
			if unclosed > 0 {
				unclosed--
			} else {
				unopened++
			}
		}
	}
	return odd, unopened, unclosed
}

// commandStart returns the place of the backslash of the command that ends before the brace at i, or i.
func commandStart(s string, i int) int {
	k := i
	for k > 0 && (s[k-1] >= 'a' && s[k-1] <= 'z' || s[k-1] >= 'A' && s[k-1] <= 'Z') {
		k--
	}
	if k > 0 && k < i && s[k-1] == '\\' {
		return k - 1
	}
	return i
}
