package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the canonical form of a word or phrase: in lower case and compatibility form, without marks of quotation and
// possession, dashes read as blanks, each part singular and in American spelling. Digits, plus signs and prefixes stay, so
// that CFG++ is not CFG and GPT-3 not GPT-4. Folding a folded text changes nothing. O(bytes) time.
func Fold(s string) string {
	if isPlain(s) {
		return foldPart(strings.ToLower(cutCapitalPlural(s)))
	}
	var b strings.Builder
	b.Grow(len(s))
	for part := range strings.FieldsFuncSeq(compatible(s), isGap) {
		if part = foldPart(lower(cutCapitalPlural(part))); part == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(part)
	}
	return b.String()
}

// isPlain reports whether a text is one part of letters and digits of ASCII, as most words are: nothing parts or marks it.
func isPlain(s string) bool {
	for i := range len(s) {
		if b := s[i]; (b < 'a' || b > 'z') && (b < 'A' || b > 'Z') && (b < '0' || b > '9') {
			return false
		}
	}
	return true
}

func isGap(r rune) bool {
	switch r {
	case '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '_':
		return true
	}
	return unicode.IsSpace(r)
}

// compatible returns s in the form in which equal looks are equal bytes.
func compatible(s string) string { return norm.NFKC.String(s) }

// lower returns s, in compatibility form, in lower case. What small letters make of a rune may not be in that form.
func lower(s string) string { return norm.NFKC.String(strings.ToLower(s)) }

// cutCapitalPlural returns a part without the small s behind a capital: LMs, APIs, GPUs. In small letters the last two
// would look like words in -is and -us, which are no plurals.
func cutCapitalPlural(w string) string {
	if !isPlain(w) {
		w = strings.Trim(w, quotes)
	}
	if n := len(w); n > 2 && w[n-1] == 's' {
		if r, _ := utf8.DecodeLastRuneInString(w[:n-1]); unicode.IsUpper(r) {
			return w[:n-1]
		}
	}
	return w
}

const quotes = "'\"\u2018\u2019\u201c\u201d`"

// foldPart folds a part without blanks. It is repeated until nothing changes: one cut may bare another.
func foldPart(w string) string {
	for {
		next := american(Singular(cutMarks(w)))
		if next == w {
			return w
		}
		w = next
	}
}

// cutMarks returns w without marks of quotation and possession.
func cutMarks(w string) string {
	for !isPlain(w) {
		next := cutPossessive(strings.Trim(w, quotes))
		if next == w {
			return w
		}
		w = next
	}
	return w
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
	"movies": "movie", "cookies": "cookie", "calories": "calorie", "caches": "cache", "niches": "niche", "aches": "ache", "headaches": "headache",
	"biases": "bias", "viruses": "virus", "buses": "bus", "gases": "gas", "corpuses": "corpus", "censuses": "census", "aliases": "alias",
	"atlases": "atlas", "canvases": "canvas", "statuses": "status", "bonuses": "bonus", "quizzes": "quiz", "menus": "menu", "series": "series", "species": "species", "lenses": "lens",
	"focuses": "focus", "consensuses": "consensus", "radiuses": "radius", "nexuses": "nexus", "apparatuses": "apparatus", "plateaus": "plateau",
	"echoes": "echo", "heroes": "hero", "vetoes": "veto", "potatoes": "potato", "shelves": "shelf", "selves": "self", "wolves": "wolf", "knives": "knife",
	"genii": "genius", "loci": "locus", "fungi": "fungus", "alumni": "alumnus", "bacteria": "bacterium", "strata": "stratum", "errata": "erratum", "automata": "automaton",
	"teeth": "tooth", "feet": "foot", "geese": "goose", "oxen": "ox", "vortices": "vortex", "cortices": "cortex", "helices": "helix", "directrices": "directrix",
}

// pluralEndings make the plurals of compounds and of learned words as well: submatrices, prostheses, dialyses.
var pluralEndings = [][2]string{{"matrices", "matrix"}, {"vertices", "vertex"}, {"indices", "index"}, {"theses", "thesis"}, {"lyses", "lysis"}, {"gnoses", "gnosis"}}

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
	case strings.HasSuffix(w, "ics") && countedInIc[w[:n-1]]:
		return w[:n-1]
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"), strings.HasSuffix(w, "ics"),
		strings.HasSuffix(w, "'s"):
		return w
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "ses"), strings.HasSuffix(w, "ices"):
		return singularInEs(w)
	case strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "zzes"):
		return w[:n-2]
	case w[n-2] >= '0' && w[n-2] <= '9':
		return w
	}
	return w[:n-1]
}

// countedInIc are nouns in -ic of which there can be many; other words in -ics are fields of study.
var countedInIc = map[string]bool{
	"metric": true, "topic": true, "heuristic": true, "characteristic": true, "fabric": true, "geodesic": true, "harmonic": true, "logic": true,
	"mosaic": true, "critic": true, "conic": true, "quadric": true, "tactic": true, "lyric": true, "comic": true, "clinic": true, "antibiotic": true, "intrinsic": true, "extrinsic": true,
	"ceramic": true, "relic": true, "epidemic": true, "pandemic": true, "mimic": true, "superquadric": true,
}

// singularInEs returns the singular of a word in -ses or -ices: of losses, prostheses, cases, submatrices, services.
func singularInEs(w string) string {
	for _, p := range pluralEndings {
		if stem, ok := strings.CutSuffix(w, p[0]); ok {
			return stem + p[1]
		}
	}
	if strings.HasSuffix(w, "sses") {
		return w[:len(w)-2]
	}
	return w[:len(w)-1]
}

// singularInS are words in -s that are no plurals.
var singularInS = map[string]bool{
	"bias": true, "bayes": true, "gas": true, "lens": true, "atlas": true, "canvas": true, "alias": true, "chaos": true,
	"pros": true, "cons": true, "always": true, "perhaps": true, "news": true, "kubernetes": true, "aws": true, "sos": true,
	"dbms": true, "gps": true, "cms": true, "dns": true, "rms": true, "nas": true, "https": true, "kudos": true, "pancreas": true, "texas": true, "cosmos": true, "ethos": true,
}

// american spells the commonest British forms the American way: behaviour, optimise, optimisation, analyse, modelling.
func american(w string) string {
	if us, ok := british[w]; ok {
		return us
	}
	marks := marksOf(w)
	for i := 0; marks&^endMark != 0 && i < len(britishStems); i++ {
		if p := &britishStems[i]; marks&p.mark != 0 {
			w = strings.ReplaceAll(w, p.british, p.american)
		}
	}
	if marks&endMark == 0 {
		return w
	}
	if stem, ok := strings.CutSuffix(w, "ise"); ok && len(w) > 6 && hasEnding(stem, iseStems) {
		return stem + "ize"
	}
	for _, p := range britishEndings {
		if stem, ok := strings.CutSuffix(w, p[0]); ok && len(stem) > 2 && !isAlike(w) {
			return stem + p[1]
		}
	}
	return w
}

// mark is letters in a row that britishStems, or endings, hold. Most words hold none, and are not looked through for each.
type mark uint8

const (
	ourMark mark = 1 << iota
	llMark
	gueMark
	gemMark
	aeMark
	oeMark
	endMark // is, ys
)

// marksOf returns the marks of a word.
func marksOf(w string) (all mark) {
	for i := 1; i < len(w); i++ {
		before := w[i-1]
		switch w[i] {
		case 'u':
			all |= markIf(before == 'o', ourMark) | markIf(before == 'g', gueMark)
		case 'l':
			all |= markIf(before == 'l', llMark)
		case 'e':
			all |= markIf(before == 'g', gemMark) | markIf(before == 'a', aeMark) | markIf(before == 'o', oeMark)
		case 's':
			all |= markIf(before == 'i' || before == 'y', endMark)
		}
	}
	return all
}

func markIf(holds bool, m mark) mark {
	if holds {
		return m
	}
	return 0
}

func hasEnding(w string, endings []string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(w, e) })
}

// isAlike reports whether a word in -ised, -ising, -iser or -isable is spelled alike everywhere: denoised, supervising, riser.
func isAlike(w string) bool {
	stem := w
	for _, e := range [...]string{"ed", "ing", "er", "able", "ability"} {
		stem = strings.TrimSuffix(stem, e)
	}
	switch stem {
	case "ris", "aris", "upris", "premis", "franchis", "merchandis":
		return true
	}
	return hasEnding(stem, alikeStems)
}

// alikeStems are what stands before -ed, -ing and -er in words that are spelled alike everywhere.
var alikeStems = []string{"nois", "pois", "vis", "rais", "promis", "ercis", "pris", "wis", "guis", "bruis", "cruis", "vertis"}

// britishStems are spelled the American way wherever they stand in a word: neighbourhood, behavioural, modelled.
var britishStems = []struct {
	mark              mark
	british, american string
}{
	{ourMark, "eighbour", "eighbor"},
	{ourMark, "haviour", "havior"},
	{ourMark, "colour", "color"},
	{ourMark, "avour", "avor"},
	{ourMark, "umour", "umor"},
	{ourMark, "labour", "labor"},
	{llMark, "modell", "model"},
	{llMark, "labell", "label"},
	{llMark, "travell", "travel"},
	{llMark, "levell", "level"},
	{llMark, "signall", "signal"},
	{llMark, "channell", "channel"},
	{llMark, "tunnell", "tunnel"},
	{llMark, "cancell", "cancel"},
	{ourMark, "odour", "odor"},
	{gueMark, "ialogue", "ialog"},
	{gueMark, "nalogue", "nalog"},
	{gueMark, "atalogue", "atalog"},
	{gemMark, "judgement", "judgment"},
	{aeMark, "aemia", "emia"},
	{aeMark, "anaesth", "anesth"},
	{oeMark, "oesoph", "esoph"},
	{aeMark, "paedi", "pedi"},
}

var britishEndings = [][2]string{
	{"isability", "izability"},
	{"isable", "izable"},
	{"isation", "ization"},
	{"isational", "izational"},
	{"ising", "izing"},
	{"iser", "izer"},
	{"ised", "ized"},
	{"yse", "yze"},
	{"ysing", "yzing"},
	{"ysed", "yzed"},
	{"yser", "yzer"},
}

// iseStems are what stands before -ise in verbs; too many nouns and other verbs end in -ise (premise, exercise, promise)
// to do it everywhere.
var iseStems = []string{
	"al", "il", "ol", "ul", "an", "en", "on", "ar", "er", "or", "tr", "ur", "im", "tom", "dom", "it", "as", "es",
}

var british = map[string]string{
	"centre": "center", "centred": "centered", "fibre": "fiber", "metre": "meter", "litre": "liter", "kilometre": "kilometer", "centimetre": "centimeter", "millimetre": "millimeter",
	"programme": "program", "grey": "gray", "defence": "defense", "offence": "offense", "artefact": "artifact", "vapour": "vapor",
	"honour": "honor", "armour": "armor", "harbour": "harbor", "endeavour": "endeavor", "ageing": "aging", "manoeuvre": "maneuver", "oedema": "edema", "tyre": "tire", "mould": "mold", "plough": "plow", "sulphur": "sulfur", "enrol": "enroll", "fulfil": "fulfill", "skilful": "skillful", "analyse": "analyze", "organise": "organize",
}
