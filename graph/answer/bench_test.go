package answer_test

import (
	"context"
	"testing"

	"papergraph/graph/answer"
	"papergraph/graph/answer/answertest"
)

func BenchmarkAnswers(b *testing.B) {
	g, err := answertest.Synthetic(context.Background(), 5000)
	if err != nil {
		b.Fatal(err)
	}
	docs := g.Atlas().Corpus.Documents
	b.Run("index/5000", func(b *testing.B) {
		for b.Loop() {
			answer.NewGuide(g.Atlas()).Search("x", 1)
		}
	})
	b.Run("search/5000", func(b *testing.B) {
		for b.Loop() {
			g.Search("vortibvorvor kel", 20)
		}
	})
	b.Run("papers/5000", func(b *testing.B) {
		for b.Loop() {
			if _, err := g.Papers(answer.PapersQuery{Limit: 100}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("paper/5000", func(b *testing.B) {
		for b.Loop() {
			if _, err := g.Paper(docs[77].ID); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("path/5000", func(b *testing.B) {
		for b.Loop() {
			if _, err := g.Path(context.Background(), docs[0].ID, docs[4000].ID, 3); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("bridges/5000", func(b *testing.B) {
		for b.Loop() {
			g.Bridges(10)
		}
	})
}
