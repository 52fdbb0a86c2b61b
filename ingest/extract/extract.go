// Package extract finds what a document mentions: its words in order, with what parts them; abbreviations and what they
// stand for; names by shape and by cue. It sees one document at a time; what the corpus says of them is vocab's. Places are
// bytes of the field as given. A word that is no function word costs about 80 bytes; an abstract has about 110 of them.
package extract

import "papergraph/ingest"

// Found is what one document mentions.
type Found struct {
	Words       []Word // of title, then abstract, in order
	Definitions []Definition
	Names       []Name
	Brought     []Brought // what the document itself brings
	Title       int       // how many of Words stand in the title
}

// Document reads one document. O(bytes) time.
func Document(d *ingest.Document) Found {
	title, abstract := newSheet(ingest.Title, d.Title), newSheet(ingest.Abstract, d.Abstract)
	var f Found
	f.Definitions = abstract.definitions(title.definitions(nil))
	title.defined, abstract.defined = f.Definitions, f.Definitions
	f.Words = title.words(nil)
	f.Title = len(f.Words)
	f.Words = abstract.words(f.Words)
	if n, ok := title.titleName(&abstract); ok {
		f.Names = append(f.Names, n)
		if long, ok := title.longBehind(n); ok {
			f.Definitions = append(f.Definitions, long)
		}
	}
	f.Names = abstract.calledNames(f.Names)
	f.Brought = brought(&title, &abstract, &f)
	return f
}
