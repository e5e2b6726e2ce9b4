"""The best tree of scored arcs (Chu and Liu 1965, Edmonds 1967), with exactly one root."""
import numpy as np

NEVER = -1e18


def best_arborescence(scores):
    """Heads of nodes 0..n-1 by scores[child, head]; node 0 is the root and has head -1."""
    n = scores.shape[0]
    s = scores.copy()
    np.fill_diagonal(s, NEVER)
    s[0, :] = NEVER
    heads = s.argmax(1)
    heads[0] = -1
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    rest = np.array([i for i in range(n) if i not in inside])
    cycle = np.array(cycle)
    m = len(rest)
    t = np.full((m + 1, m + 1), NEVER)
    t[:m, :m] = s[np.ix_(rest, rest)]
    own = s[cycle, heads[cycle]]
    entering = s[np.ix_(cycle, rest)] - own[:, None]
    t[m, :m] = entering.max(0) + own.sum()
    leaving = s[np.ix_(rest, cycle)]
    t[:m, m] = leaving.max(1)
    smaller = best_arborescence(t)
    out = np.full(n, -1)
    for i, node in enumerate(rest):
        if node:
            out[node] = cycle[leaving[i].argmax()] if smaller[i] == m else rest[smaller[i]]
    for node in cycle:
        out[node] = heads[node]
    entry = smaller[m]
    out[cycle[entering[:, entry].argmax()]] = rest[entry]
    return out


def find_cycle(heads):
    """One cycle of a graph in which every node but 0 has one head, or None."""
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        path, node = [], start
        while node > 0 and not seen[node]:
            seen[node] = start
            path.append(node)
            node = heads[node]
        if node > 0 and seen[node] == start and node in path:
            return path[path.index(node):]
    return None


def best_tree(log_probabilities):
    """Heads of words 1..n by log_probabilities[word - 1, head], head 0 the root, with one root."""
    n = log_probabilities.shape[0] + 1
    s = np.full((n, n), NEVER)
    s[1:] = log_probabilities
    heads = best_arborescence(s)
    roots = np.where(heads == 0)[0]
    if len(roots) == 1:
        return heads[1:]
    best = None
    for root in roots:
        t = s.copy()
        t[1:, 0] = -1e9
        t[root, :] = -1e9
        t[root, 0] = s[root, 0]
        tried = best_arborescence(t)
        value = s[np.arange(1, n), tried[1:]].sum()
        if (tried[1:] == 0).sum() == 1 and (best is None or value > best[0]):
            best = (value, tried)
    return best[1][1:]
