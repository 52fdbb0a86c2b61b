package bib

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"papergraph/ingest"
)

// maxDepth is far deeper than any record goes.
const maxDepth = 200

// lenient: of a key that stands twice the last value counts, and a lone surrogate becomes U+FFFD.
var lenient = []jsontext.Options{jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)}

var (
	errNoObject = errors.New("no JSON object")
	errMore     = errors.New("something follows the JSON object")
	errDepth    = fmt.Errorf("JSON deeper than %d", maxDepth)
)

// decoder turns JSON objects into records. It may be used again and again, by one goroutine.
type decoder struct {
	json *jsontext.Decoder
}

func newDecoder() *decoder {
	return &decoder{jsontext.NewDecoder(bytes.NewReader(nil), lenient...)}
}

// decode reads one object. What breaks the grammar in a way that many programs do is mended.
func (d *decoder) decode(p piece) find {
	r := &record{line: p.line}
	err := d.object(r, p.text)
	if err != nil && !errors.Is(err, errNoObject) {
		if mended, what := mend(p.text); what != "" {
			again := &record{line: p.line}
			if d.object(again, mended) == nil {
				again.note(ingest.Repaired, what, "mended")
				return again.find()
			}
		}
	}
	if err != nil {
		return lostJSON(p, err)
	}
	return r.find()
}

// lostJSON says where the text is no JSON: the line, which may be below the first of the record, and the column.
func lostJSON(p piece, err error) find {
	var syntax *jsontext.SyntacticError
	if !errors.As(err, &syntax) {
		return find{line: p.line, lost: err.Error()}
	}
	before := p.text[:min(int(syntax.ByteOffset), len(p.text))]
	line := p.line + bytes.Count(before, []byte{'\n'})
	column := len(bytes.Runes(before[bytes.LastIndexByte(before, '\n')+1:])) + 1
	if errors.Is(syntax.Err, io.ErrUnexpectedEOF) {
		return find{line: line, lost: fmt.Sprintf("the JSON record ends too early, at column %d", column)}
	}
	return find{line: line, lost: fmt.Sprintf("no valid JSON at column %d: %v", column, syntax.Err)}
}

func (d *decoder) object(r *record, text []byte) error {
	d.json.Reset(bytes.NewBuffer(text), lenient...)
	if d.json.PeekKind() != '{' {
		if _, err := d.json.ReadToken(); err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		return errNoObject
	}
	if _, err := d.json.ReadToken(); err != nil {
		return err
	}
	for d.json.PeekKind() != '}' {
		if err := d.member(r); err != nil {
			return err
		}
	}
	if _, err := d.json.ReadToken(); err != nil {
		return err
	}
	switch _, err := d.json.ReadToken(); {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		return err
	}
	return errMore
}

// member reads a name and its value.
func (d *decoder) member(r *record) error {
	name, err := d.json.ReadToken()
	if err != nil {
		return tooEarly(err)
	}
	f, rank, ok := fieldNamed(name.String())
	switch {
	case !ok:
		return d.skip()
	case f.isList():
		list, err := d.list(f)
		r.setList(f, rank, list)
		return err
	}
	text, err := d.text(" ")
	r.setText(f, rank, text)
	return err
}

// tooEarly says io.ErrUnexpectedEOF for an object that ends too early.
func tooEarly(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// skip passes over a value.
func (d *decoder) skip() error {
	depth := d.json.StackDepth()
	for {
		if _, err := d.json.ReadToken(); err != nil {
			return tooEarly(err)
		}
		switch now := d.json.StackDepth(); {
		case now > maxDepth:
			return errDepth
		case now == depth:
			return nil
		}
	}
}

// text reads a value as one text: of an array its texts joined, of an object that of the member that names it.
func (d *decoder) text(joint string) (string, error) {
	switch d.json.PeekKind() {
	case '"', '0':
		tok, err := d.json.ReadToken()
		if err != nil {
			return "", tooEarly(err)
		}
		return tok.String(), nil
	case '[':
		texts, err := d.array(func() (string, error) { return d.text(joint) })
		return strings.Join(texts, joint), err
	case '{':
		return d.named()
	default: // null, true, false, or broken
		return "", d.skip()
	}
}

// list reads authors, keywords or references: an array of texts or of objects with names, or one text.
func (d *decoder) list(f field) ([]string, error) {
	if d.json.PeekKind() == '[' {
		return d.array(d.named)
	}
	text, err := d.named()
	if text == "" || err != nil {
		return nil, err
	}
	return splitList(f, text), nil
}

func (d *decoder) array(element func() (string, error)) ([]string, error) {
	if _, err := d.json.ReadToken(); err != nil {
		return nil, err
	}
	if d.json.StackDepth() > maxDepth {
		return nil, errDepth
	}
	var texts []string
	for d.json.PeekKind() != ']' {
		text, err := element()
		if err != nil {
			return nil, err
		}
		if text = strip(text); text != "" {
			texts = append(texts, text)
		}
	}
	_, err := d.json.ReadToken()
	return texts, err
}

// named reads a text, or an object that has one under name, or under given and family.
func (d *decoder) named() (string, error) {
	if d.json.PeekKind() != '{' {
		return d.text(" ")
	}
	if _, err := d.json.ReadToken(); err != nil {
		return "", err
	}
	if d.json.StackDepth() > maxDepth {
		return "", errDepth
	}
	var name, given, family string
	for d.json.PeekKind() != '}' {
		key, err := d.json.ReadToken()
		if err != nil {
			return "", tooEarly(err)
		}
		var into *string
		switch fold(key.String()) {
		case "name", "displayname", "fullname", "value", "author", "title", "oid", "doi", "literal":
			into = &name
		case "given", "first", "firstname", "givenname", "forename":
			into = &given
		case "family", "last", "lastname", "familyname", "surname":
			into = &family
		default:
			if err := d.skip(); err != nil {
				return "", err
			}
			continue
		}
		text, err := d.text(" ")
		if err != nil {
			return "", err
		}
		if *into == "" {
			*into = text
		}
	}
	_, err := d.json.ReadToken()
	if name == "" {
		name = strings.TrimSpace(given + " " + family)
	}
	return name, err
}
