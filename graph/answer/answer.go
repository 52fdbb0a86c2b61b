// Package answer puts questions to an atlas and gives the answers in the shapes of the contract, so that the command line
// and the server say the same for the same question: a paper, its nearest, why two are linked, a way from one to another,
// tables, a search. All shapes are in this file, and every text in them is as the input gave it; places in a text count
// Unicode code points. NewGuide reads an atlas once, in O(bytes of text) time; a guide needs about as much memory as the
// texts, most of it for the search, which is made when it is first asked.
package answer

import (
	"papergraph/graph/atlas"
	"papergraph/ingest"
)

// Made says what made an answer.
type Made struct {
	Version  string         `json:"version"`
	Settings atlas.Settings `json:"settings"`
	Seed     uint64         `json:"seed"`
	Corpus   string         `json:"corpus"` // "sha256:…" of the documents

	Estimates map[string]atlas.Estimate `json:"estimates,omitempty"` // by measure: those that were estimated, not counted
}

// Page is a part of a long answer. Next is what to ask with to get what follows, nil at the end.
type Page[T any] struct {
	Items []T     `json:"items"`
	Next  *string `json:"next"`
}

// PapersPage is a part of the table of papers.
type PapersPage struct {
	Page[Paper]
	Estimates map[string]atlas.Estimate `json:"estimates,omitempty"` // by measure: those that were estimated, not counted
}

// List is a whole answer.
type List[T any] struct {
	Items []T `json:"items"`
}

// PaperRef names a paper.
type PaperRef struct {
	ID    string `json:"id"`
	Node  *int32 `json:"node,omitempty"` // its number in this map; only over HTTP
	Title string `json:"title,omitempty"`
	Year  int    `json:"year,omitempty"`
}

// ConceptRef names a term.
type ConceptRef struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	Kind  string `json:"kind"`
}

// Place is where a document was read.
type Place struct {
	File string `json:"file"`
	Line int    `json:"line,omitempty"` // from 1
}

// Record is what is known of a paper; what is not known is absent.
type Record struct {
	PaperRef
	Abstract   string             `json:"abstract,omitempty"`
	Authors    []string           `json:"authors,omitempty"`
	Venue      string             `json:"venue,omitempty"`
	DOI        string             `json:"doi,omitempty"`
	ArXiv      string             `json:"arxiv,omitempty"`
	URL        string             `json:"url,omitempty"`
	Keywords   []string           `json:"keywords,omitempty"`
	References []string           `json:"references,omitempty"`
	Sources    []Place            `json:"sources,omitempty"`
	Community  int                `json:"community,omitempty"` // id, from 1; absent for a paper without a link
	Scores     map[string]float64 `json:"scores,omitempty"`    // by measure
	Ranks      map[string]int32   `json:"ranks,omitempty"`     // by measure, 1 the highest
}

// Paper is an item of the table of papers.
type Paper struct {
	Record
	Concepts []string `json:"concepts,omitempty"` // the keys of its best five
}

// PaperDetail is all that is known of one paper.
type PaperDetail struct {
	Record
	Because  string      `json:"because,omitempty"` // what it does in the map, in words
	Concepts []Mentioned `json:"concepts"`

	BuildsOn  []Ancestry `json:"buildsOn"`
	BuiltOnBy []Ancestry `json:"builtOnBy"`
}

// Annotation is what one paper mentions.
type Annotation struct {
	ID            string         `json:"id"`
	Title         string         `json:"title"`
	Concepts      []Mentioned    `json:"concepts"` // best first, all of them
	Abbreviations []Abbreviation `json:"abbreviations"`
}

// Mentioned is a concept of one paper.
type Mentioned struct {
	ConceptRef
	Score    float64   `json:"score"`
	Role     string    `json:"role,omitempty"` // introduces or uses; of methods, data sets and metrics
	Why      string    `json:"why,omitempty"`
	Mentions []Mention `json:"mentions"`
}

// Mention is a place where a concept stands: code points Start to End-1 of the field.
type Mention struct {
	Field string `json:"field"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Abbreviation is a short form and what it stands for in one paper.
type Abbreviation struct {
	Short string `json:"short"`
	Long  string `json:"long,omitempty"`
	Field string `json:"field"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Sense string `json:"sense"` // here, corpus or unresolved
}

// Link is one paper's link to one of its nearest.
type Link struct {
	Source   string  `json:"source"`
	Target   string  `json:"target"`
	Rank     int     `json:"rank"` // from 1
	Weight   float64 `json:"weight"`
	Kind     string  `json:"kind"` // concepts or builds-on
	Directed bool    `json:"directed,omitempty"`
	OnMap    bool    `json:"onMap"`
	SameWork bool    `json:"sameWork,omitempty"`
}

// Related is a paper near the one asked for.
type Related struct {
	PaperRef
	Weight   float64      `json:"weight"`
	Rank     int          `json:"rank"` // from 1
	OnMap    bool         `json:"onMap"`
	SameWork bool         `json:"sameWork,omitempty"`
	Shares   []ShareBrief `json:"shares"` // the largest five
}

// ShareBrief is the part of a weight that one shared term owns.
type ShareBrief struct {
	ConceptRef
	Share float64 `json:"share"`
}

// Explanation says why two papers are linked. The shares add up to the weight.
type Explanation struct {
	Source string  `json:"source"`
	Target string  `json:"target"`
	Weight float64 `json:"weight"`
	Linked bool    `json:"linked"` // whether the map links the two
	Shares []Share `json:"shares"` // largest first

	BuildsOn []BuildsOn `json:"buildsOn"` // either way
	NotBuilt []NotBuilt `json:"notBuiltOn,omitempty"`
}

// NotBuilt says why a named term that two papers share makes no builds-on link, though one of them brings it, or claims to.
type NotBuilt struct {
	Method ConceptRef `json:"method"`
	Paper  string     `json:"paper"` // the one of which it is said
	Why    string     `json:"why"`
}

// Share is the part of a weight that one shared term owns, and where the term stands.
type Share struct {
	ConceptRef
	Share    float64      `json:"share"`
	Evidence BothEvidence `json:"evidence"`
}

// BothEvidence is the sentences of two papers in which a term stands.
type BothEvidence struct {
	Source []Evidence `json:"source"`
	Target []Evidence `json:"target"`
}

// Evidence is a mention with its sentence. The term begins at Start - SentenceStart of the sentence.
type Evidence struct {
	Field         string `json:"field"`
	Start         int    `json:"start"`
	End           int    `json:"end"`
	Sentence      string `json:"sentence"`
	SentenceStart int    `json:"sentenceStart"`
}

// Concept is an item of the table of concepts.
type Concept struct {
	ConceptRef
	Long     string       `json:"long,omitempty"`
	Papers   int          `json:"papers"`
	Score    float64      `json:"score"`
	Broader  []ConceptRef `json:"broader,omitempty"`
	Narrower []ConceptRef `json:"narrower,omitempty"`
	Senses   []Sense      `json:"senses,omitempty"`
}

// Sense is a long form that the label of a concept has in some papers.
type Sense struct {
	Long   string `json:"long"`
	Papers int    `json:"papers"`
}

// ConceptDetail is all that is known of one concept.
type ConceptDetail struct {
	Concept
	Why    string         `json:"why,omitempty"`
	In     []PaperRef     `json:"in"`               // by PageRank
	ByYear map[string]int `json:"byYear,omitempty"` // papers of known year
}

// Community is an item of the table of communities.
type Community struct {
	ID       int          `json:"id"`
	Name     string       `json:"name"`
	Size     int          `json:"size"`
	Concepts []ConceptRef `json:"concepts"`
	Central  []PaperRef   `json:"central"` // the most central five
}

// CommunityDetail is all that is known of one community.
type CommunityDetail struct {
	Community
	Apart    []Apart    `json:"apart"`    // what sets it apart, most telling first
	Bridging []PaperRef `json:"bridging"` // papers with most weight to other communities
	Newest   []PaperRef `json:"newest,omitempty"`
}

// Apart is a concept that is commoner in a community than elsewhere; Here and Elsewhere are shares of papers, 0 to 1.
type Apart struct {
	Key       string  `json:"key"`
	Label     string  `json:"label"`
	Here      float64 `json:"here"`
	Elsewhere float64 `json:"elsewhere"`
}

// Story is a way from one paper to another. Its weight is 1 / (sum of 1/weight of its links): that of the link where there
// is one step, and less with each further step.
type Story struct {
	Weight float64 `json:"weight"`
	Steps  []Step  `json:"steps"` // paper, concept, paper, …
}

// Step is a paper, or the concept that leads to the next one with its evidence.
type Step struct {
	Paper    *PaperRef     `json:"paper,omitempty"`
	Concept  *ConceptRef   `json:"concept,omitempty"`
	Evidence *BothEvidence `json:"evidence,omitempty"`
}

// Hit is a paper or concept that a search found.
type Hit struct {
	Kind  string   `json:"kind"` // paper or concept
	ID    string   `json:"id,omitempty"`
	Key   string   `json:"key,omitempty"`
	Node  *int32   `json:"node,omitempty"` // over HTTP, of a paper
	Label string   `json:"label"`
	Field string   `json:"field"` // where the words were found: title, abstract, authors, venue or keywords; label or key
	Marks [][2]int `json:"marks"` // the words found, as code points start and end of the field; none in lists
	Score float64  `json:"score"`
}

// Quality says how the reading went.
type Quality struct {
	Read            int              `json:"read"`
	Merged          int              `json:"merged"`
	Dropped         int              `json:"dropped"`
	Skipped         int              `json:"skipped"`
	Papers          int              `json:"papers"`
	WithoutAbstract int              `json:"withoutAbstract"`
	WithoutConcept  int              `json:"withoutConcept"`
	WithoutLink     int              `json:"withoutLink"`
	Warnings        []ingest.Warning `json:"warnings"`
}

// Reading is the quality with what each source gave.
type Reading struct {
	Quality
	Sources []ingest.SourceCount `json:"sources"`
}

// Between is what joins two communities, or could: papers, concepts, and how wide the gap is. A and B are ids, A the
// smaller.
type Between struct {
	A        int             `json:"a"`
	B        int             `json:"b"`
	Papers   []Joining       `json:"papers"`
	Concepts []SharedConcept `json:"concepts"`
	Gap      Gap             `json:"gap"`
}

// Joining is a paper that joins two communities, or could.
type Joining struct {
	PaperRef
	Score   float64 `json:"score"` // weight of its links between the two; in a gap, the summed scores of the concepts it holds
	Because string  `json:"because"`
}

// SharedConcept is a concept of two communities and the number of papers of both that hold it.
type SharedConcept struct {
	Key    string `json:"key"`
	Label  string `json:"label"`
	Papers int    `json:"papers"`
}

// Gap is what two communities share and how many links there are between them.
type Gap struct {
	Shared   []string `json:"shared"` // keys, most telling first
	Links    int      `json:"links"`
	Expected float64  `json:"expected"` // links that chance would lay if every paper kept its number of links
}

// Common is a concept in so many papers that it links none, and the number of links it would make.
type Common struct {
	Key    string `json:"key"`
	Label  string `json:"label"`
	Papers int    `json:"papers"`
	Links  int    `json:"links"`
}
