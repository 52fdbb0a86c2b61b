package pace

import (
	"context"
	"errors"
	"testing"
)

func TestStepLooksNowAndThen(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	p := New(ctx)
	for range 3 * every {
		if err := p.Step(); err != nil {
			t.Fatal(err)
		}
	}
	cancel()
	steps := 1
	for ; p.Step() == nil; steps++ {
		if steps > every {
			t.Fatal("it does not look")
		}
	}
	if steps != every {
		t.Errorf("it looks after %d steps, want %d", steps, every)
	}
	for range every - 1 {
		_ = p.Step()
	}
	if err := p.Step(); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
