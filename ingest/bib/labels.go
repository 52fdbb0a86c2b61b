package bib

import "papergraph/ingest"

// labelled reports whether the lines say what they are: "Title: …", "Abstract: …".
func labelled(passages []passage) bool {
	var titles, abstracts int
	for _, p := range passages {
		switch p.label {
		case "title":
			titles++
		case "abstract":
			abstracts++
		}
	}
	return titles > 1 || titles == 1 && abstracts > 0
}

// labels reads labelled lines. A title begins a paper; a line without a label goes on with the field above it.
func (l *listing) labels(passages []passage) {
	var r *record
	var last string
	var text passage // what is gathered for the label
	flush := func() {
		if r != nil && last != "" {
			setLabelled(r, passage{label: last, text: text.text})
		}
	}
	for _, p := range passages {
		switch {
		case p.label == "title":
			flush()
			r, last, text = l.add(p), p.label, p
			r.notes = append(r.notes, p.notes...)
		case r == nil:
			l.skipped = append(l.skipped, p)
		case p.label != "":
			flush()
			last, text = p.label, p
		case text.text == "":
			text.text = p.prose
		default:
			text.text += " " + p.prose
		}
	}
	flush()
	for _, r := range l.papers {
		if r.text[abstract] == "" && r.text[title] != "" {
			r.note(ingest.Partial, "no abstract below the title", "kept without abstract")
		}
	}
}
