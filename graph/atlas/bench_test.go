package atlas_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"papergraph/graph/atlas"
	"papergraph/ingest"
)

// BenchmarkBuild runs the whole chain and tells what an atlas holds on to, its documents not counted.
func BenchmarkBuild(b *testing.B) {
	inputs := []atlas.Input{example(b)}
	for _, n := range []int{274, 2000} {
		inputs = append(inputs, atlas.Input{Title: "made up", Corpus: ingest.NewCorpus(groups(n))})
	}
	for _, in := range inputs {
		papers := len(in.Corpus.Documents)
		b.Run(fmt.Sprintf("papers=%d", papers), func(b *testing.B) {
			var a *atlas.Atlas
			build := func() {
				var err error
				if a, err = atlas.Build(context.Background(), in, atlas.DefaultSettings, 0, nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportAllocs()
			for b.Loop() {
				build()
			}
			elapsed := b.Elapsed()
			a = nil
			before := heap()
			build()
			bytes := heap() - before
			b.ReportMetric(float64(papers)*float64(b.N)/elapsed.Seconds(), "papers/s")
			b.ReportMetric(bytes/float64(papers), "bytes/paper")
			b.ReportMetric(float64(a.Network.Links.Size())/float64(papers), "links/paper")
			runtime.KeepAlive(a)
		})
	}
}

// heap returns how many bytes are in use.
func heap() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

// groups returns papers of made-up words, in groups of 20, as long as abstracts are: a phrase is of the group's words three
// times out of four.
func groups(n int) []ingest.Document {
	rng := rand.New(rand.NewPCG(1, uint64(n)))
	docs := make([]ingest.Document, n)
	for i := range docs {
		phrase := func() string {
			if rng.IntN(4) == 0 {
				return madeUp(rng.IntN(40)) + " " + madeUp(1000+rng.IntN(2000))
			}
			return madeUp(40+i/20) + " " + madeUp(5000+i/20*20+rng.IntN(20))
		}
		var abstract strings.Builder
		for range 12 {
			fmt.Fprintf(&abstract, "We study the %s of a %s with the %s. ", phrase(), phrase(), phrase())
		}
		docs[i] = ingest.Document{ID: fmt.Sprint("p", i), Title: "On the " + phrase() + " and the " + phrase(), Abstract: abstract.String()}
	}
	return docs
}

// madeUp returns the word of a number, of syllables that no list of words has.
func madeUp(n int) string {
	syllables := []string{"vor", "kel", "mur", "zan", "tib", "gol", "pesh", "quar", "lim", "dro"}
	return syllables[n%10] + syllables[n/10%10] + syllables[n/100%10] + syllables[n/1000%10]
}
