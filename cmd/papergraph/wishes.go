package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"papergraph/ingest"
	"papergraph/ingest/bib"
)

// wishing is what flags say of the reader's decisions about terms.
type wishing struct {
	thesauri, stops []string // files
	pins            []string // TERM=KIND
}

func (w *wishing) flags(c *cobra.Command) {
	f := c.Flags()
	f.StringArrayVar(&w.thesauri, "thesaurus", nil, "file of terms to merge, rename or mute: label, replace by (VOSviewer's form), and kind if you like; may be given again")
	f.StringArrayVar(&w.stops, "stop", nil, "file of terms to leave out, one a line; may be given again")
	f.StringArrayVar(&w.pins, "pin", nil, "TERM=KIND: always of this kind ("+strings.Join(ingest.KindNames(), ", ")+"); may be given again")
}

// check says which pin is none.
func (w *wishing) check() error {
	for _, pin := range w.pins {
		if _, ok := parsePin(pin); !ok {
			return wrongUse("--pin %s: try TERM=KIND, such as --pin \"knowledge distillation=method\"; kinds are %s", pin, either(ingest.KindNames()))
		}
	}
	return nil
}

// parsePin parts a pin at its last equals sign.
func parsePin(pin string) (ingest.Wish, bool) {
	at := strings.LastIndexByte(pin, '=')
	if at < 0 {
		return ingest.Wish{}, false
	}
	term := strings.Join(strings.Fields(pin[:at]), " ")
	kind, ok := ingest.KindNamed(pin[at+1:])
	return ingest.Wish{Label: term, By: term, Kind: kind, Pinned: true, File: "--pin"}, ok && term != ""
}

// wishes reads what the reader decides: pins of flags first, which are nearest at hand, then stop lists, then thesauri.
func (p *program) wishes(ctx context.Context, o *options) ([]ingest.Wish, error) {
	var all []ingest.Wish
	var trouble []ingest.Warning
	for _, pin := range o.wishing.pins {
		wish, _ := parsePin(pin) // check lets no other pass
		all = append(all, wish)
	}
	for _, kind := range []struct {
		files []string
		read  func(context.Context, string) ([]ingest.Wish, []ingest.Warning, error)
	}{{o.wishing.stops, bib.StopList}, {o.wishing.thesauri, bib.Thesaurus}} {
		for _, file := range kind.files {
			wishes, warnings, err := kind.read(ctx, file)
			if err != nil {
				return nil, err
			}
			all, trouble = append(all, wishes...), append(trouble, warnings...)
		}
	}
	p.tell.warnings(trouble)
	if o.strict && len(trouble) > 0 {
		return nil, errWarned
	}
	return all, nil
}
