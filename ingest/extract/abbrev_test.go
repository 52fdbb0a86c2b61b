package extract_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// defined returns what a document defines, each as "Short = Long".
func defined(d *ingest.Document) []string {
	var out []string
	for _, def := range extract.Document(d).Definitions {
		out = append(out, def.Short+" = "+def.Long)
	}
	return out
}

func TestDefinitions(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"long, then short", "We study classifier-free guidance (CFG) here.", []string{"CFG = classifier-free guidance"}},
		{"short, then long", "We study CFG (classifier-free guidance) here.", []string{"CFG = classifier-free guidance"}},
		{"one word with a dash", "Models for SR (super-resolution) are slow.", []string{"SR = super-resolution"}},
		{"a plural", "Many large language models (LLMs) are large.", []string{"LLMs = large language models"}},
		{"a letter inside a word", "We use low-rank adaptation (LoRA).", []string{"LoRA = low-rank adaptation"}},
		{"the first letter begins the long form", "We train by proximal policy optimization (PPO).", []string{"PPO = proximal policy optimization"}},
		{"in the middle of a sentence", "Training with reinforcement learning from human feedback (RLHF) works.", []string{"RLHF = reinforcement learning from human feedback"}},
		{"a digit for a word", "We look at text-to-image (T2I) models.", []string{"T2I = text-to-image"}},
		{"a digit and its letter", "Scenes by 3D Gaussian splatting (3DGS) are sharp.", []string{"3DGS = 3D Gaussian splatting"}},
		{"function words are skipped", "We train a mixture of experts (MoE).", []string{"MoE = mixture of experts"}},
		{"a function word gives a letter", "The area under the curve (AUC) and quality of service (QoS).", []string{"AUC = area under the curve", "QoS = quality of service"}},
		{"a function word is not taken for a letter of the word behind it", "Both sleeping and subarctic hibernation (SAH) rest.", []string{"SAH = subarctic hibernation"}},
		{"a function word begins it", "At very high resolution (VHR) it works.", []string{"VHR = very high resolution"}},
		{"syllables", "We learn a variational autoencoder (VAE).", []string{"VAE = variational autoencoder"}},
		{"small letters and capitals", "We use stochastic gradient descent (SGD) and k-nearest neighbors (k-NN).", []string{"SGD = stochastic gradient descent", "k-NN = k-nearest neighbors"}},
		{"a lead-in word", "Direct preference optimization (called DPO) is simple.", []string{"DPO = Direct preference optimization"}},
		{"quotation marks", "We call it “graph attention network” (GAT).", []string{"GAT = graph attention network"}},
		{"quotation marks inside, reversed", "We call it GAN (“generative adversarial network”).", []string{"GAN = generative adversarial network"}},
		{"something behind the short form", "Graph neural networks (GNNs, for short) are used.", []string{"GNNs = Graph neural networks"}},
		{"something behind the long form", "An RNN (recurrent neural network, a model) is used.", []string{"RNN = recurrent neural network"}},
		{"square brackets", "Graph neural networks [GNNs] are used.", []string{"GNNs = Graph neural networks"}},
		{"markup around the short form", `We use \emph{principal component analysis} (\textbf{PCA}).`, []string{"PCA = principal component analysis"}},
		{"two of them", "Both in-context learning (ICL) and chain of thought (CoT) help.", []string{"ICL = in-context learning", "CoT = chain of thought"}},

		{"one word", "The electroencephalogram (EEG) was cleaned, and Backpropagation (BP) used.", []string{"EEG = electroencephalogram", "BP = Backpropagation"}},
		{"one word, reversed", "The EEG (electroencephalogram) was cleaned.", []string{"EEG = electroencephalogram"}},
		{"one word and one of little meaning", "We filter electromyographic signals (EMG) first.", []string{"EMG = electromyographic signals"}},
		{"a word cut short", "We report accuracy (Acc) here.", []string{"Acc = accuracy"}},
		{"a letter inside a word whose head is not taken", "A nonlinear autoregressive exogenous (NARX) model.", []string{"NARX = nonlinear autoregressive exogenous"}},
		{"a digit for a numeral", "A three-dimensional (3D) view in two dimensions, with six degrees of freedom (6DOF).", []string{"3D = three-dimensional", "6DOF = six degrees of freedom"}},
		{"two in one bracket", "The bag of words (BOW; also BoW) is old.", []string{"BOW = bag of words", "BoW = bag of words"}},
		{"a remark, then the short form", "A context-free grammar (of type 2; CFG) is read.", []string{"CFG = context-free grammar"}},
		{"both in one bracket", "One of the parts (a generative adversarial net, GAN) is new.", []string{"GAN = generative adversarial net"}},
		{"a list", "The agent has belief, desire and intention (BDI).", []string{"BDI = belief, desire and intention"}},
		{"a word kept, in front", "By deep reinforcement learning (deep RL) it walks.", []string{"deep RL = deep reinforcement learning"}},
		{"a word kept, behind", "From positive-unlabeled learning (PU learning) it knows.", []string{"PU learning = positive-unlabeled learning"}},
		{"two short forms in a row", "An infrared spectrum analyser with liquid crystals (IRSA LC) is used.", nil},
		{"points", "After multiplicity of infection (M.O.I.) it grows.", []string{"M.O.I = multiplicity of infection"}},
		{"small letters", "It runs at many frames per second (fps).", []string{"fps = frames per second"}},
		{"or", "A generative adversarial net, or GAN, is used.", []string{"GAN = generative adversarial net"}},
		{"abbreviated as", "The generative adversarial net, abbreviated as GAN, is used.", []string{"GAN = generative adversarial net"}},
		{"also known as", "The bag of words, also known as BOW, is old.", []string{"BOW = bag of words"}},
		{"short for", "We name it GAN, short for generative adversarial net.", []string{"GAN = generative adversarial net"}},
		{"stands for", "Here GAN stands for generative adversarial net.", []string{"GAN = generative adversarial net"}},
		{"in apposition", "We bring GAN, a generative adversarial net, to graphs.", []string{"GAN = generative adversarial net"}},
		{"before a colon", "GAN: generative adversarial net.", []string{"GAN = generative adversarial net"}},
		{"no sign between", "The generative adversarial net GAN is used.", []string{"GAN = generative adversarial net"}},

		{"a name that is another's letters", "Both CNN and GAN work; the cat or GAN does.", nil},
		{"of two letters, with a word between", "It cannot handle perturbation (CP).", nil},
		{"a name for a name", "Gradients with BN (BNGD) differ.", nil},
		{"a verb and its objects", "By combining KAT and CKA we win.", nil},
		{"the short form is the long one's head", "The GM1 ganglioside method (GM1) is used.", nil},
		{"a word of other letters", "We train networks (NTP) and layers (EER).", nil},
		{"a small word in brackets", "We ask if (if) so and (so) on.", nil},
		{"a year", "Neural networks (2019) are used.", nil},
		{"a citation", "The long short-term memory (Hochreiter et al., 1997) is used.", nil},
		{"a citation of two", "Many forms exist (Smith and Jones 2020; McCallum, 2002).", nil},
		{"a venue and a year", "It was shown before (ICML 2015).", nil},
		{"a pointer", "Results are good (see Table 2), and better (Fig. 3).", nil},
		{"a formula", "The cost is $O(n)$, and $f(X)$ is $\\mathcal{L}(\\theta)$ for (A, B).", nil},
		{"a number", "It has few parameters (7B) and is large (3D).", nil},
		{"letters that are not there", "We use good old pruning (XYZ) here.", nil},
		{"another sentence", "Classifier free. Guidance is used (CFG).", nil},
		{"a remark", "This is so (However, NOT always).", nil},
		{"nothing inside", "f() and () and (", nil},
		{"nothing before", "(CFG)", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := ingest.Document{Abstract: c.text}
			if diff := cmp.Diff(c.want, defined(&d)); diff != "" {
				t.Errorf("definitions of %q (-want +got):\n%s", c.text, diff)
			}
			checkFound(t, &d, extract.Document(&d))
		})
	}
}

func TestDefinitionsOfTitles(t *testing.T) {
	for _, c := range []struct {
		title string
		want  []string
	}{
		{"TIES: Trim, Elect Sign and Merge", nil}, // its last letter is inside
		{"RAG: Retrieval-Augmented Generation of Answers", []string{"RAG = Retrieval-Augmented Generation"}},
		{"DARTS: Differentiable Architecture Search", nil},
		{"LoRA: Low-Rank Adaptation of Large Models", nil}, // a syllable tells too little behind a colon
		{"VICReg: Some Other Things", nil},
		{"Graph Attention Networks (GAT)", []string{"GAT = Graph Attention Networks"}},
	} {
		t.Run(c.title, func(t *testing.T) {
			d := ingest.Document{Title: c.title}
			got := defined(&d)
			if len(got) > 1 || c.want != nil && !cmp.Equal(c.want, got) {
				t.Errorf("the title defines %q, want %q", got, c.want)
			}
			for _, g := range got { // whatever it is, the long form begins as the short one does
				if short, long, _ := strings.Cut(g, " = "); !strings.EqualFold(short[:1], long[:1]) {
					t.Errorf("the title defines %q", g)
				}
			}
			checkFound(t, &d, extract.Document(&d))
		})
	}
}

// TestHugeWords holds that no part of the reading takes the square of a word's length: this would take minutes.
func TestHugeWords(t *testing.T) {
	long := strings.Repeat("ab", 1<<16)
	d := ingest.Document{Title: long + ": a " + long, Abstract: "An " + long + " (ABAB), ABAB (" + long + " " + long + "), called " + long + "'s's's."}
	checkFound(t, &d, extract.Document(&d))
}
