package vocab

import "strings"

// linkedNames finds long forms that a function word holds together: mixture of experts.
func (g *gatherer) linkedNames(doc int, us []unit) {
	for first := 0; first < len(us); {
		last, links := first+1, 0
		for ; last < len(us) && (us[last].joined || us[last].linked); last++ {
			if !us[last].joined {
				links++
			}
		}
		if links > 0 {
			g.linkedIn(doc, us, chunk{first, last})
		}
		first = last
	}
}

// linkedIn finds them in a run of units between which nothing but linking words stands.
func (g *gatherer) linkedIn(doc int, us []unit, of chunk) {
	for i := of.first; i < of.last; i++ {
		d, linked := us[i].digest, false
		for j := i + 1; j < min(of.last, i+2*longest); j++ {
			if !us[j].joined {
				d = d.then(digest{hashOf(us[j].before()), digestBase})
				linked = true
			}
			d = d.then(us[j].digest)
			if linked && g.census.isNamed(d.of) {
				g.mentionLinked(doc, us, chunk{i, j + 1}, d)
			}
		}
	}
}

func (g *gatherer) mentionLinked(doc int, us []unit, r chunk, d digest) {
	n := g.meet(d.of).number
	if n == unnumbered {
		n = g.wished(d.of, linkedKey(us, r))
	}
	g.mentionAs(doc, n, us, r)
}

// linkedKey returns the key of a run of units with the words that link them.
func linkedKey(us []unit, r chunk) string {
	var key strings.Builder
	key.WriteString(us[r.first].key)
	for i := r.first + 1; i < r.last; i++ {
		if !us[i].joined {
			key.WriteString(" " + us[i].before())
		}
		key.WriteString(" " + us[i].key)
	}
	return key.String()
}
