package lexicon_test

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"hash/crc32"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"papergraph/ingest"
	"papergraph/ingest/lexicon"
)

// written returns the file of a background.
func written(tb testing.TB, b *ingest.Background) []byte {
	tb.Helper()
	var w bytes.Buffer
	if err := lexicon.Write(&w, b); err != nil {
		tb.Fatal(err)
	}
	return w.Bytes()
}

// opened returns the table of a background.
func opened(tb testing.TB, b *ingest.Background) *lexicon.Lexicon {
	tb.Helper()
	l, err := lexicon.Open(written(tb, b))
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

// readBack returns what a table says of the keys of a background.
func readBack(l *lexicon.Lexicon, b *ingest.Background) ingest.Background {
	got := ingest.Background{Documents: l.Documents()}
	for _, t := range b.Terms {
		if read, ok := l.Term(t.Key); ok {
			got.Terms = append(got.Terms, read)
		}
	}
	for _, s := range b.Shorts {
		got.Shorts = append(got.Shorts, ingest.Short{Short: s.Short, Senses: l.Senses(s.Short)})
	}
	for _, s := range b.Splits {
		if read, ok := l.Split(s.Joined); ok {
			got.Splits = append(got.Splits, read)
		}
	}
	return got
}

// drawn makes up a background.
func drawn(t *rapid.T) ingest.Background {
	key := rapid.StringMatching(`[a-c ]{0,6}`)
	count := rapid.IntRange(0, 1<<31-1)
	b := ingest.Background{Documents: count.Draw(t, "documents")}
	for _, k := range keys(t, key, 2000) {
		b.Terms = append(b.Terms, ingest.TermCount{Key: k, Documents: count.Draw(t, "in"), Alone: count.Draw(t, "alone"), Kinds: drawnKinds(t)})
	}
	for _, k := range keys(t, key, 20) {
		s := ingest.Short{Short: k}
		for range rapid.IntRange(1, 3).Draw(t, "senses") {
			s.Senses = append(s.Senses, ingest.Sense{Long: key.Draw(t, "long"), Documents: count.Draw(t, "in"), Company: drawnCompany(t)})
		}
		b.Shorts = append(b.Shorts, s)
	}
	for _, k := range keys(t, key, 20) {
		b.Splits = append(b.Splits, ingest.Split{Joined: k, Apart: key.Draw(t, "apart"), Documents: count.Draw(t, "in")})
	}
	return b
}

// keys draws some keys, each once and in order.
func keys(t *rapid.T, key *rapid.Generator[string], most int) []string {
	list := rapid.SliceOfNDistinct(key, 0, min(most, rapid.IntRange(0, most).Draw(t, "most")), rapid.ID[string]).Draw(t, "keys")
	slices.Sort(list)
	return list
}

func drawnKinds(t *rapid.T) []ingest.KindCount {
	var kinds []ingest.KindCount
	for range rapid.IntRange(0, 2).Draw(t, "kinds") {
		kinds = append(kinds, ingest.KindCount{
			Cue:       ingest.Cue(rapid.IntRange(0, int(ingest.CueUsed)).Draw(t, "cue")),
			Kind:      ingest.Kind(rapid.IntRange(0, int(ingest.Concept)).Draw(t, "kind")),
			Documents: rapid.IntRange(0, 1000).Draw(t, "in"),
		})
	}
	return kinds
}

func drawnCompany(t *rapid.T) []ingest.Companion {
	var company []ingest.Companion
	for range rapid.IntRange(0, 3).Draw(t, "company") {
		company = append(company, ingest.Companion{Word: rapid.StringMatching(`[a-z]*`).Draw(t, "word"), Weight: float64(rapid.IntRange(0, 255).Draw(t, "weight")) / 255})
	}
	return company
}

func TestReadsWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := drawn(t)
		var file bytes.Buffer
		if err := lexicon.Write(&file, &b); err != nil {
			t.Fatal(err)
		}
		l, err := lexicon.Open(file.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if diff := gocmp.Diff(b, readBack(l, &b)); diff != "" {
			t.Error(diff)
		}
		absent := rapid.StringMatching(`[a-d ]{0,7}`).Draw(t, "absent")
		_, found := l.Term(absent)
		if _, is := slices.BinarySearchFunc(b.Terms, absent, func(t ingest.TermCount, key string) int { return cmp.Compare(t.Key, key) }); found != is {
			t.Errorf("%q is found: %v, is there: %v", absent, found, is)
		}
		if l.Err() != nil {
			t.Error(l.Err())
		}
	})
}

func TestWriteRefusesDisorder(t *testing.T) {
	for name, keys := range map[string][]string{"disorder": {"b", "a"}, "doubles": {"a", "a"}} {
		t.Run(name, func(t *testing.T) {
			var b ingest.Background
			for _, k := range keys {
				b.Terms = append(b.Terms, ingest.TermCount{Key: k})
			}
			if err := lexicon.Write(&bytes.Buffer{}, &b); err == nil || !strings.HasPrefix(err.Error(), "lexicon: ") {
				t.Errorf("error %v", err)
			}
		})
	}
}

// small is a background with something in each table.
var small = ingest.Background{
	Documents: 100,
	Terms: []ingest.TermCount{
		{Key: "WaggleNet", Documents: 7, Alone: 6, Kinds: []ingest.KindCount{{Cue: ingest.CueTitle, Kind: ingest.Method, Documents: 1}}},
		{Key: "waggle dance", Documents: 12, Alone: 9},
	},
	Shorts: []ingest.Short{{Short: "WD", Senses: []ingest.Sense{{Long: "waggle dance", Documents: 4, Company: []ingest.Companion{{Word: "bee", Weight: 1}}}}}},
	Splits: []ingest.Split{{Joined: "beehive", Apart: "bee hive", Documents: 5}},
}

func TestOpenTellsWhatIsWrong(t *testing.T) {
	whole := written(t, &small)
	newer := slices.Clone(whole)
	newer[7]++
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"nothing":         {nil, "this is no lexicon"},
		"another file":    {[]byte("PK\x03\x04 and so on, a packed folder"), "this is no lexicon"},
		"another version": {newer, "another version"},
		"cut at the head": {whole[:9], "cut or damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := lexicon.Open(c.file); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
}

func TestOpenSeesEveryDamage(t *testing.T) {
	whole := written(t, &small)
	for i := range whole {
		if _, err := lexicon.Open(whole[:i]); err == nil {
			t.Errorf("cut to %d bytes it opens", i)
		}
		bad := slices.Clone(whole)
		bad[i] ^= 0x10
		if _, err := lexicon.Open(bad); err == nil {
			t.Errorf("with byte %d changed it opens", i)
		}
	}
	if _, err := lexicon.Open(append(slices.Clone(whole), 0)); err == nil {
		t.Error("with a byte more it opens")
	}
}

// sealed gives a body the right checksum, so that what is behind it is read.
func sealed(body []byte) []byte {
	return binary.LittleEndian.AppendUint32(slices.Clone(body), crc32.Checksum(body, crc32.MakeTable(crc32.Castagnoli)))
}

func TestDamagedBlockFindsNothing(t *testing.T) {
	whole := written(t, &small)
	body := whole[:len(whole)-4]
	broken := 0
	for i := 8; i < len(body); i++ {
		bad := slices.Clone(body)
		bad[i] ^= 0xff
		l, err := lexicon.Open(sealed(bad))
		if err != nil {
			continue
		}
		readBack(l, &small)
		if l.Err() != nil {
			broken++
		}
	}
	if broken == 0 {
		t.Error("no damage was told of")
	}
}
