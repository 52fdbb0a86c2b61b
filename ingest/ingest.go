// Package ingest has the nouns of the way from bytes to terms: Document, Corpus, Kind, Field, Span, and what is told of
// the reading. The verbs are in the packages below it: bib reads documents, text parts them into sentences and tokens,
// extract finds mentions, and vocab numbers what is mentioned. A document costs its text and about 300 bytes.
package ingest

// Field names a text of a document.
type Field uint8

// The fields in which mentions stand.
const (
	Title Field = iota
	Abstract
)

// String returns the name that the field has in answers.
func (f Field) String() string {
	if f == Title {
		return "title"
	}
	return "abstract"
}

// Kind says what a term names.
type Kind uint8

// The kinds, from the most to the least telling. Word is for plain words, which help weights and are shown nowhere as
// concepts.
const (
	Method Kind = iota
	Dataset
	Metric
	Task
	Concept
	Word
)

var kindNames = [...]string{"method", "dataset", "metric", "task", "concept", "word"}

// String returns the name that the kind has in answers.
func (k Kind) String() string { return kindNames[k] }

// MarshalText writes the name of the kind.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Span is a part of a field: bytes Start to End-1 of the text as given.
type Span struct {
	Field      Field
	Start, End int32
}

// Source says where a document was read: the name of the file as the user gave it, the format, and the line, from 1,
// where the record begins.
type Source struct {
	File   string `json:"file"`
	Format string `json:"format"`
	Line   int    `json:"line"`
}

// Document is a record as read, doubles merged. Only one of title and abstract is sure to be there; what is not known
// is empty, or 0 for the year.
type Document struct {
	ID         string // what the input calls it, else made; unique in its corpus
	Title      string
	Abstract   string
	Year       int
	Authors    []string
	Venue      string
	DOI        string // lower case, without a resolver's address
	ArXiv      string // without version
	URL        string
	Keywords   []string
	References []string
	Language   string
	Sources    []Source // at least one; more than one where records were merged
}

// Text returns the field's text as given.
func (d *Document) Text(f Field) string {
	if f == Title {
		return d.Title
	}
	return d.Abstract
}
