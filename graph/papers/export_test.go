package papers

// What decides who is linked, for tests that do the same another way. The numbers themselves are nobody's promise.
var (
	Mix         = mix
	BlockOf     = blockOf
	CommonLimit = commonLimit
	ReasonLimit = reasonLimit
)

// The constants beside them.
const (
	ReasonLeast = reasonLeast
	LeastLinks  = leastLinks
)

// HasReason reports whether two papers share enough to be linked.
func (n *Network) HasReason(u, v int) bool { return n.hasReason(u, v) }
