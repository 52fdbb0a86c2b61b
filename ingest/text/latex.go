package text

import "strings"

// dropped are commands whose argument is not text to read.
var dropped = map[string]bool{
	"cite": true, "citep": true, "citet": true, "ref": true, "eqref": true, "label": true, "footnote": true, "vspace": true,
	"hspace": true, "includegraphics": true, "begin": true, "end": true, "color": true, "textcolor": true,
}

// symbols are commands that stand for a sign that names and phrases hold.
var symbols = map[string]string{
	"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
	"theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
	"tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
	"Theta": "Θ", "Lambda": "Λ", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ", "infty": "∞",
	"times": "×", "cdot": "·", "leq": "≤", "geq": "≥", "le": "≤", "ge": "≥", "approx": "≈", "sim": "~", "pm": "±",
	"to": "→", "rightarrow": "→", "ldots": "…", "dots": "…", "ss": "ß", "o": "ø", "ae": "æ", "aa": "å", "l": "ł", "i": "ı",
}

// command handles a backslash: an escaped sign, a symbol, or a command, of which only the argument is read.
func (c *cleaner) command() {
	start := c.i
	end := start + 1
	for end < len(c.s) && (c.s[end] >= 'a' && c.s[end] <= 'z' || c.s[end] >= 'A' && c.s[end] <= 'Z') {
		end++
	}
	name := c.s[start+1 : end]
	switch {
	case name == "":
		c.escape()
	case symbols[name] != "":
		c.write(symbols[name], end)
	case dropped[name]:
		c.i = skipArgument(c.s, end)
	default:
		c.i = end
		if end < len(c.s) && c.s[end] == ' ' && end+1 < len(c.s) {
			c.i++
		}
	}
}

// escape handles a backslash before a sign: \% is the sign, \" and other accents are dropped, \\ is a blank.
func (c *cleaner) escape() {
	if c.i+1 >= len(c.s) {
		c.i++
		return
	}
	switch sign := c.s[c.i+1]; {
	case sign == '\\':
		c.write(" ", c.i+2)
	case strings.IndexByte("%&_#$", sign) >= 0:
		c.write(string(sign), c.i+2)
	case strings.IndexByte("'`^\"~=.,;:!()[]{}-/|", sign) >= 0:
		c.i += 2
	default:
		c.i++
	}
}

// longestArgument is how far the end of a dropped argument is looked for, in bytes: what is longer is a brace that nothing
// closes, and looking on for each such brace would take the square of the text's length.
const longestArgument = 1000

// skipArgument returns the place behind the […] that follow at i and the first {…} behind them.
func skipArgument(s string, i int) int {
	for i < len(s) && (s[i] == '{' || s[i] == '[') {
		end := closing(s, i)
		if end < 0 {
			return i + 1
		}
		if s[i] == '{' {
			return end
		}
		i = end
	}
	return i
}

// closing returns the place behind the bracket that closes the one at i, or -1.
func closing(s string, i int) int {
	depth := 0
	for j := i; j < min(len(s), i+longestArgument); j++ {
		switch s[j] {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		if depth == 0 {
			return j + 1
		}
	}
	return -1
}
