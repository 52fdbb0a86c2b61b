package text

import (
	"html"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// View is a text cleaned for reading, with the way back to the text as given.
type View struct {
	Text  string
	given string  // what it is of; "" where that is Text
	start []int32 // by byte of Text, and one more for its end: where what it came from begins; nil where Text is as given
	end   []int32 // by byte of Text: where what it came from ends
}

// IsGiven reports whether a view is the text as given.
func (v *View) IsGiven() bool { return v.start == nil }

// Source returns the byte of the text as given at which byte i of the view begins; i may be len(v.Text).
func (v *View) Source(i int) int {
	if v.start == nil {
		return i
	}
	return int(v.start[i])
}

// SourceEnd returns the byte of the text as given behind all from which byte i-1 of the view came: a sign written as a
// command or an entity is whole, and a command dropped behind a word is no part of the word.
func (v *View) SourceEnd(i int) int {
	if v.start == nil || i == 0 {
		return v.Source(i)
	}
	return int(v.end[i-1])
}

// Clean returns a view of s in which LaTeX commands, markup, entities, ligatures, soft hyphens and blanks of no width are resolved and
// compositions are in normal form C. Where nothing is to be done it is s itself. O(bytes) time.
func Clean(s string) View {
	if !needsCleaning(s) {
		return View{Text: s}
	}
	c := cleaner{s: s, start: make([]int32, 0, len(s)+1), end: make([]int32, 0, len(s))}
	c.out.Grow(len(s))
	for c.i < len(s) {
		if end := plainEnd(s, c.i); end > c.i {
			c.copyTo(end)
			continue
		}
		c.step()
	}
	return View{Text: c.out.String(), given: s, start: append(c.start, int32(len(s))), end: c.end}
}

// needsCleaning reports whether a view of s differs from it. Most texts are plain ASCII without a sign to be cleaned, and
// tell so in one pass.
func needsCleaning(s string) bool {
	normal := true
	for i := 0; i < len(s); i++ {
		for i < len(s) && doubtful[s[i]]&^indexed == 0 {
			i++
		}
		if i == len(s) {
			break
		}
		switch doubtful[s[i]] {
		case marked:
			return true
		case bracketed:
			if strings.HasPrefix(s[i:], scanned) {
				return true
			}
		case foreign:
			r, size := utf8.DecodeRuneInString(s[i:])
			if isDirt(r) {
				return true
			}
			normal = normal && isNormal(r)
			i += size - 1
		}
	}
	return !normal && !norm.NFC.IsNormalString(s)
}

// isNormal reports whether a rune is in normal form C whatever stands beside it: letters of Latin and most signs. Others may be.
func isNormal(r rune) bool { return '\u00a1' <= r && r < '\u0300' || '\u2010' <= r && r <= '\u2027' }

// What a byte may say of a text.
const (
	marked    = 1 << iota // it is to be cleaned
	bracketed             // perhaps
	foreign               // its rune tells
	indexed               // it may be to be cleaned where something else is
)

var doubtful = doubtfulTable()

func doubtfulTable() (kinds [256]uint8) {
	for _, b := range []byte("\\$&<{}~`") {
		kinds[b] = marked
	}
	kinds['('], kinds['^'], kinds['_'] = bracketed, indexed, indexed
	for b := utf8.RuneSelf; b < len(kinds); b++ {
		kinds[b] = foreign
	}
	return kinds
}

// isDirt reports whether a rune is a ligature, a hard blank, or one that is not seen.
func isDirt(r rune) bool {
	switch r {
	case '\u00a0', '\ufb00', '\ufb01', '\ufb02', '\ufb03', '\ufb04':
		return true
	}
	return isUnseen(r)
}

// isUnseen reports whether a rune has no width: soft hyphens, joiners, marks of direction and of variants, byte order marks.
func isUnseen(r rune) bool {
	switch {
	case r < '\u00ad':
		return false
	case r == '\u00ad', r == '\u034f', r == '\u061c', r == '\ufeff':
		return true
	}
	return '\u200b' <= r && r <= '\u200f' || '\u202a' <= r && r <= '\u202e' || '\u2060' <= r && r <= '\u206f' || '\ufe00' <= r && r <= '\ufe0f'
}

// cleaner walks over s once and writes what is to be read.
type cleaner struct {
	s          string
	i          int // all before it is read
	out        strings.Builder
	start, end []int32 // those of the view
	math       bool    // between dollar signs
}

// write writes t as coming from bytes c.i to end-1 of s, and goes on at end.
func (c *cleaner) write(t string, end int) {
	c.out.WriteString(t)
	for range len(t) {
		c.start, c.end = append(c.start, int32(c.i)), append(c.end, int32(end))
	}
	c.i = end
}

// copyTo copies what is plain up to end.
func (c *cleaner) copyTo(end int) {
	c.out.WriteString(c.s[c.i:end])
	for i := c.i; i < end; i++ {
		c.start, c.end = append(c.start, int32(i)), append(c.end, int32(i)+1)
	}
	c.i = end
}

// plainEnd returns the end of what from i on is copied as it is. The last sign before one that is not ASCII may be composed with it.
func plainEnd(s string, i int) int {
	end := i
	for end < len(s) && doubtful[s[end]] == 0 {
		end++
	}
	if end > i && end < len(s) && doubtful[s[end]] == foreign {
		end--
	}
	return end
}

var ligatures = strings.NewReplacer("\ufb00", "ff", "\ufb01", "fi", "\ufb02", "fl", "\ufb03", "ffi", "\ufb04", "ffl", "\u00a0", " ")

// opened returns s with ligatures opened and without what is not seen.
func opened(s string) string {
	if !strings.ContainsFunc(s, isDirt) {
		return s
	}
	return ligatures.Replace(strings.Map(func(r rune) rune {
		if isUnseen(r) {
			return -1
		}
		return r
	}, s))
}

// step handles what stands at c.i.
func (c *cleaner) step() {
	switch b := c.s[c.i]; b {
	case '\\':
		c.command()
	case '$':
		c.math = !c.math
		c.i++
	case '{', '}':
		c.i++
	case '~':
		c.tilde()
	case '`':
		c.backtick()
	case '(':
		c.bracket()
	case '^', '_':
		if c.math {
			c.i++
			return
		}
		c.write(c.s[c.i:c.i+1], c.i+1)
	case '&':
		c.entity()
	case '<':
		c.tag()
	default:
		c.plain()
	}
}

// backtick writes a mark of quotation, or a mark for all of a block of code.
func (c *cleaner) backtick() {
	const fence = "```"
	if strings.HasPrefix(c.s[c.i:], fence) {
		if length := strings.Index(c.s[c.i+len(fence):], fence); length > 0 {
			c.write("\u2026", c.i+length+2*len(fence))
			return
		}
	}
	c.write("'", c.i+1)
}

// scanned leads what a scanner leaves of a sign that it cannot name: (cid:173).
const scanned = "(cid:"

// bracket drops what a scanner leaves of a sign, or copies the bracket.
func (c *cleaner) bracket() {
	rest := c.s[c.i:min(len(c.s), c.i+12)]
	if digits, ok := strings.CutPrefix(rest, scanned); ok {
		if end := strings.IndexByte(digits, ')'); end > 0 && strings.Trim(digits[:end], "0123456789") == "" {
			c.i += len(scanned) + end + 1
			return
		}
	}
	c.plain()
}

// tilde writes a blank, or the sign itself inside a web address.
func (c *cleaner) tilde() {
	if c.i > 0 && c.s[c.i-1] == '/' {
		c.write("~", c.i+1)
		return
	}
	c.write(" ", c.i+1)
}

// plain copies one composition, in normal form and with ligatures opened.
func (c *cleaner) plain() {
	if b := c.s[c.i]; b < utf8.RuneSelf && (c.i+1 == len(c.s) || c.s[c.i+1] < utf8.RuneSelf) {
		c.write(c.s[c.i:c.i+1], c.i+1)
		return
	}
	n := norm.NFC.NextBoundaryInString(c.s[c.i:], true)
	if n <= 0 {
		n = 1
	}
	part := c.s[c.i : c.i+n]
	t := opened(norm.NFC.String(part))
	if t != part {
		c.write(t, c.i+n)
		return
	}
	for end := c.i + n; c.i < end; { // rune by rune, so that a token that begins inside keeps its place
		_, size := utf8.DecodeRuneInString(c.s[c.i:end])
		c.write(c.s[c.i:c.i+size], c.i+size)
	}
}

// entity resolves an HTML entity, or copies the sign.
func (c *cleaner) entity() {
	if semi := strings.IndexByte(c.s[c.i:min(len(c.s), c.i+12)], ';'); semi > 1 {
		if t := html.UnescapeString(c.s[c.i : c.i+semi+1]); t != c.s[c.i:c.i+semi+1] {
			c.write(opened(t), c.i+semi+1)
			return
		}
	}
	c.write("&", c.i+1)
}

// tag drops an inline tag and keeps what it marks, or copies the sign where no tag stands.
func (c *cleaner) tag() {
	rest := c.s[c.i:min(len(c.s), c.i+80)]
	end := strings.IndexByte(rest, '>')
	if end < 2 || !isTag(rest[1:end]) {
		c.write("<", c.i+1)
		return
	}
	c.i += end + 1
}

func isTag(t string) bool {
	t = strings.TrimSuffix(strings.TrimPrefix(t, "/"), "/")
	name, rest, _ := strings.Cut(t, " ")
	if name == "" || rest != "" && !strings.Contains(rest, "=") { // "a <b and c> d" is no tag
		return false
	}
	for _, r := range name {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != ':' {
			return false
		}
	}
	return name[0] > '9'
}
