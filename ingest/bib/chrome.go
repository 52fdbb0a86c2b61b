package bib

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"papergraph/ingest"
)

// maxChrome is the length, in bytes, up to which a line may be a button or a banner.
const maxChrome = 120

// isButton reports whether the words, in lower case, stand on a button, a tab or a menu of a page that lists papers.
// Words that end titles as well (models, code) are left to repeated.
func isButton(words string) bool {
	switch words {
	case "subscribe", "subscribed", "unsubscribe", "sign in", "sign up", "log in", "login", "log out",
		"share", "like", "likes", "upvote", "upvotes", "downvote", "vote", "follow", "following", "followers", "bookmark", "save", "saved",
		"cite", "cited by", "copy", "copy link", "copy bibtex", "bibtex", "export", "export citation", "download", "download pdf",
		"read more", "show more", "show less", "see more", "view more", "load more", "expand", "collapse",
		"view pdf", "view paper", "read paper", "pdf", "project page", "github",
		"comment", "comments", "reply", "delete", "cancel", "submit", "sort", "sort by", "menu",
		"prev", "back to top", "skip to content", "skip to main content",
		"trending", "trending papers", "daily papers", "similar papers", "related papers", "recommended papers",
		"accept", "accept all", "accept cookies", "accept all cookies", "privacy", "privacy policy", "terms of service",
		"get notified", "create alert", "add to library", "add to collection", "add to list":
		return true
	}
	return false
}

// bannerForms are lines of pages that vary.
var bannerForms = regexp.MustCompile(`(?i)^(?:` + strings.Join([]string{
	`(?:get|receive) .* (?:in|to) your (?:e-?mail|inbox).*`,
	`(?:subscribe|sign up|log in|sign in) (?:to|for) (?:our|the|get|receive|continue|see|view) .*`,
	`(?:published|posted|submitted|updated|added)?(?: about)? ?(?:an?|\d+) ?(?:s|m|h|d|w|y|mo|sec|min|second|minute|hour|day|week|month|year)s? ago`,
	`[+#]?\d[\d.,]* ?[km]?`,
	`[·•]? ?\d+ (?:authors?|comments?|upvotes?|votes?|likes?|citations?|views?|followers?|stars?|results?|papers?)`,
	`(?:upvotes?|comments?|likes?|cited by|citations?|stars?)[: ] ?\d[\d.,]*k?`,
	`@[\w.-]+`,
	`page \d+(?: of \d+)?`,
	`(?:published|submitted|posted|updated) (?:on |at )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}`,
	`(?:©|\(c\)|copyright) .*`,
	`we use cookies.*`,
}, "|") + `)$`)

// isChrome reports whether a line is a button or a banner by its words. One with a full stop is the end of a wrapped text.
func isChrome(text string) bool {
	if len(text) > maxChrome {
		return false
	}
	words := strings.ToLower(strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
	return words == "" || isButton(words) && !strings.HasSuffix(text, ".") || bannerForms.MatchString(strings.TrimRight(text, "! "))
}

// standsAsTitle reports whether the line is where only a title can be: an abstract, or nothing, above it and another
// abstract right below. A paper may be called "Share".
func standsAsTitle(passages []passage, i int) bool {
	letters := strings.ContainsFunc(passages[i].text, unicode.IsLetter)
	above := i == 0 || passages[i-1].class != titleLike
	return letters && above && i+1 < len(passages) && passages[i+1].class != titleLike && !bannerForms.MatchString(passages[i].text)
}

// repeated returns the short lines that stand before different lines, at least three times and once for four papers. A
// paper that is listed three times has the same abstract below its title each time, and the ends of wrapped lines are
// alike by chance in a few places only.
func repeated(passages []passage) map[string]bool {
	type follower struct {
		text   string
		count  int
		differ bool
	}
	enough := max(3, countTexts(passages)/4, len(byGaps(passages))/8)
	seen := make(map[string]*follower)
	often := make(map[string]bool)
	for i, p := range passages {
		if len(p.text) > maxChrome/2 || p.text == "" {
			continue
		}
		next := ""
		if i+1 < len(passages) {
			next = passages[i+1].text
		}
		f := seen[p.text]
		if f == nil {
			seen[p.text] = &follower{next, 1, false}
			continue
		}
		f.count++
		f.differ = f.differ || f.text != next
		often[p.text] = f.count >= enough && f.differ
	}
	return often
}

// stickyLabels are the buttons that no name begins with, longest first: glued to the first title of a page, they can be
// cut. "Share" is not among them (ShareGPT).
var stickyLabels = []string{"Unsubscribe", "Subscribed", "Subscribe", "Read more", "Show more", "Sign in", "Sign up", "Log in", "Login", "Upvoted", "Upvote"}

// looseLabels are cut only where at least three titles have them.
var looseLabels = []string{"Bookmark", "Follow", "Share", "Like", "Save", "PDF", "View", "Cite"}

// glued returns the label that a title begins with, no space behind it.
func glued(text string, labels []string) string {
	for _, label := range labels {
		if rest, ok := strings.CutPrefix(text, label); ok {
			if r, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(r) || unicode.IsDigit(r) {
				return label
			}
			return ""
		}
	}
	return ""
}

// cutGlued cuts the labels of buttons off titles.
func cutGlued(passages []passage) {
	counts := make(map[string]int)
	all := append(append([]string{}, stickyLabels...), looseLabels...)
	for _, p := range passages {
		if label := glued(p.text, all); label != "" && p.class != textLike {
			counts[label]++
		}
	}
	firstTitle := true
	for i := range passages {
		p := &passages[i]
		if p.class == textLike {
			continue
		}
		label := glued(p.text, all)
		sticky := firstTitle && glued(p.text, stickyLabels) != ""
		firstTitle = false
		if label == "" || !sticky && counts[label] < 3 {
			continue
		}
		p.text = p.text[len(label):]
		p.notes = append(p.notes, note{ingest.Repaired, p.line, "the label of a button (" + label + ") glued to the title", "cut off"})
	}
}
