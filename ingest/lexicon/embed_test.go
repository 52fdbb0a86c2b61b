package lexicon_test

import (
	"sync"
	"testing"

	"papergraph/ingest/lexicon"
)

func TestEmbedded(t *testing.T) {
	l := lexicon.Embedded()
	terms, shorts, splits := l.Size()
	if l.Documents() < 10_000 || terms < 50_000 || shorts < 1000 || splits < 500 {
		t.Errorf("%d documents, %d terms, %d short forms, %d compounds", l.Documents(), terms, shorts, splits)
	}
	net, _ := l.Term("neural network")
	deep, _ := l.Term("deep neural network")
	if net.Documents <= deep.Documents || deep.Documents == 0 || net.Alone > net.Documents {
		t.Errorf("%+v, %+v", net, deep)
	}
	if s := l.Senses("GAN"); len(s) == 0 || s[0].Long != "generative adversarial network" || len(s[0].Company) < 12 {
		t.Errorf("GAN is %+v", s)
	}
	if s, ok := l.Split("finetuning"); !ok || s.Apart != "fine tuning" {
		t.Errorf("finetuning is %+v apart", s)
	}
}

func TestManyAtOnce(t *testing.T) {
	l := opened(t, &small)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if _, ok := l.Term("waggle dance"); !ok {
				t.Error("not found")
			}
			if len(l.Senses("WD")) != 1 {
				t.Error("no sense")
			}
		})
	}
	all.Wait()
}
