# What igraph (C) takes for the same work: told by name, one a line; answers with seconds and a figure to compare.
import sys
import time

try:
    import igraph
except ImportError:
    print("absent")
    sys.exit()

graph = igraph.Graph.Read_Edgelist(sys.argv[1], directed=False)
graph.add_vertices(int(sys.argv[2]) - graph.vcount())
print("igraph", igraph.__version__, flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    if line.strip() == "PageRank":
        figure = max(graph.pagerank(damping=0.85))
    else:
        figure = len(graph.connected_components(mode="weak"))
    print(time.perf_counter() - start, figure, flush=True)
