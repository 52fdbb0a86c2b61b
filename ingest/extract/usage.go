package extract

// usedAs says of the word w behind the word before it that what follows is put to use, as methods are: "using X", "based on X",
// "outperforms X". Of 60,000 papers' phrases these stand before what is a method three to ten times as often as before others;
// "by" and "with" stand before anything.
func usedAs(before, w string) bool {
	switch w {
	case "using", "use", "uses", "compare", "compares", "comparing", "via", "unlike", "versus", "vs", "like", "e.g", "e.g.", "called", "including",
		"employ", "employs", "employing", "apply", "applies", "applying", "adopt", "adopts", "adopting",
		"utilize", "utilizes", "utilizing", "utilise", "utilises", "utilising", "leverage", "leverages", "leveraging",
		"extend", "extends", "extending", "integrate", "integrates", "integrating", "combine", "combines", "combining",
		"outperform", "outperforms", "outperforming", "surpass", "surpasses", "surpassing":
		return true
	case "on", "upon":
		return before == "based" || before == "builds" || before == "build" || before == "building" || before == "relies" || before == "rely"
	case "as":
		return before == "such"
	case "to", "with":
		return before == "compared" || before == "comparable"
	case "by":
		return before == "inspired"
	}
	return false
}

// using are the words that say something of use in a title or behind some word.
var using = setOf(`using use uses compare compares comparing via unlike versus vs like e.g e.g. called including employ employs employing apply
	applies applying adopt adopts adopting utilize utilizes utilizing utilise utilises utilising leverage leverages leveraging extend extends extending
	integrate integrates integrating combine combines combining outperform outperforms outperforming surpass surpasses surpassing on upon as to with by
	propose introduce devise develop design present proposes devises proposing devising through`)

// listing reports whether a word opens a list, so that what follows a comma is used too: "such as X, Y and Z".
func listing(w string) bool {
	switch w {
	case "as", "like", "including", "e.g", "e.g.", "combine", "combines", "combining":
		return true
	}
	return false
}

// proposes says of the word w behind the word before it that what follows is what a paper brings.
func proposes(before, w string) bool {
	switch w {
	case "propose", "introduce", "devise", "develop", "design", "present":
		return before == "we" || before == "also" || before == "further" || before == "then"
	case "proposes", "devises", "proposing", "devising":
		return true
	}
	return false
}

// goes says of a word of a title that what follows is by what the paper goes, and how surely: 0 for not at all.
func goes(w string) uint8 {
	switch w {
	case "through", "by", "via", "using":
		return 2
	case "with":
		return 1
	}
	return 0
}

// use is whether the words that come are put to use: 1 used, 2 proposed.
type use struct {
	on    uint8
	list  bool
	title bool
}

// pass goes on over a word that stands between phrases, behind the word before, if any.
func (u *use) pass(before, k *Spelling) {
	switch told := k.form.cues; {
	case told&cueUse != 0:
		behind := ""
		if before != nil {
			behind = before.Surface
		}
		u.tell(behind, k.form.Lower, told&(cueStay|cuePraise) != 0)
	case told&(cueStay|cuePraise) == 0:
		u.on = 0
	}
}

// tell goes on over a word that may say something of use; stays says that else it leaves what is said as it is.
func (u *use) tell(before, w string, stays bool) {
	switch {
	case u.title && goes(w) > 0:
		u.on, u.list = goes(w), false
	case usedAs(before, w):
		u.on, u.list = 1, listing(w)
	case proposes(before, w):
		u.on, u.list = 2, false
	case !stays:
		u.on = 0
	}
}
