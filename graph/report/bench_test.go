package report

import (
	"context"
	"io"
	"testing"

	"papergraph/graph/answer"
	"papergraph/graph/answer/answertest"
)

func BenchmarkReport(b *testing.B) {
	g, err := answertest.Synthetic(context.Background(), 5000)
	if err != nil {
		b.Fatal(err)
	}
	var r *Report
	b.Run("make/5000", func(b *testing.B) {
		for b.Loop() {
			if r, err = Make(context.Background(), answer.NewGuide(g.Atlas()), DefaultOptions); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("text/5000", func(b *testing.B) {
		for b.Loop() {
			if err := r.Text(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("json/5000", func(b *testing.B) {
		for b.Loop() {
			if err := r.JSON(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	})
}
