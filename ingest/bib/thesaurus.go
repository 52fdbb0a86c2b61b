package bib

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"papergraph/ingest"
)

// Thesaurus reads what is to be called what, in the form of VOSviewer: a header "label", "replace by", and a row a term,
// cells parted by tabs, commas or semicolons; an empty "replace by" mutes the term. A third column "kind" pins a kind. What
// is wrong with a row is a warning; the error is that of a file that cannot be opened or read, or that has no such header.
// O(bytes) time and space.
func Thesaurus(ctx context.Context, name string) ([]ingest.Wish, []ingest.Warning, error) {
	return wishesOf(ctx, name, readThesaurus)
}

// StopList reads terms that are to be none, one a line. Blank lines are passed over. Errors and cost are those of Thesaurus.
func StopList(ctx context.Context, name string) ([]ingest.Wish, []ingest.Warning, error) {
	return wishesOf(ctx, name, readStopList)
}

// wishReader reads the wishes of one file.
type wishReader func(ctx context.Context, s *source, r *bufio.Reader) ([]ingest.Wish, error)

func wishesOf(ctx context.Context, name string, read wishReader) ([]ingest.Wish, []ingest.Warning, error) {
	file, err := fileInput(name, false).open()
	if err != nil {
		return nil, nil, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	return wishesFrom(ctx, name, &stopper{ctx, file}, read)
}

// wishesFrom reads wishes from what may be packed and in any encoding, as papers are read.
func wishesFrom(ctx context.Context, name string, r io.Reader, read wishReader) ([]ingest.Wish, []ingest.Warning, error) {
	plain, err := unpack(r)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	defer plain.Close()
	if seen := foreign(plain.head()); seen != "" {
		return nil, nil, fmt.Errorf("%s: %s", name, seen)
	}
	s, t := &source{name: name}, newText(plain.r)
	wishes, err := read(ctx, s, t.peek)
	switch {
	case ctx.Err() != nil:
		return nil, nil, ctx.Err()
	case err != nil:
		return nil, nil, err
	}
	t.report(s)
	s.sortWarnings()
	return wishes, s.warnings, nil
}

// The columns of a thesaurus. What is not there is -1.
type thesaurusColumns struct{ label, by, kind int }

// thesaurusHeader returns what parts the cells of a header, and its columns; ok says that it is one.
func thesaurusHeader(line []byte) (comma byte, at thesaurusColumns, ok bool) {
	for _, comma := range []byte("\t,;") {
		at = thesaurusColumns{-1, -1, -1}
		for i, cell := range parseRow(line, comma) {
			switch strings.ToLower(strings.NewReplacer(" ", "", "_", "", "-", "").Replace(strings.TrimSpace(cell))) {
			case "label":
				at.label = i
			case "replaceby":
				at.by = i
			case "kind":
				at.kind = i
			}
		}
		if at.label >= 0 && at.by >= 0 {
			return comma, at, true
		}
	}
	return 0, at, false
}

// readThesaurus reads the header and the rows below it.
func readThesaurus(ctx context.Context, s *source, r *bufio.Reader) ([]ingest.Wish, error) {
	rows := &rowReader{lines: lines{r: r}}
	head, _ := r.Peek(window)
	header, before, _ := headerLine(head)
	comma, at, ok := thesaurusHeader(header)
	if !ok {
		return nil, fmt.Errorf("%s:%d: a thesaurus begins with the header \"label<TAB>replace by\" (and \"<TAB>kind\" if you like), not %q", s.name, before+1, clipped(header))
	}
	rows.comma, rows.width = comma, 1+max(at.label, at.by, at.kind)
	for range before {
		if _, _, err := rows.lines.next(); err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
	}
	if _, err := rows.next(); err != nil {
		return nil, fmt.Errorf("%s: %w", s.name, err)
	}
	var wishes []ingest.Wish
	for n := 0; ; n++ {
		if n%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		row, err := rows.next()
		if errors.Is(err, io.EOF) {
			return wishes, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %s", s.name, reason(err))
		}
		if w, ok := s.wish(&row, at, rows.width); ok {
			wishes = append(wishes, w)
		}
	}
}

// wish makes a wish of a row, and warns of what is wrong with it. Missing cells are empty: editors cut tabs at ends of lines.
func (s *source) wish(r *row, at thesaurusColumns, width int) (ingest.Wish, bool) {
	if r.lost != "" {
		s.warn(ingest.Dropped, r.line, r.lost, "left out")
		return ingest.Wish{}, false
	}
	if r.mended != "" {
		s.warn(ingest.Repaired, r.line, r.mended, "taken as part of the term")
	}
	if len(r.cells) > width {
		s.warn(ingest.Repaired, r.line, fmt.Sprintf("%d cells below a header of %d", len(r.cells), width), "read as far as they fit")
	}
	cell := func(i int) string {
		if i < 0 || i >= len(r.cells) {
			return ""
		}
		return strings.Join(strings.Fields(r.cells[i]), " ")
	}
	w := ingest.Wish{Label: cell(at.label), By: cell(at.by), File: s.name, Line: r.line}
	if w.Label == "" {
		s.warn(ingest.Dropped, r.line, "no label", "left out")
		return w, false
	}
	if kind := cell(at.kind); kind != "" {
		s.pin(&w, kind)
	}
	return w, true
}

// pin gives a wish the kind of the name.
func (s *source) pin(w *ingest.Wish, name string) {
	k, ok := ingest.KindNamed(name)
	switch {
	case !ok:
		s.warn(ingest.Partial, w.Line, fmt.Sprintf("kind %q is none of %s", name, strings.Join(ingest.KindNames(), ", ")), "the kind is left as it is")
	case w.Mutes():
		s.warn(ingest.Partial, w.Line, fmt.Sprintf("%q is to be no term (\"replace by\" is empty) and yet a %s", w.Label, k), "it is no term; to pin its kind, replace it by itself")
	default:
		w.Kind, w.Pinned = k, true
	}
}

// readStopList reads a term a line.
func readStopList(ctx context.Context, s *source, r *bufio.Reader) ([]ingest.Wish, error) {
	var wishes []ingest.Wish
	lines := lines{r: r}
	for {
		line, long, err := lines.next()
		if errors.Is(err, io.EOF) {
			return wishes, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %s", s.name, reason(err))
		}
		if lines.n%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if long {
			s.warn(ingest.Dropped, lines.n, longLine, "left out")
		}
		if label := strings.Join(strings.Fields(string(line)), " "); label != "" {
			wishes = append(wishes, ingest.Wish{Label: label, File: s.name, Line: lines.n})
		}
	}
}

// shownBytes is how much of a line that is not understood is shown.
const shownBytes = 60

func clipped(line []byte) string {
	if len(line) <= shownBytes {
		return string(line)
	}
	return strings.ToValidUTF8(string(line[:shownBytes]), "") + "…"
}
