package bib

import (
	"bytes"
	"regexp"
	"unicode"
)

// sniff returns the format of a text by its beginning, or nil and what the text looks like.
func sniff(name string, head []byte) (*Format, string) {
	text := bytes.TrimSpace(head)
	if len(text) == 0 {
		return nil, "empty"
	}
	formats := Formats()
	if text[0] == '{' || text[0] == '[' && looksLikeArray(text) || mostlyObjects(text) {
		return &formats[0], ""
	}
	if seen := unread(text); seen != "" {
		return nil, seen
	}
	if _, ok := findTable(name, head); ok {
		return &formats[1], ""
	}
	if !bytes.ContainsFunc(text, unicode.IsLetter) {
		return nil, "no words in it"
	}
	return &formats[2], ""
}

// looksLikeArray tells an array from a listing whose lines are numbered [1], [2].
func looksLikeArray(text []byte) bool {
	rest := bytes.TrimSpace(text[1:])
	return len(rest) == 0 || bytes.IndexByte([]byte(`{["]`), rest[0]) >= 0 || bytes.HasPrefix(rest, []byte("null"))
}

// mostlyObjects reports whether most of the first lines are an object each, though the very first is not.
func mostlyObjects(text []byte) bool {
	var all, objects int
	for line := range bytes.Lines(text) {
		line = bytes.TrimRight(bytes.TrimSpace(line), ",")
		if len(line) == 0 {
			continue
		}
		if all++; all > 20 {
			break
		}
		if line[0] == '{' && line[len(line)-1] == '}' {
			objects++
		}
	}
	return objects*2 > all
}

// foreign says what bytes that are no text look like, "" for text.
func foreign(head []byte) string {
	for _, f := range []struct{ magic, seen string }{
		{"%PDF", "looks like a PDF: copy its text, or save the list as CSV"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "looks like an old Excel or Word file: save it as CSV or plain text"},
		{"PK\x03\x04", zipped(head)},
		{"\x89PNG", "looks like a picture"},
		{"\xff\xd8\xff", "looks like a picture"},
		{"GIF8", "looks like a picture"},
		{"SQLite format 3\x00", "looks like an SQLite database"},
		{"\x1f\x8b", "packed more than twice"},
		{"\x28\xb5\x2f\xfd", "packed more than twice"},
		{"BZh", "looks like bzip2: pack it as gz or zst, or unpack it"},
		{"\xfd7zXZ\x00", "looks like xz: pack it as gz or zst, or unpack it"},
		{"7z\xbc\xaf\x27\x1c", "looks like a 7z archive: unpack it first"},
		{"PAR1", "looks like Parquet: save it as CSV or JSON lines"},
		{"{\\rtf", "looks like rich text: save it as plain text"},
	} {
		if bytes.HasPrefix(head, []byte(f.magic)) {
			return f.seen
		}
	}
	if _, _, wide := utf16Order(head); !wide && binary(head) {
		return "binary data"
	}
	return ""
}

// zipped tells what stands in a zip archive by the names of its first members.
func zipped(head []byte) string {
	for _, f := range []struct{ member, seen string }{
		{"xl/", "looks like an Excel workbook: save it as CSV"},
		{"word/", "looks like a Word document: save it as plain text"},
		{"opendocument.spreadsheet", "looks like a spreadsheet: save it as CSV"},
		{"opendocument.text", "looks like a text document: save it as plain text"},
	} {
		if bytes.Contains(head, []byte(f.member)) {
			return f.seen
		}
	}
	return "looks like a zip archive: unpack it first"
}

// binary reports whether more than one byte in 50 is a control character that no text has. Of random bytes one in ten
// is; a text with some NUL bytes stays below.
func binary(head []byte) bool {
	n := 0
	for _, b := range head {
		if b < 0x20 && bytes.IndexByte([]byte("\t\n\v\f\r\x1b"), b) < 0 {
			n++
		}
	}
	return n*50 > len(head)
}

// unreadForms are well-known formats that cannot be read. As a listing each would be rubbish.
var unreadForms = []struct {
	form *regexp.Regexp
	seen string
}{
	{regexp.MustCompile(`(?i)\A(?:<!doctype html|<html)`), "looks like a saved web page: copy its text, or save it as plain text"},
	{regexp.MustCompile(`\A(?:<\?xml|<[A-Za-z][\w:]*[\s>])`), "looks like XML: save the list as CSV or JSON"},
	{regexp.MustCompile(`(?m)\A\s*(?:%.*\s+)*@\w+\s*[{(]`), "looks like BibTeX: save the list as CSV or JSON"},
	{regexp.MustCompile(`(?m)^TY {1,2}- ?\w+\s*$`), "looks like RIS: save the list as CSV or JSON"},
	{regexp.MustCompile(`(?m)^PMID- ?\d+`), "looks like PubMed text: save the list as CSV"},
	{regexp.MustCompile(`\AFN (?:Clarivate|Thomson|ISI)`), "looks like Web of Science text: save the list as a table"},
	{regexp.MustCompile(`\A%0 \w+`), "looks like EndNote text: save the list as CSV"},
	{regexp.MustCompile(`\A#!\s*/`), "looks like a program"},
}

// unread says which well-known format a text has that cannot be read, "" for none.
func unread(text []byte) string {
	for _, f := range unreadForms {
		if f.form.Match(text[:min(len(text), 4096)]) {
			return f.seen
		}
	}
	return ""
}
