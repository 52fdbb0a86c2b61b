package vocab_test

import (
	"slices"
	"strings"
	"testing"

	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// shown returns the labels of the concepts of a document, sorted.
func shown(v *vocab.Vocabulary, doc int) []string {
	labels := []string{}
	for _, c := range v.Concepts(doc) {
		labels = append(labels, v.Terms[c.Term].Label)
	}
	slices.Sort(labels)
	return labels
}

// TestTermsOfBadInput says for texts that are not clean prose which terms must be found in each, and that nothing else is but what is
// allowed.
func TestTermsOfBadInput(t *testing.T) {
	for _, c := range []struct {
		name, title, abstract string
		must, may             []string
	}{
		{
			"LaTeX", `\textbf{DropNet}: $\ell_1$-Regularized \emph{Pruning}`,
			`We propose \textsc{DropNet}~\cite{a2020,b21} with $\mathcal{O}(n \log n)$ cost and \emph{$k$-NN} search. See Fig.~\ref{fig:one}. \begin{equation} x_{t+1} = x_t - \eta \nabla f(x_t) \end{equation} Done.`,
			[]string{"DropNet", "k-NN", "k-NN search", "ℓ1-regularized pruning"},
			[]string{"ℓ1-regularized", "pruning"},
		},
		{
			"addresses", "Crawling https://example.com/path?query=Neural+Net&x=1",
			"Data from http://foo.example.org/~user/data_set_v2.tar.gz and www.example.org/index.html, mail a.b@example.org, doi:10.1145/3292500.3330701, arXiv:2001.12345v2, example.org/code/model-zoo.",
			nil,
			[]string{"Crawling", "mail"},
		},
		{
			"a block of code", "Gradient Clipping by Hand", "Gradient clipping is short:\n```python\nimport torch\nfor i in range(10):\n    loss = criterion(model(x_i), y[i])\n    loss.backward()  # compute grads\n```\nSo much for gradient clipping at 0xDEADBEEF.",
			[]string{"gradient clipping"},
			[]string{"gradient clipping by hand"},
		},
		{"formulas", "E = mc^2 and a^2+b^2=c^2", "For x ∈ ℝ^n, ∀ε>0 ∃δ: |f(x)−f(y)|<ε. ∑_{i=1}^{n} x_i ≤ ∫_0^1 f(t)dt, O(n^2 log n), p<0.05, 10^-3, ±2%, 3.5×10⁻⁴, f:X→Y.", nil, nil},
		{"pictures between words", "🚀 RocketNet 🚀: Fast 🔥 Training", "We present RocketNet 🚀🚀 😀 👩‍👩‍👧‍👦 🇩🇪 ❤️ ☃. It beats FooNet😊 by 3%.", []string{"FooNet", "RocketNet"}, nil},
		{"what is not seen", "\u200eGraph\u200b Pruning\u202c", "Graph\u2060 pruning (G\u200bP) and \u202bGP\u202c.", []string{"graph pruning"}, nil},
		{"a word without end", strings.Repeat("x", 5000), strings.Repeat("Neural-", 3000) + "Net " + strings.Repeat("y", 20000), nil, nil},
		{"one word again and again", "Pruning", strings.Repeat("pruning ", 500), []string{"pruning"}, nil},
		{"brackets", "((((", strings.Repeat("(", 3000) + " graph pruning " + strings.Repeat(")", 3000), []string{"graph pruning"}, nil},
		{"signs alone", "?!", "\"\"\" ''' ``` --- *** ### $$$ {{{ }}} \\\\\\ <<< >>> &&&", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, v := build(t, []ingest.Document{{ID: "a", Title: c.title, Abstract: c.abstract}, {ID: "b", Title: c.title + ".", Abstract: c.abstract}})
			got := shown(v, 0)
			for _, m := range c.must {
				if !slices.Contains(got, m) {
					t.Errorf("%q is missing in %q", m, got)
				}
			}
			for _, g := range got {
				if !slices.Contains(c.must, g) && !slices.Contains(c.may, g) {
					t.Errorf("%q is no term", g)
				}
			}
		})
	}
}

// TestTermsInOtherScripts says which terms of two documents in one language are found in both.
func TestTermsInOtherScripts(t *testing.T) {
	for _, c := range []struct {
		name, one, two string
		want           []string
	}{
		{"Chinese", "基于深度学习的图像分类，通过卷积神经网络（CNN）。", "本文提出一种新的图像分类。卷积神经网络优于深度学习？我们利用深度学习。", []string{"卷积神经网络", "深度学习", "图像分类"}},
		{"Japanese", "画像認識のための深層学習。ニューラルネットワークを用いた。", "深層学習による画像認識とニューラルネットワーク。", []string{"深層学習", "画像認識", "ニューラルネットワーク"}},
		{"Russian", "Применяются свёрточные нейронные сети и глубокое обучение.", "Глубокое обучение для свёрточные нейронные сети.", []string{"глубокое обучение", "свёрточные нейронные сети"}},
		{"Greek", "Το νευρωνικό δίκτυο για την αναγνώριση εικόνων.", "Η αναγνώριση εικόνων με το νευρωνικό δίκτυο.", []string{"νευρωνικό δίκτυο", "αναγνώριση εικόνων"}},
		{"Arabic", "من شبكة عصبية في التعلم العميق", "على التعلم العميق مع شبكة عصبية", []string{"شبكة عصبية", "التعلم العميق"}},
		{"Hebrew", "רשת נוירונים של למידה עמוקה", "למידה עמוקה עם רשת נוירונים", []string{"רשת נוירונים", "למידה עמוקה"}},
		{"Hindi", "छवि पहचान के लिए तंत्रिका नेटवर्क", "तंत्रिका नेटवर्क से छवि पहचान", []string{"छवि पहचान", "तंत्रिका नेटवर्क"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, v := build(t, abstracts(c.one, c.two))
			for doc := range 2 {
				got := shown(v, doc)
				for _, w := range c.want {
					if !slices.Contains(got, w) {
						t.Errorf("document %d lacks %q: %q", doc, w, got)
					}
				}
			}
		})
	}
}

// TestMentionsOfMarkup holds that what a mention marks of a text with markup reads as its term, and is whole: of $k$-NN not k$-NN.
func TestMentionsOfMarkup(t *testing.T) {
	c, v := build(t, abstracts(`A $k$-NN graph and \emph{deep} sets.`, `The \textsc{$k$-NN graph} of \emph{deep sets}, $\alpha$-divergence.`, `The $k$-NN graph; \emph{deep} sets.`))
	want := map[string][]string{"k-NN graph": {"$k$-NN graph", `\textsc{$k$-NN graph}`, "$k$-NN graph"}, "k-NN": {"$k$-NN", "$k$-NN", "$k$-NN"}}
	for label, texts := range want {
		for doc := range c.Documents {
			for _, m := range v.Mentions(doc) {
				if v.Terms[m.Term].Label != label || v.Terms[m.Term].Kind == ingest.Word {
					continue
				}
				if got := c.Documents[doc].Abstract[m.Start:m.End]; got != texts[doc] && "\\textsc{"+got+"}" != texts[doc] {
					t.Errorf("document %d marks %q for %q, want %q", doc, got, label, texts[doc])
				}
			}
		}
	}
}

// TestLongDocument builds one of 100,000 words without a sign between them, with names, brackets and words of bringing everywhere.
func TestLongDocument(t *testing.T) {
	words := []string{"pruning", "network", "we", "propose", "GPT-3", "called", "of", "the", "(SGD)", "stochastic", "gradient", "descent", "$k$-NN", "our", "and", "X"}
	var b strings.Builder
	for i := range 100_000 {
		b.WriteString(words[i*i%97%len(words)] + " ")
	}
	c, v := build(t, abstracts(b.String(), "Pruning of a network."))
	if n, ok := v.Find("pruning"); !ok || v.Terms[n].Documents != 2 {
		t.Error("pruning is not found in both documents")
	}
	doc, _ := c.Find("p0")
	if got := len(v.Introductions(doc)); got > 200 {
		t.Errorf("a document without sense introduces %d terms", got)
	}
}
