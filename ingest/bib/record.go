package bib

import (
	"fmt"
	"strings"

	"papergraph/ingest"
)

// field is a property of a document that inputs name.
type field uint8

const (
	id field = iota
	title
	abstract
	year
	authors
	venue
	doi
	arxiv
	url
	keywords
	references
	language
	fields // how many
)

// fieldNamed returns the field that a key or a column's name means. Of several that a record has, the one of the lowest
// rank counts that is not empty.
func fieldNamed(name string) (f field, rank int, ok bool) {
	switch fold(name) {
	case "id", "paperid", "documentid", "key", "uid", "eid", "lensid", "workid", "publicationid", "forum":
		f = id
	case "title", "name", "headline", "papertitle", "primarytitle", "documenttitle", "articletitle", "itemtitle":
		f = title
	case "abstract", "summary", "description", "text", "paperabstract", "abstracttext", "notesabstract", "abstractnote", "abstracts", "tldr":
		f = abstract
	case "year", "publicationyear", "pubyear", "date", "published", "publicationdate", "pubdate", "publishedat", "publisheddate":
		f = year
	case "authors", "author", "authornames", "authorfullnames", "creators", "creator":
		f = authors
	case "venue", "journal", "booktitle", "conference", "sourcetitle", "publicationtitle", "journaltitle", "containertitle", "journalbook":
		f = venue
	case "doi", "doiurl", "itemdoi":
		f = doi
	case "url", "link", "paperurl", "abstracturl", "href":
		f = url
	case "arxiv", "arxivid":
		f = arxiv
	case "keywords", "tags", "topics", "keyword", "authorkeywords", "subjects":
		f = keywords
	case "references", "cites", "citedreferences", "referencedworks":
		f = references
	case "language", "lang":
		f = language
	default:
		return 0, 0, false
	}
	return f, rankOf(f, name), true
}

// rankOf puts the names that mean a field beyond doubt before those that often mean something else.
func rankOf(f field, name string) int {
	switch name := fold(name); f {
	case id:
		return index(name, "id", "key", "uid")
	case title:
		return index(name, "title", "papertitle", "documenttitle", "primarytitle", "articletitle", "itemtitle", "name", "headline")
	case abstract:
		return index(name, "abstract", "paperabstract", "abstracttext", "abstractnote", "notesabstract", "abstracts", "summary", "description", "text")
	case year:
		return index(name, "year", "publicationyear", "pubyear", "date")
	case authors:
		return index(name, "authorfullnames", "authors", "author")
	case venue:
		return index(name, "venue", "journal", "booktitle", "conference")
	case keywords:
		return index(name, "keywords", "authorkeywords", "keyword", "tags", "topics")
	default:
		return 0
	}
}

func index(name string, names ...string) int {
	for i, n := range names {
		if n == name {
			return i
		}
	}
	return len(names)
}

// fold returns the ASCII letters and digits of a name in lower case; it allocates only where that changes anything.
func fold(name string) string {
	plain := true
	for i := range len(name) {
		if c := name[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			plain = false
			break
		}
	}
	if plain {
		return name
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}, name)
}

// record gathers what an input says of one paper.
type record struct {
	line  int
	text  [fields]string
	list  [fields][]string
	rank  [fields]int // 1 above the rank of the name that set the field; 0 while it is empty
	notes []note
}

// setText sets a field unless a name of lower rank has set it already. Of equals the last wins, as in JSON.
func (r *record) setText(f field, rank int, s string) {
	if s = strip(s); s != "" && r.free(f, rank) {
		r.text[f], r.rank[f] = s, rank+1
	}
}

// setList is setText for authors, keywords and references.
func (r *record) setList(f field, rank int, list []string) {
	var kept []string
	for _, s := range list {
		if s = strip(s); s != "" {
			kept = append(kept, s)
		}
	}
	if len(kept) > 0 && r.free(f, rank) {
		r.list[f], r.rank[f] = kept, rank+1
	}
}

func (r *record) free(f field, rank int) bool { return r.rank[f] == 0 || rank+1 <= r.rank[f] }

func (f field) isList() bool { return f == authors || f == keywords || f == references }

func (r *record) note(kind ingest.Trouble, what, done string) {
	r.notes = append(r.notes, note{kind, r.line, what, done})
}

// find makes the document. What cannot be used of a field is noted; a record without title and abstract is lost.
func (r *record) find() find {
	for f := range fields {
		if len(r.text[f]) > maxField {
			return find{line: r.line, notes: r.notes, lost: fmt.Sprintf("field over %d MiB", maxField>>20)}
		}
	}
	d := ingest.Document{
		ID: r.text[id], Title: r.text[title], Abstract: r.text[abstract], Venue: r.text[venue], URL: r.text[url],
		Authors: r.list[authors], Keywords: r.list[keywords], References: r.list[references], Language: r.text[language],
	}
	if d.Abstract != "" && strings.EqualFold(d.Title, "untitled") {
		d.Title = ""
	}
	if d.Title == "" && d.Abstract == "" {
		return find{line: r.line, notes: r.notes, lost: "neither title nor abstract"}
	}
	r.numbers(&d)
	return find{doc: d, line: r.line, notes: r.notes}
}

// numbers fills year, DOI and arXiv id, which have a form to be checked.
func (r *record) numbers(d *ingest.Document) {
	var ok bool
	if s := r.text[year]; s != "" {
		if d.Year, ok = parseYear(s); !ok {
			r.note(ingest.Partial, fmt.Sprintf("year %q", clip(s)), "left empty")
		}
	}
	if s := r.text[doi]; s != "" {
		if d.DOI, ok = parseDOI(s); !ok {
			r.note(ingest.Partial, fmt.Sprintf("DOI %q", clip(s)), "left empty")
		}
	}
	if s := r.text[arxiv]; s != "" {
		if d.ArXiv, ok = parseArXiv(s); !ok {
			r.note(ingest.Partial, fmt.Sprintf("arXiv id %q", clip(s)), "left empty")
		}
	}
	if d.DOI == "" && strings.Contains(d.URL, "doi.org/") {
		d.DOI, _ = parseDOI(d.URL)
	}
	if rest, ok := strings.CutPrefix(d.DOI, "10.48550/arxiv."); ok && d.ArXiv == "" {
		d.ArXiv, _ = parseArXiv(rest)
	}
	if d.ArXiv == "" && strings.Contains(d.URL, "arxiv.org/") {
		d.ArXiv, _ = parseArXiv(d.URL)
	}
}

// clip shortens a value for a warning.
func clip(s string) string {
	const most = 60
	if n := 0; len(s) > most {
		for i := range s {
			if n++; n > most {
				return s[:i] + "…"
			}
		}
	}
	return s
}
