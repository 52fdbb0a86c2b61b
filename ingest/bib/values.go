package bib

import (
	neturl "net/url"
	"regexp"
	"strconv"
	"strings"
)

// strip removes the white space around a value; a value that says "nothing here" becomes empty.
func strip(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 40 {
		return s
	}
	switch strings.ToLower(strings.Trim(s, "[]().")) {
	case "na", "n/a", "null", "none", "nan", "-", "–", "—", "no abstract", "no abstract available", "abstract not available",
		"no author name available", "no title available", "no title":
		return ""
	}
	return s
}

var (
	yearRun  = regexp.MustCompile(`(?:^|\D)(\d{4})(?:\D|$|[01]\d[0-3]\d(?:\D|$))`)
	doiForm  = regexp.MustCompile(`10\.\d{4,9}/[^\s;,|"<>]+`)
	arxivNew = regexp.MustCompile(`(?:^|[/:\s])(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?(?:[\s?#]|$)`)
	arxivOld = regexp.MustCompile(`(?i)(?:^|[/:\s])([a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?(?:\.pdf)?(?:[\s?#]|$)`)
)

// parseYear returns the first whole number of four digits between 1500 and 2100; eight digits are a day.
func parseYear(s string) (int, bool) {
	for len(s) > 0 {
		at := yearRun.FindStringSubmatchIndex(s)
		if at == nil {
			break
		}
		if y, _ := strconv.Atoi(s[at[2]:at[3]]); y >= 1500 && y <= 2100 {
			return y, true
		}
		s = s[at[3]:]
	}
	return 0, false
}

// parseDOI returns the first DOI in a value, in lower case and without a resolver's address.
func parseDOI(s string) (string, bool) {
	if strings.Contains(s, "%") {
		if plain, err := neturl.PathUnescape(s); err == nil {
			s = plain
		}
	}
	d := doiForm.FindString(s)
	for d != "" && strings.ContainsRune(".'])}", rune(d[len(d)-1])) {
		if d[len(d)-1] == ')' && strings.Count(d, "(") >= strings.Count(d, ")") {
			break
		}
		d = d[:len(d)-1]
	}
	if strings.HasSuffix(d, "/") {
		return "", false
	}
	return strings.ToLower(d), d != ""
}

// parseArXiv returns the arXiv id in a value or address, without its version.
func parseArXiv(s string) (string, bool) {
	for _, form := range []*regexp.Regexp{arxivNew, arxivOld} {
		if m := form.FindStringSubmatch(s); m != nil {
			return strings.ToLower(m[1]), true
		}
	}
	return "", false
}

// splitList parts the text of a list. Authors may be joined by ; | "and" or commas, keywords by ; | or commas,
// references by ; or |, since they hold commas themselves. A list as Python and JSON write it is opened.
func splitList(f field, s string) []string {
	if items, ok := bracketed(s); ok {
		return items
	}
	for _, sep := range []string{";", "|", "\n"} {
		if strings.Contains(s, sep) {
			return strings.Split(s, sep)
		}
	}
	switch f {
	case authors:
		return splitNames(s)
	case keywords:
		return strings.Split(s, ",")
	default:
		return []string{s}
	}
}

var (
	andSep = regexp.MustCompile(`\s*,?\s+(?:and|&)\s+`)
	quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'(?:\s*[,\]])`)
)

// splitNames parts names joined by "and" and commas. A comma inside "Last, First" parts nothing: then one side of it is
// a single word.
func splitNames(s string) []string {
	var names []string
	for _, piece := range andSep.Split(s, -1) {
		parts := strings.Split(piece, ",")
		if inverted(parts) {
			for i := 0; i < len(parts); i += 2 {
				names = append(names, strings.TrimSpace(parts[i])+", "+strings.TrimSpace(parts[i+1]))
			}
			continue
		}
		names = append(names, parts...)
	}
	return names
}

// inverted reports whether the parts are last and first names by turns: an even number, each last name one word.
func inverted(parts []string) bool {
	if len(parts)%2 == 1 {
		return false
	}
	for i := 0; i < len(parts); i += 2 {
		if len(strings.Fields(parts[i])) != 1 || strings.TrimSpace(parts[i+1]) == "" {
			return false
		}
	}
	return true
}

// bracketed opens ["A", "B"] and ['A', 'B'].
func bracketed(s string) ([]string, bool) {
	s = strings.TrimSpace(s)
	if !strings.HasPrefix(s, "[") || !strings.HasSuffix(s, "]") {
		return nil, false
	}
	var items []string
	for _, q := range quoted.FindAllString(s, -1) {
		q = strings.TrimRight(q, ", \t\n]")
		items = append(items, strings.ReplaceAll(strings.ReplaceAll(q[1:len(q)-1], `\'`, `'`), `\"`, `"`))
	}
	return items, len(items) > 0
}
