package papers_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"papergraph/graph/papers"
	"papergraph/ingest"
)

// BenchmarkBuild tells what a network holds on to: bytes a paper without any link, and what a link adds.
func BenchmarkBuild(b *testing.B) {
	for _, size := range []int{274, 2000} {
		b.Run(fmt.Sprintf("papers=%d", size), func(b *testing.B) {
			c, v := vocabulary(b, groups(size))
			build := func(o papers.Options) *papers.Network {
				n, err := papers.Build(context.Background(), c, v, o, nil)
				if err != nil {
					b.Fatal(err)
				}
				return n
			}
			b.ReportAllocs()
			for b.Loop() {
				build(usual)
			}
			elapsed := b.Elapsed()
			_, bare := held(func() *papers.Network { return build(papers.Options{}) })
			n, full := held(func() *papers.Network { return build(usual) })
			entries := 0
			for u := range size {
				terms, _ := v.Row(u)
				entries += len(terms)
			}
			b.ReportMetric(float64(size)*float64(b.N)/elapsed.Seconds(), "papers/s")
			b.ReportMetric(float64(entries)/float64(size), "terms/paper")
			b.ReportMetric(float64(n.Links.Size())/float64(size), "links/paper")
			b.ReportMetric(bare/float64(size), "bytes/paper")
			b.ReportMetric((full-bare)/float64(n.Links.Size()), "bytes/link")
		})
	}
}

// held returns what is made and how many bytes stay in use for it.
func held(build func() *papers.Network) (*papers.Network, float64) {
	before := heap()
	n := build()
	bytes := heap() - before
	runtime.KeepAlive(n)
	return n, bytes
}

// heap returns how many bytes are in use.
func heap() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

func BenchmarkShares(b *testing.B) {
	n := network(b, groups(274), usual)
	u := 0
	for b.Loop() {
		n.Shares(u%274, (u+1)%274)
		u++
	}
}

func BenchmarkNearest(b *testing.B) {
	n := network(b, groups(2000), usual)
	u := 0
	for b.Loop() {
		n.Nearest(u%2000, 10)
		u++
	}
}

// groups returns papers of made-up words, in groups of 20, as long as abstracts are: a phrase is of the group's
// words three times out of four.
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
