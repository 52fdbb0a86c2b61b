package read

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// weightKey finds the weights among the data of GraphML: those with the key for edges that is named weight, or, where no
// key is, with the id weight.
type weightKey struct {
	id       string
	named    bool    // some key of edges has the name
	fallback float64 // what an edge weighs that says nothing
	inKey    bool    // its key element is open
	text     bytes.Buffer
	listens  bool // text is for us
}

func newWeightKey() weightKey { return weightKey{id: "weight", fallback: 1} }

// open begins a key element.
func (k *weightKey) open(attrs []xml.Attr) {
	of := attribute(attrs, "for")
	if k.named || of != "edge" && of != "all" && of != "" {
		return
	}
	if strings.EqualFold(attribute(attrs, "attr.name"), "weight") {
		k.id, k.named, k.inKey = attribute(attrs, "id"), true, true
	}
}

func (k *weightKey) listenToDefault() { k.listen(k.inKey) }

// listenToData begins a data element of an edge.
func (k *weightKey) listenToData(attrs []xml.Attr) { k.listen(attribute(attrs, "key") == k.id) }

func (k *weightKey) listen(yes bool) {
	if yes {
		k.listens = true
		k.text.Reset()
	}
}

func (k *weightKey) hear(text []byte) {
	if k.listens {
		k.text.Write(text)
	}
}

// take returns the weight that was heard, and whether one was.
func (k *weightKey) take(line int) (weight float64, said bool, err error) {
	if !k.listens {
		return 0, false, nil
	}
	k.listens = false
	weight, err = number(line, bytes.TrimSpace(k.text.Bytes()))
	return weight, true, err
}

// takeDefault ends a default element.
func (k *weightKey) takeDefault(line int) error {
	weight, said, err := k.take(line)
	if said {
		k.fallback = weight
	}
	return err
}
