package export

import (
	"context"
	"io"
	"testing"

	"papergraph/graph/answer/answertest"
)

func BenchmarkWrite(b *testing.B) {
	g, err := answertest.Synthetic(context.Background(), 5000)
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range Formats() {
		b.Run(f.Name+"/5000", func(b *testing.B) {
			for b.Loop() {
				if err := f.Write(context.Background(), io.Discard, g, Selection{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
