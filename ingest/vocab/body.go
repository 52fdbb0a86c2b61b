package vocab

import "papergraph/ingest/extract"

// bodies are tails that make a term of an only word before them which says little by itself: inverse problem, kernel method,
// diffusion process. What is left without them (inverse, kernel) is nothing that readers or authors would name.
var bodies = map[string]bool{
	"method": true, "approach": true, "technique": true, "framework": true, "scheme": true, "procedure": true, "problem": true, "process": true,
	"solution": true, "performance": true, "capability": true, "setting": true,
}

// hasBody reports whether a chunk is one plain word and a body, and a term as a whole. What is done is a term without a body: a
// pruning method is pruning.
func hasBody(us []unit, ch chunk) bool {
	if ch.last != ch.first+2 {
		return false
	}
	head, tail := &us[ch.first], &us[ch.last-1]
	if head.class != extract.Plain || head.shaped || head.form.verbal || tail.class >= extract.Soft || !bodies[tail.key] {
		return false
	}
	h, tells := extract.HeadOf(head.key)
	return !tells || h.Field
}
