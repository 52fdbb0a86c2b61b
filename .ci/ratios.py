"""How long papergraph takes beside the libraries that a user would pick instead: a table of ratios.

    .ci/ratios PAPERS.jsonl [SIZE...]

PAPERS are JSON lines with title and abstract, packed or not; of these so many as SIZE says are taken, evenly spread (all
of them without). Everything is measured in this one run, the rival and papergraph by turns, and the least of the runs
counts: one run of what takes over 20 seconds, three of the rest. Ratios are of wall time, the rival's over papergraph's.
Rivals that can use threads are run on one and on all, and the better counts. What they take to start and to build their
own graph is left out, as is what papergraph takes to read the graph; text to graph is from file to file.
"""
import gzip
import io
import json
import os
import platform
import random
import resource
import subprocess
import sys
import time

NEIGHBOURS = 15
CORES = len(os.sched_getaffinity(0))
LONG = 20  # seconds after which a run is not repeated
SEEDS = 9  # from which communities start: their median modularity counts

# Per task: its name in the table, the flags of papergraph analyze, the line of its timings, the rivals, the most nodes.
GRAPH_TASKS = [
    ("betweenness", "--measures betweenness", "betweenness", ["igraph", "networkit"], 20000),
    ("betweenness, weighted", "--measures betweenness --weights similarity", "betweenness", ["igraph", "networkit"], 20000),
    ("harmonic", "--measures harmonic", "harmonic", ["igraph", "networkit"], 20000),
    ("closeness", "--measures closeness", "closeness", ["igraph", "networkit"], 20000),
    ("PageRank", "--measures pagerank", "pagerank", ["igraph", "networkit"], None),
    ("k-core", "--measures kcore", "kcore", ["igraph", "networkit"], None),
    ("Leiden", "--communities leiden", "communities", ["igraph", "networkit"], None),
    ("layout", "--layout force", "layout", ["igraph"], None),
]


def open_text(path):
    if path.endswith(".gz"):
        return gzip.open(path, "rt", encoding="utf-8")
    if path.endswith(".zst"):
        import zstandard
        return io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(open(path, "rb"), read_across_frames=True), encoding="utf-8")
    return open(path, encoding="utf-8")


def clock(run, *given):
    """Least wall seconds of the runs, and what the last gave."""
    least, spent, runs = float("inf"), 0.0, 0
    while runs == 0 or (runs < 3 and spent < LONG):
        begin = time.perf_counter()
        out = run(*given)
        took = time.perf_counter() - begin
        least, spent, runs = min(least, took), spent + took, runs + 1
    return least, out


# The rivals. Each of the functions below runs in a process of its own.


def rival_text(papers, graph, search):
    """Texts to a graph as a user of scikit-learn would write it; prints seconds and peak memory."""
    import numpy as np
    import scipy.sparse as sparse
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.neighbors import NearestNeighbors
    from sparse_dot_topn import sp_matmul_topn

    begin = time.perf_counter()
    with open(papers, encoding="utf-8") as f:
        texts = [d.get("title", "") + ". " + d.get("abstract", "") for d in map(json.loads, f)]
    n = len(texts)
    x = TfidfVectorizer(ngram_range=(1, 3), min_df=2 if n <= 5000 else 5, sublinear_tf=True, stop_words="english", dtype=np.float32).fit_transform(texts)
    if search == "topn":
        near = sp_matmul_topn(x, x.T.tocsr(), top_n=NEIGHBOURS + 1, n_threads=CORES)
    else:
        found = NearestNeighbors(n_neighbors=NEIGHBOURS, metric="cosine", algorithm="brute", n_jobs=CORES).fit(x)
        near = found.kneighbors_graph(mode="distance")
        near.data = np.maximum(1 - near.data, 0)
    near.setdiag(0)
    near = sparse.triu(near.maximum(near.T), k=1).tocoo()
    order = np.lexsort((near.col, near.row))
    order = order[near.data[order] > 0]
    with open(graph, "w") as f:
        f.writelines("%d\t%d\t%.6f\n" % e for e in zip(near.row[order], near.col[order], near.data[order]))
    print(json.dumps({"seconds": time.perf_counter() - begin, "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def edges(graph):
    import numpy as np
    table = np.loadtxt(graph, delimiter="\t", ndmin=2)
    return table[:, 0].astype(np.int64), table[:, 1].astype(np.int64), table[:, 2]


def edge_ratio(points, u, v):
    """Mean length of edges over mean distance of pairs drawn at random."""
    import numpy as np
    points = np.asarray(points)
    a, b = np.random.default_rng(1).integers(0, len(points), (2, 20000))
    return float(np.linalg.norm(points[u] - points[v], axis=1).mean() / np.linalg.norm(points[a] - points[b], axis=1).mean())


def with_igraph(u, v, w, threads):
    import igraph

    g = igraph.Graph(n=int(max(u.max(), v.max())) + 1, edges=list(zip(u.tolist(), v.tolist())), edge_attrs={"w": w, "d": 1 / w})
    return {
        "betweenness": lambda: sum(g.betweenness(directed=False)),
        "betweenness, weighted": lambda: sum(g.betweenness(directed=False, weights="d")),
        "harmonic": lambda: sum(g.harmonic_centrality()),
        "closeness": lambda: sum(g.closeness()),
        "PageRank": lambda: sum(g.pagerank(weights="w")),
        "k-core": lambda: sum(g.coreness()),
        "Leiden": lambda seed: g.modularity(g.community_leiden("modularity", weights="w", n_iterations=-1), weights="w"),
        "layout": lambda: edge_ratio(g.layout_fruchterman_reingold(weights="w", niter=500).coords, u, v),
    }


def with_networkit(u, v, w, threads):
    import networkit as nk
    import numpy as np

    nk.setNumberOfThreads(threads)
    n = int(max(u.max(), v.max())) + 1
    plain, near, far = (nk.GraphFromCoo((x, (u.astype(np.uint64), v.astype(np.uint64))), n=n, weighted=True) for x in (np.ones(len(u)), w, 1 / w))
    c = nk.centrality
    plain = nk.graphtools.toUnweighted(plain)

    def total(measure, share=1.0):
        return lambda: share * sum(measure().run().scores())

    def louvain(seed):
        nk.setSeed(seed, False)
        return nk.community.Modularity().getQuality(nk.community.PLM(near, refine=True).run().getPartition(), near)

    return {
        "betweenness": total(lambda: c.Betweenness(plain), 0.5),
        "betweenness, weighted": total(lambda: c.Betweenness(far), 0.5),
        "harmonic": total(lambda: c.HarmonicCloseness(plain, True)),
        "closeness": total(lambda: c.Closeness(plain, True, c.ClosenessVariant.GENERALIZED)),
        "PageRank": total(lambda: c.PageRank(near, 0.85, 1e-8)),
        "k-core": total(lambda: c.CoreDecomposition(plain)),
        "Leiden": louvain,
    }


def median(values):
    return sorted(values)[len(values) // 2]


def rival_graph(graph, library, task, threads):
    """One task of one library; prints seconds and a value to compare: a sum of scores, a modularity, a ratio of lengths."""
    random.seed(1)  # igraph draws from it
    run = {"igraph": with_igraph, "networkit": with_networkit}[library](*edges(graph), int(threads))[task]
    if task == "Leiden":
        runs = [clock(run, seed) for seed in range(1, SEEDS + 1)]
        seconds, value = min(runs)[0], median([found for _, found in runs])
    else:
        seconds, value = clock(run)
    print(json.dumps({"seconds": seconds, "value": value}))


# This side of the processes.


def rival(*what, threads=CORES):
    out = subprocess.run([sys.executable, __file__, *map(str, what)], check=True, capture_output=True, text=True, env=os.environ | {"OMP_NUM_THREADS": str(threads)})
    return json.loads(out.stdout.splitlines()[-1])


def papergraph(*arguments):
    """Wall seconds, peak MiB and the output of a run of the program."""
    begin = time.perf_counter()
    p = subprocess.Popen([os.environ["PAPERGRAPH"], *arguments, "--quiet"], stdout=subprocess.PIPE)
    out = p.stdout.read()
    _, status, usage = os.wait4(p.pid, 0)
    if status:
        sys.exit("papergraph %s: exit status %d" % (" ".join(arguments), status))
    return time.perf_counter() - begin, usage.ru_maxrss / 1024, out


def sample(papers, size, file):
    """Writes size papers, evenly spread, to the file; returns how many there are."""
    with open_text(papers) as f:
        lines = [line for line in f if line.strip()]
    size = min(size or len(lines), len(lines))
    with open(file, "w", encoding="utf-8") as f:
        f.writelines(lines[i * len(lines) // size] for i in range(size))
    return size


def row(task, n, ours, theirs, who, note=""):
    print("| %s | %s | %s | %s (%s) | %.1f | %s |" % (task, format(n, ","), shown(ours), shown(theirs), who, theirs / ours, note), flush=True)


def shown(seconds):
    return "%.3g ms" % (1000 * seconds) if seconds < 1 else "%.3g s" % seconds


def text_rows(papers, n, graph):
    for search, who in [("brute", "scikit-learn"), ("topn", "scikit-learn, sparse_dot_topn")]:
        theirs = rival("text", papers, graph, search)
        ours, mib = min(papergraph("links", papers, "--top", str(NEIGHBOURS), "--format", "tsv", "-o", graph + ".links")[:2] for _ in range(2))
        row("text to links", n, ours, theirs["seconds"], who, "%d MiB for %d" % (mib, theirs["mib"]))


def graph_row(graph, n, task, flags, line, libraries):
    best, who, value = float("inf"), "", 0.0
    for library in libraries:
        for threads in sorted({1, CORES}) if library == "networkit" or task == "PageRank" else [1]:
            r = rival("graph", graph, library, task, threads, threads=threads)
            if r["seconds"] < best:
                best, who, value = r["seconds"], "%s, %d thread%s" % (library, threads, "s" * (threads > 1)), r["value"]
    seeds = range(1, (SEEDS if task == "Leiden" else 3) + 1)
    outs = [json.loads(papergraph("analyze", graph, *flags.split(), "--seed", str(seed), "--timings", "--format", "json")[2]) for seed in seeds]
    ours = min(out["timings"][line] for out in outs)
    row(task, n, ours, best, who, compared(graph, outs, value))


def compared(graph, outs, theirs):
    """What both found, as one note."""
    out = outs[0]
    if "scores" in out:
        (scores,) = out["scores"].values()
        return "same sum" if abs(sum(scores) - theirs) <= 1e-6 * abs(theirs) else "sum %.6g for %.6g" % (sum(scores), theirs)
    if "layout" in out:
        u, v, _ = edges(graph)
        return "edge length %.3f for %.3f" % (edge_ratio(out["layout"], u, v), theirs)
    return "modularity %.4f for %.4f" % (median([o["communities"]["modularity"] for o in outs]), theirs)


def machine():
    try:
        with open("/proc/cpuinfo") as f:
            name = next(line.split(":")[1].strip() for line in f if line.startswith("model name"))
    except (OSError, StopIteration):
        name = platform.processor()
    return "%s, %d cores" % (name, CORES)


def main(papers, sizes, folder):
    print("Measured on %s.\n" % machine())
    print("| task | papers | papergraph | best of the others | ratio | answers, memory |")
    print("| --- | ---: | ---: | ---: | ---: | --- |")
    for size in sizes or [0]:
        file, graph = os.path.join(folder, "papers.jsonl"), os.path.join(folder, "graph.tsv")
        n = sample(papers, size, file)
        text_rows(file, n, graph)
        for task, flags, line, libraries, most in GRAPH_TASKS:
            if not most or n <= most:
                graph_row(graph, n, task, flags, line, libraries)


if __name__ == "__main__":
    if sys.argv[1] == "text":
        rival_text(*sys.argv[2:])
    elif sys.argv[1] == "graph":
        rival_graph(*sys.argv[2:])
    else:
        main(sys.argv[2], list(map(int, sys.argv[3:])), sys.argv[1])
