package papers

// What decides who is linked, for tests that do the same another way. The numbers themselves are nobody's promise.
var (
	CommonLimit = commonLimit
	ReasonLimit = reasonLimit
)

// The constants beside them.
const (
	ReasonLeast   = reasonLeast
	WeightLeast   = weightLeast
	LeastLinks    = leastLinks
	Saturation    = saturation
	MadeOfWords   = madeOfWords
	Known         = known
	ClosestPapers = closestPapers
	KinPart       = kinPart
)

// HasReason reports whether two papers share enough to be linked.
func (n *Network) HasReason(u, v int) bool { return n.hasReason(u, v) }

// Cosine returns the cosine of two papers.
func (n *Network) Cosine(u, v int) float64 {
	_, cosine := n.weight(u, v)
	return cosine
}
