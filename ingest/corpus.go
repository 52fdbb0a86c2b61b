package ingest

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Corpus is the documents of one map in the order of their ids, so that numbers do not depend on the order of files.
type Corpus struct {
	Documents []Document // ascending by ID, no two alike
	Input     []int32    // the documents' numbers in the order in which they were read
	Hash      string     // "sha256:…" of the documents without their sources
}

// NewCorpus numbers documents. Where a document has no id, it gets one from its DOI, arXiv id or title; where two have
// the same, all but the first by content get "-2", "-3", …. It takes docs over. O(bytes + n log n) time.
func NewCorpus(docs []Document) *Corpus {
	for i := range docs {
		if docs[i].ID == "" {
			docs[i].ID = makeID(&docs[i])
		}
	}
	input := make([]int32, len(docs))
	for i := range input {
		input[i] = int32(i)
	}
	slices.SortStableFunc(input, func(a, b int32) int { return compare(&docs[a], &docs[b]) })
	c := &Corpus{Documents: make([]Document, len(docs)), Input: make([]int32, len(docs))}
	for n, i := range input {
		c.Documents[n] = docs[i]
	}
	partNamesakes(c.Documents)
	for n, i := range input {
		c.Input[i] = int32(n)
	}
	c.sortByID()
	c.Hash = hashOf(c.Documents)
	return c
}

// sortByID puts the documents in the order of their ids and keeps Input true.
func (c *Corpus) sortByID() {
	order := make([]int32, len(c.Documents))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(c.Documents[a].ID, c.Documents[b].ID) })
	docs, place := make([]Document, len(order)), make([]int32, len(order))
	for n, i := range order {
		docs[n], place[i] = c.Documents[i], int32(n)
	}
	c.Documents = docs
	for i, n := range c.Input {
		c.Input[i] = place[n]
	}
}

// Find returns the number of the document with the id, and whether there is one. O(log n) time.
func (c *Corpus) Find(id string) (int, bool) {
	return slices.BinarySearchFunc(c.Documents, id, func(d Document, id string) int { return cmp.Compare(d.ID, id) })
}

// compare orders documents by id, then by all of their content, so that documents that differ at all never depend on the
// order of input; sources do not count.
func compare(a, b *Document) int {
	return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Title, b.Title), cmp.Compare(a.Abstract, b.Abstract),
		cmp.Compare(a.Year, b.Year), cmp.Compare(a.DOI, b.DOI), cmp.Compare(a.ArXiv, b.ArXiv), cmp.Compare(a.Venue, b.Venue),
		cmp.Compare(a.URL, b.URL), cmp.Compare(a.Language, b.Language), slices.Compare(a.Authors, b.Authors),
		slices.Compare(a.Keywords, b.Keywords), slices.Compare(a.References, b.References))
}

// partNamesakes gives documents of one id, which stand side by side, ids of their own.
func partNamesakes(docs []Document) {
	taken := make(map[string]bool, len(docs))
	for i := range docs {
		taken[docs[i].ID] = true
	}
	for i := 1; i < len(docs); i++ {
		first := docs[i].ID
		if first != docs[i-1].ID {
			continue
		}
		for n := 2; i < len(docs) && docs[i].ID == first; n++ {
			id := first + "-" + strconv.Itoa(n)
			if taken[id] {
				continue
			}
			taken[id] = true
			docs[i].ID = id
			i++
		}
	}
}

// makeID returns an id that is the same in every run: the DOI, the arXiv id, or the title (else the abstract) in lower
// case letters and digits joined by dashes, at most 80 bytes with eight digits of its hash where it was cut.
func makeID(d *Document) string {
	switch {
	case d.DOI != "":
		return d.DOI
	case d.ArXiv != "":
		return "arxiv:" + d.ArXiv
	}
	text := d.Title
	if text == "" {
		text = d.Abstract
	}
	words := strings.FieldsFunc(strings.ToLower(norm.NFKC.String(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	id := strings.Join(words, "-")
	if id != "" && len(id) <= 80 {
		return id
	}
	sum := sha256.Sum256([]byte(text))
	cut := strings.ToValidUTF8(id[:min(len(id), 71)], "")
	return strings.TrimPrefix(cut+"-"+hex.EncodeToString(sum[:4]), "-") // an id that leads with a dash looks like a flag
}

// hashOf returns the hash of the documents' content, each string led by its length.
func hashOf(docs []Document) string {
	h := sha256.New()
	for i := range docs {
		d := &docs[i]
		for _, s := range []string{d.ID, d.Title, d.Abstract, strconv.Itoa(d.Year), d.Venue, d.DOI, d.ArXiv, d.URL, d.Language} {
			writeString(h, s)
		}
		for _, list := range [][]string{d.Authors, d.Keywords, d.References} {
			writeString(h, strconv.Itoa(len(list)))
			for _, s := range list {
				writeString(h, s)
			}
		}
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

func writeString(h hash.Hash, s string) {
	var size [4]byte
	binary.LittleEndian.PutUint32(size[:], uint32(len(s)))
	h.Write(size[:])
	h.Write([]byte(s))
}
