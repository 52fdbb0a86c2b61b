package ingest

// Background is what a large corpus taught: counts and the terms they are of, no text. A small corpus is read by its light.
type Background struct {
	Documents int
	Terms     []TermCount // ascending by Key
	Shorts    []Short     // ascending by Short
	Splits    []Split     // ascending by Joined
}

// TermCount says how often a word, a phrase or a name stands in a corpus.
type TermCount struct {
	Key       string // folded; a name that has capitals stands as written besides
	Documents int    // in how many it stands
	Alone     int    // in how many it stands as a whole phrase
	Noun      int    // of a word: in how many its place says that it is a noun
	Kinds     []KindCount
}

// KindCount says in how many documents a cue tells a kind of a name.
type KindCount struct {
	Cue       Cue
	Kind      Kind
	Documents int
}

// Cue says by what the kind of a name was told.
type Cue uint8

// The cues that are counted, strongest first.
const (
	CueTitle  Cue = iota // "Name: …"
	CueCalled            // "called X"
	CueAfter             // the noun behind the name: X dataset
	CueOn                // "on X"
	CueUsed              // put to use: "using X", "X algorithm"
)

var cueNames = [...]string{"title", "called", "after", "on", "used"}

// String returns the name that the cue has in answers.
func (c Cue) String() string { return cueNames[c] }

// MarshalText writes the name of the cue.
func (c Cue) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// Short is a short form and what it stands for, the commonest first.
type Short struct {
	Short  string // as written, without plural ending
	Senses []Sense
}

// Sense is one of the things that a short form stands for.
type Sense struct {
	Long      string // folded
	Documents int    // so many define it so
	Company   []Companion
}

// Companion is a word that stands in the documents of a sense, and how telling it is of them, 0 to 1.
type Companion struct {
	Word   string // folded
	Weight float64
}

// Split is a compound written in one, and the same apart: finetuning, fine tuning.
type Split struct {
	Joined, Apart string // folded
	Documents     int    // so many write it apart, or with a dash
}
