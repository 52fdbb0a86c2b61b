package text

import (
	"html"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// View is a text cleaned for reading, with the way back to the text as given.
type View struct {
	Text string
	back []int32 // by byte of Text, and one more for its end: the byte it came from; nil where Text is the text as given
}

// Source returns the byte of the text as given at which byte i of the view begins; i may be len(v.Text).
func (v View) Source(i int) int {
	if v.back == nil {
		return i
	}
	return int(v.back[i])
}

// SourceEnd returns the byte of the text as given behind that from which byte i-1 of the view came.
func (v View) SourceEnd(i int) int {
	if v.back == nil || i == 0 {
		return v.Source(i)
	}
	return int(v.back[i-1]) + v.width(i-1)
}

// width returns how many bytes of the text as given byte i of the view stands for: up to where the next begins, at most
// those of one rune, so that a removed command behind a word is not part of the word.
func (v View) width(i int) int {
	j := i + 1
	for j < len(v.back)-1 && v.back[j] == v.back[i] {
		j++
	}
	return min(int(v.back[j]-v.back[i]), max(1, runeBytes(v.Text, i)))
}

func runeBytes(s string, i int) int {
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return size
}

// Clean returns a view of s in which LaTeX commands, markup, entities, ligatures and soft hyphens are resolved and
// compositions are in normal form C. Where nothing is to be done it is s itself. O(bytes) time.
func Clean(s string) View {
	if !needsCleaning(s) {
		return View{Text: s}
	}
	c := cleaner{s: s, back: make([]int32, 0, len(s)+1)}
	c.out.Grow(len(s))
	for c.i < len(s) {
		c.step()
	}
	c.back = append(c.back, int32(len(s)))
	return View{Text: c.out.String(), back: c.back}
}

func needsCleaning(s string) bool {
	return strings.ContainsAny(s, "\\$&<{}~`\u00ad\u00a0\ufb00\ufb01\ufb02\ufb03\ufb04") || !norm.NFC.IsNormalString(s)
}

// cleaner walks over s once and writes what is to be read.
type cleaner struct {
	s    string
	i    int
	out  strings.Builder
	back []int32
	math bool // between dollar signs
}

// write writes t as coming from byte from of s.
func (c *cleaner) write(t string, from int) {
	c.out.WriteString(t)
	for range len(t) {
		c.back = append(c.back, int32(from))
	}
}

var ligatures = strings.NewReplacer("\ufb00", "ff", "\ufb01", "fi", "\ufb02", "fl", "\ufb03", "ffi", "\ufb04", "ffl", "\u00ad", "", "\u00a0", " ")

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
		c.copyAs(" ")
	case '`':
		c.copyAs("'")
	case '^', '_':
		if c.math {
			c.i++
			return
		}
		c.copyAs(c.s[c.i : c.i+1])
	case '&':
		c.entity()
	case '<':
		c.tag()
	default:
		c.plain()
	}
}

func (c *cleaner) copyAs(t string) {
	c.write(t, c.i)
	c.i++
}

// plain copies one composition, in normal form and with ligatures opened.
func (c *cleaner) plain() {
	if b := c.s[c.i]; b < utf8.RuneSelf && (c.i+1 == len(c.s) || c.s[c.i+1] < utf8.RuneSelf) {
		c.copyAs(c.s[c.i : c.i+1])
		return
	}
	n := norm.NFC.NextBoundaryInString(c.s[c.i:], true)
	if n <= 0 {
		n = 1
	}
	part := c.s[c.i : c.i+n]
	t := ligatures.Replace(norm.NFC.String(part))
	if t == part {
		for k := range len(t) {
			c.write(t[k:k+1], c.i+k)
		}
	} else {
		c.write(t, c.i)
	}
	c.i += n
}

// entity resolves an HTML entity, or copies the sign.
func (c *cleaner) entity() {
	if semi := strings.IndexByte(c.s[c.i:min(len(c.s), c.i+12)], ';'); semi > 1 {
		if t := html.UnescapeString(c.s[c.i : c.i+semi+1]); t != c.s[c.i:c.i+semi+1] {
			c.write(ligatures.Replace(t), c.i)
			c.i += semi + 1
			return
		}
	}
	c.copyAs("&")
}

// tag drops an inline tag and keeps what it marks, or copies the sign where no tag stands.
func (c *cleaner) tag() {
	rest := c.s[c.i:min(len(c.s), c.i+80)]
	end := strings.IndexByte(rest, '>')
	if end < 2 || !isTag(rest[1:end]) {
		c.copyAs("<")
		return
	}
	c.i += end + 1
}

func isTag(t string) bool {
	t = strings.TrimSuffix(strings.TrimPrefix(t, "/"), "/")
	name, _, _ := strings.Cut(t, " ")
	if name == "" {
		return false
	}
	for _, r := range name {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != ':' {
			return false
		}
	}
	return name[0] > '9'
}
