package extract

import (
	"strings"

	"papergraph/ingest/text"
)

// affixes are last parts of compounds that say how something relates to what stands before them: of CFG-based, CFG is
// what counts.
var affixes = map[string]bool{
	"based": true, "driven": true, "aware": true, "guided": true, "like": true, "style": true, "type": true, "wise": true,
	"specific": true, "level": true, "centric": true, "oriented": true, "related": true, "agnostic": true, "inspired": true, "powered": true,
	"enhanced": true, "augmented": true, "induced": true, "dependent": true, "independent": true, "equipped": true, "enabled": true, "trained": true, "generated": true, "tuned": true, "compatible": true, "derived": true, "optimized": true,
}

// words appends the words of a sheet: all of its word tokens that are no function words, in order. A stop word, a sign, a
// bracket or a number between two words parts them.
func (s *sheet) words(dst []Word) []Word {
	joined := false
	before := ""
	sentence := 0
	for i, t := range s.tokens {
		for sentence < len(s.sentences) && int(s.sentences[sentence].Last) <= i {
			sentence++
			joined, before = false, ""
		}
		if t.Class != text.Word || s.isMath(i) {
			joined, before = false, ""
			continue
		}
		begins := int(s.sentences[sentence].First) == i || i > 0 && s.tokens[i-1].Class != text.Word && s.tokens[i-1].Class != text.Number && s.view.Text[s.tokens[i-1].Start] == ':'
		w := s.word(t, begins)
		if w.Class == Function {
			joined, before = false, strings.ToLower(w.Surface)
			continue
		}
		w.Joined, w.Before = joined && t.Spaced && w.Class != Stop, before
		before = ""
		if w.Class == Stop {
			before = strings.ToLower(w.Surface)
		}
		dst = append(dst, w)
		joined = w.Class != Stop && len(w.Surface) == int(t.End-t.Start)
	}
	return dst
}

// cutAffix returns a name without what a dash ties to it to describe something else: of CFG-based and NP-hard, CFG and NP.
func (s *sheet) cutAffix(surface string) string {
	dash := strings.LastIndexByte(surface, '-')
	if dash < 2 || !isShaped(surface[:dash], !s.loud) {
		return surface
	}
	last := surface[dash+1:]
	if last != strings.ToLower(last) || !affixes[last] && ClassOf(last) < Soft && !strings.HasSuffix(last, "ed") && !strings.HasSuffix(last, "ing") {
		return surface
	}
	if _, isHead := HeadOf(last); isHead {
		return surface
	}
	return surface[:dash]
}

// isMath reports whether token i touches a sign of formulas, so that it is no word: x_i, d^2, O(n).
func (s *sheet) isMath(i int) bool {
	t := s.tokens[i]
	if int(t.End) < len(s.view.Text) && strings.IndexByte("^_={(<>|", s.view.Text[t.End]) >= 0 {
		return s.view.Text[t.End] != '(' || t.End-t.Start < 3
	}
	return t.Start > 0 && strings.IndexByte("^_=<>|", s.view.Text[t.Start-1]) >= 0
}

// word reads one word token. Of a compound with an affix only what stands before the affix counts; begins says that a
// capital at its head tells nothing.
func (s *sheet) word(t text.Token, begins bool) Word {
	surface := s.cutAffix(cutPossessive(s.text(t)))
	low := strings.ToLower(surface)
	w := Word{Surface: surface, Span: s.spanOf(int(t.Start), int(t.Start)+len(surface))}
	w.Shaped = isShaped(surface, !s.loud) && ClassOf(low) < Stop && !isDebris(surface)
	w.Capital = !begins && !s.titled && startsUpper(surface)
	if !w.Shaped {
		w.Class = ClassOf(low)
		if len(low) < 2 {
			w.Class = Function
		}
	}
	w.Key = Fold(surface)
	if w.Key == "" {
		w.Class = Function
	}
	return w
}

// shouts reports whether most words of the sheet are written in capitals, so that capitals make no name.
func shouts(s *sheet) bool {
	loud, quiet := 0, 0
	for _, t := range s.tokens {
		if t.Class != text.Word || t.End-t.Start < 3 {
			continue
		}
		if w := s.text(t); w == strings.ToUpper(w) {
			loud++
		} else {
			quiet++
		}
	}
	return loud > 2*quiet
}
