package extract

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the canonical form of a word or phrase: in lower case and compatibility form, without marks of quotation and
// possession, dashes read as blanks, each part singular and in American spelling. Digits, plus signs and prefixes stay, so
// that CFG++ is not CFG and GPT-3 not GPT-4. Folding a folded text changes nothing. O(bytes) time.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for part := range strings.FieldsFuncSeq(lower(s), isGap) {
		if part = foldPart(part); part == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(part)
	}
	return b.String()
}

func isGap(r rune) bool {
	switch r {
	case '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '_':
		return true
	}
	return unicode.IsSpace(r)
}

// lower returns s in lower case; what is not ASCII is brought to a form in which equal looks are equal bytes first.
func lower(s string) string {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return norm.NFKC.String(strings.ToLower(norm.NFKC.String(s)))
		}
	}
	return strings.ToLower(s)
}

// foldPart folds a part without blanks. It is repeated until nothing changes: one cut may bare another.
func foldPart(w string) string {
	for {
		next := strings.Trim(w, "'\"\u2018\u2019\u201c\u201d`")
		next = strings.TrimSuffix(strings.TrimSuffix(next, "'s"), "\u2019s")
		next = american(Singular(next))
		if next == w {
			return w
		}
		w = next
	}
}

// irregular plurals of what papers write about; those in -a and -i are not made by a rule, since too many words end so.
var singulars = map[string]string{
	"matrices": "matrix", "vertices": "vertex", "indices": "index", "analyses": "analysis", "hypotheses": "hypothesis",
	"bases": "basis", "theses": "thesis", "syntheses": "synthesis", "axes": "axis", "crises": "crisis", "diagnoses": "diagnosis", "parentheses": "parenthesis",
	"criteria": "criterion", "phenomena": "phenomenon", "corpora": "corpus", "optima": "optimum", "minima": "minimum",
	"maxima": "maximum", "spectra": "spectrum", "genera": "genus", "simplices": "simplex", "appendices": "appendix",
	"children": "child", "people": "person", "women": "woman", "men": "man", "mice": "mouse", "radii": "radius",
	"nuclei": "nucleus", "stimuli": "stimulus", "foci": "focus", "modi": "modus", "halves": "half", "leaves": "leaf",
	"lives": "life", "curricula": "curriculum", "momenta": "momentum", "quanta": "quantum", "manifolds": "manifold",
	"movies": "movie", "caches": "cache", "series": "series", "species": "species", "lenses": "lens",
}

// Singular returns a noun in lower case without its plural ending, or as it is where there is none. Words in -ss, -us,
// -is and -ics are no plurals, nor are short ones.
func Singular(w string) string {
	if s, ok := singulars[w]; ok {
		return s
	}
	n := len(w)
	if n < 4 || w[n-1] != 's' || singularInS[w] {
		return w
	}
	switch {
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"), strings.HasSuffix(w, "ics"),
		strings.HasSuffix(w, "'s"):
		return w
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "zzes"):
		return w[:n-2]
	case w[n-2] >= '0' && w[n-2] <= '9':
		return w
	}
	return w[:n-1]
}

// singularInS are words in -s that are no plurals.
var singularInS = map[string]bool{
	"bias": true, "bayes": true, "gas": true, "lens": true, "atlas": true, "canvas": true, "alias": true, "chaos": true,
	"pros": true, "cons": true, "always": true, "perhaps": true, "news": true, "kubernetes": true, "aws": true, "sos": true,
	"dbms": true, "gps": true, "cms": true, "dns": true, "rms": true, "nas": true, "https": true, "kudos": true, "pancreas": true, "texas": true, "cosmos": true, "ethos": true,
}

// american spells the commonest British forms the American way: behaviour, optimise, optimisation, analyse, modelling.
func american(w string) string {
	n := len(w)
	if n < 6 {
		return w
	}
	for _, p := range neverBritish {
		if strings.HasSuffix(w, p) {
			return w
		}
	}
	for _, p := range britishEndings {
		if strings.HasSuffix(w, p[0]) && n > len(p[0])+2 {
			return w[:n-len(p[0])] + p[1]
		}
	}
	if us, ok := british[w]; ok {
		return us
	}
	return w
}

// neverBritish are endings in -is- that are spelled alike everywhere: denoising, supervised, raising.
var neverBritish = []string{
	"noising", "noised", "noiser", "vising", "vised", "viser", "raising", "raised", "rising", "mising", "mised", "cising", "cised", "prised", "prising",
	"wised", "guised", "raiser", "adviser", "riser",
}

var britishEndings = [][2]string{
	{"isation", "ization"}, {"ising", "izing"}, {"iser", "izer"}, {"ised", "ized"}, {"yse", "yze"}, {"ysing", "yzing"}, {"ysed", "yzed"},
	{"delling", "deling"}, {"delled", "deled"}, {"belling", "beling"}, {"belled", "beled"}, {"velling", "veling"},
	{"haviour", "havior"}, {"haviours", "haviors"}, {"colour", "color"}, {"neighbour", "neighbor"}, {"neighbouring", "neighboring"}, {"neighbourhood", "neighborhood"},
}

var british = map[string]string{
	"colour": "color", "favour": "favor", "labour": "labor", "centre": "center", "centred": "centered", "fibre": "fiber", "metre": "meter",
	"optimise": "optimize", "generalise": "generalize", "minimise": "minimize", "maximise": "maximize", "regularise": "regularize",
	"catalogue": "catalog", "programme": "program", "grey": "gray", "defence": "defense", "artefact": "artifact", "signalling": "signaling",
	"neighbour": "neighbor", "behaviour": "behavior", "vapour": "vapor", "tumour": "tumor", "honour": "honor", "rumour": "rumor", "labelling": "labeling", "labelled": "labeled", "randomise": "randomize", "supervise": "supervise",
}
