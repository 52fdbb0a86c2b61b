package bib

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// mend rewrites what programs often write and JSON does not know: NaN and other words for nothing, a comma before a
// closing bracket or at the end of a record, raw control characters and unknown escapes in strings. It says what it
// found, "" for nothing. The text is not changed.
func mend(text []byte) (mended []byte, what string) {
	m := mender{in: bytes.TrimRight(text, ", \t\n")}
	if bytes.HasSuffix(bytes.TrimSpace(text), []byte{','}) {
		m.saw("a comma at the end")
	}
	for m.at < len(m.in) {
		switch c := m.in[m.at]; {
		case c == '"':
			m.str()
		case c == ',' && m.closes():
			m.saw("a comma before a bracket")
			m.at++
		case isWord(c):
			m.word()
		default:
			m.keep(1)
		}
	}
	return m.out, strings.Join(m.seen, ", ")
}

type mender struct {
	in, out []byte
	at      int
	seen    []string
}

func (m *mender) keep(n int) {
	m.out = append(m.out, m.in[m.at:m.at+n]...)
	m.at += n
}

func (m *mender) saw(what string) {
	if !slices.Contains(m.seen, what) {
		m.seen = append(m.seen, what)
	}
}

// closes reports whether a bracket closes after the comma.
func (m *mender) closes() bool {
	rest := bytes.TrimLeft(m.in[m.at+1:], " \t\n,")
	return len(rest) > 0 && (rest[0] == '}' || rest[0] == ']')
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c >= '0' && c <= '9' || c == '+' || c == '.'
}

// word copies a number or literal; a word for nothing becomes null.
func (m *mender) word() {
	n := 1
	for m.at+n < len(m.in) && isWord(m.in[m.at+n]) {
		n++
	}
	switch w := string(m.in[m.at : m.at+n]); w {
	case "NaN", "Infinity", "-Infinity", "None", "undefined", "nan":
		m.saw(w)
		m.out = append(m.out, "null"...)
		m.at += n
	case "True", "False":
		m.saw(w)
		m.out = append(m.out, strings.ToLower(w)...)
		m.at += n
	default:
		m.keep(n)
	}
}

// str copies a string with its quotes.
func (m *mender) str() {
	m.keep(1)
	for m.at < len(m.in) {
		switch c := m.in[m.at]; {
		case c == '"':
			m.keep(1)
			return
		case c < 0x20:
			m.saw("control characters in a string")
			m.out = fmt.Appendf(m.out, `\u%04x`, c)
			m.at++
		case c == '\\' && m.at+1 < len(m.in) && bytes.IndexByte([]byte(`"\/bfnrtu`), m.in[m.at+1]) < 0:
			m.saw("an unknown escape")
			m.out = append(m.out, '\\', '\\')
			m.at++
		case c == '\\' && m.at+1 < len(m.in):
			m.keep(2)
		default:
			m.keep(1)
		}
	}
}
