package bib

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"papergraph/ingest"
)

// encoding is how bytes above 127 are to be read.
type encoding uint8

const (
	undecided encoding = iota // only ASCII so far
	utf8Text
	windows1252
)

// namedLines is how many lines with damage are named one by one; the others are counted.
const namedLines = 100

// text gives the bytes of an input as UTF-8 with LF at the ends of lines, whatever they were: byte order marks and NUL
// bytes are gone, and bytes that are no text are U+FFFD.
type text struct {
	raw  *bufio.Reader
	out  []byte // cleaned, not yet handed on
	full []byte // room for out
	peek *bufio.Reader

	encoding  encoding
	line      int   // number of the line that the next byte belongs to
	latinFrom int   // line of the first byte read as Windows-1252, 0 for none
	nulFrom   int   // line of the first NUL, 0 for none
	broken    []int // lines with bytes that are no text, ascending, the first namedLines of them
	brokenAll int   // all such lines
	lastBad   int
}

// newText looks at the first bytes for a byte order mark or the pattern of UTF-16.
func newText(r *bufio.Reader) *text {
	t := &text{raw: r, line: 1}
	head, _ := r.Peek(window)
	if order, policy, ok := utf16Order(head); ok {
		decoded := transform.NewReader(r, unicode.UTF16(order, policy).NewDecoder())
		t.raw, t.encoding = bufio.NewReaderSize(decoded, window), utf8Text
	}
	if bytes.HasPrefix(head, []byte("\ufeff")) {
		t.encoding = utf8Text
	}
	t.peek = bufio.NewReaderSize(t, window)
	return t
}

// utf16Order reports whether the bytes are UTF-16: by a mark, or because every second of the first 4 KiB is 0.
func utf16Order(head []byte) (unicode.Endianness, unicode.BOMPolicy, bool) {
	switch {
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}):
		return unicode.LittleEndian, unicode.UseBOM, true
	case bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		return unicode.BigEndian, unicode.UseBOM, true
	}
	head = head[:min(len(head), 4096)&^1]
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i&1]++
		}
	}
	// Latin text with a few other letters has nine of ten high bytes 0, and no low one.
	many := len(head)/2 - len(head)/20
	switch {
	case len(head) < 4:
	case zeros[0] == 0 && zeros[1] >= many:
		return unicode.LittleEndian, unicode.IgnoreBOM, true
	case zeros[1] == 0 && zeros[0] >= many:
		return unicode.BigEndian, unicode.IgnoreBOM, true
	}
	return unicode.LittleEndian, unicode.IgnoreBOM, false
}

// head returns the first window of cleaned text without taking it.
func (t *text) head() []byte {
	head, _ := t.peek.Peek(window)
	return head
}

// Read gives cleaned text. A character is never split between two calls of fill, but may be between two of Read.
func (t *text) Read(p []byte) (int, error) {
	for len(t.out) == 0 {
		if err := t.fill(); err != nil {
			return 0, err
		}
	}
	n := copy(p, t.out)
	t.out = t.out[n:]
	return n, nil
}

// fill cleans the next chunk. At the end it returns io.EOF.
func (t *text) fill() error {
	chunk, err := t.raw.Peek(window)
	if len(chunk) == 0 {
		if err == nil || errors.Is(err, bufio.ErrBufferFull) {
			err = io.ErrNoProgress
		}
		return err
	}
	chunk = whole(chunk, err != nil)
	if t.encoding == undecided {
		switch i := firstHigh(chunk); {
		case i > 0:
			chunk = whole(chunk[:i], true) // so that the choice sees a whole window
		case i == 0:
			t.encoding = choose(chunk)
		}
	}
	t.clean(chunk)
	_, err = t.raw.Discard(len(chunk))
	return err
}

// firstHigh returns the place of the first byte that is not ASCII, -1 for none.
func firstHigh(chunk []byte) int {
	for i, b := range chunk {
		if b >= utf8.RuneSelf {
			return i
		}
	}
	return -1
}

// whole cuts off what may go on in the next chunk: a CR, or the beginning of a character.
func whole(chunk []byte, last bool) []byte {
	if last || len(chunk) < 8 {
		return chunk
	}
	end := len(chunk)
	if chunk[end-1] == '\r' {
		return chunk[:end-1]
	}
	for back := 1; back < utf8.UTFMax; back++ {
		if b := chunk[end-back]; utf8.RuneStart(b) {
			if !utf8.FullRune(chunk[end-back:]) {
				return chunk[:end-back]
			}
			break
		}
	}
	return chunk
}

// clean appends the chunk to out. Nearly all chunks are clean already.
func (t *text) clean(chunk []byte) {
	t.out = t.full[:0]
	if t.encoding != windows1252 && utf8.Valid(chunk) && bytes.IndexByte(chunk, '\r') < 0 &&
		bytes.IndexByte(chunk, 0) < 0 && !bytes.Contains(chunk, []byte("\ufeff")) {
		t.out = append(t.out, chunk...)
		t.line += bytes.Count(chunk, []byte{'\n'})
	} else {
		t.cleanRunes(chunk)
	}
	t.full = t.out
}

func (t *text) cleanRunes(chunk []byte) {
	for len(chunk) > 0 {
		r, n := t.next(chunk)
		switch {
		case r == '\r' && len(chunk) > 1 && chunk[1] == '\n':
			n = 2
			fallthrough
		case r == '\r' || r == '\n':
			t.out = append(t.out, '\n')
			t.line++
		case r == 0:
			t.nulFrom = first(t.nulFrom, t.line)
		case r != '\ufeff':
			t.out = utf8.AppendRune(t.out, r)
		}
		chunk = chunk[n:]
	}
}

// next decodes one character and notes damage.
func (t *text) next(chunk []byte) (rune, int) {
	if chunk[0] < utf8.RuneSelf {
		return rune(chunk[0]), 1
	}
	if t.encoding == windows1252 {
		t.latinFrom = first(t.latinFrom, t.line)
		return charmap.Windows1252.DecodeByte(chunk[0]), 1
	}
	r, n := utf8.DecodeRune(chunk)
	if r == utf8.RuneError && n == 1 && t.lastBad != t.line {
		t.lastBad = t.line
		t.brokenAll++
		if len(t.broken) < namedLines {
			t.broken = append(t.broken, t.line)
		}
	}
	return r, n
}

func first(old, line int) int {
	if old == 0 {
		return line
	}
	return old
}

// choose tells UTF-8 with damage from Windows-1252. In the one, most bytes above 127 belong to whole characters, and
// those that do not are mostly torn lead bytes; in the other, each is a letter or a sign of its own.
func choose(chunk []byte) encoding {
	var good, bad, odd int
	for i := 0; i < len(chunk); {
		r, n := utf8.DecodeRune(chunk[i:])
		switch {
		case chunk[i] < utf8.RuneSelf:
		case r != utf8.RuneError || n > 1:
			good++
		default:
			bad++
			if unlikely1252(chunk[i]) {
				odd++
			}
		}
		i += n
	}
	if bad == 0 || good >= bad || odd*4 >= bad {
		return utf8Text
	}
	return windows1252
}

// unlikely1252 has the five bytes that Windows-1252 leaves empty, and those that it gives to Â, Ã, þ and ÿ: the first
// two begin nearly all torn characters of Latin script, the others nearly all files that are no text.
func unlikely1252(b byte) bool {
	switch b {
	case 0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xc2, 0xc3, 0xfe, 0xff:
		return true
	}
	return false
}

// report adds what was mended to the warnings of the source.
func (t *text) report(s *source) {
	if t.latinFrom > 0 {
		s.warn(ingest.Repaired, t.latinFrom, "not UTF-8", "read as Windows-1252 from here on")
	}
	if t.nulFrom > 0 {
		s.warn(ingest.Repaired, t.nulFrom, "NUL bytes", "left out here and below")
	}
	for _, line := range t.broken {
		s.warn(ingest.Repaired, line, "broken UTF-8", "what cannot be read shows as U+FFFD")
	}
	if more := t.brokenAll - len(t.broken); more > 0 {
		s.warn(ingest.Repaired, t.lastBad, fmt.Sprintf("broken UTF-8 in %d more lines, this the last", more), "what cannot be read shows as U+FFFD")
	}
}
