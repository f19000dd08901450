import { Heap } from './heap';

/** Makes `after` follow `before`. The reason appears in the report of a cycle. */
export interface Edge {
  readonly before: number;
  readonly after: number;
  readonly reason?: string;
}

/** Every node once, and each cycle that was cut to get there. */
export interface Topology {
  readonly order: readonly number[];
  readonly cycles: readonly (readonly Edge[])[];
}

/**
 * Sorts the nodes 0 … count-1 by their edges, and by the preferred edges that make no cycle.
 *
 * Of the ready nodes, the smallest goes first.
 */
export function sortTopologically(count: number, edges: readonly Edge[], preferred: readonly Edge[] = []): Topology {
  const topology = sort(count, [...edges, ...preferred]);
  const cut = new Set(topology.cycles.flat());
  const kept = preferred.filter((edge) => !cut.has(edge));
  return kept.length === preferred.length ? topology : sortTopologically(count, edges, kept);
}

/**
 * Sorts the nodes 0 … count-1 by their edges (Kahn's algorithm).
 *
 * Of the ready nodes, the smallest goes first. Cost is nodes plus edges.
 */
function sort(count: number, edges: readonly Edge[]): Topology {
  const followers = lists<number>(count);
  const awaited = new Array<number>(count).fill(0);
  for (const { before, after } of edges) {
    followers[before]!.push(after);
    awaited[after]! += 1;
  }
  const order: number[] = [];
  const cycles: Edge[][] = [];
  const done = new Array<boolean>(count).fill(false);
  const ready = new Heap();
  for (let node = 0; node < count; node += 1) if (awaited[node] === 0) ready.push(node);
  let incoming: Edge[][] | undefined;
  let start = 0;
  while (order.length < count) {
    if (ready.size === 0) {
      incoming ??= incomingEdges(count, edges);
      while (done[start]!) start += 1;
      const cycle = findCycle(start, incoming, done);
      cycles.push(cycle);
      // Cut at its smallest node, so that what is behind it is sorted and further cycles are found.
      ready.push(Math.min(...cycle.map(({ after }) => after)));
    }
    const node = ready.pop();
    if (done[node]!) continue;
    done[node] = true;
    order.push(node);
    for (const follower of followers[node]!) {
      awaited[follower]! -= 1;
      if (awaited[follower] === 0) ready.push(follower);
    }
  }
  return { order, cycles };
}

/** Walks from a node that waits to one it waits for until it comes round. */
function findCycle(start: number, incoming: readonly (readonly Edge[])[], done: readonly boolean[]): Edge[] {
  const walked: Edge[] = [];
  const position = new Map<number, number>();
  let node = start;
  while (!position.has(node)) {
    position.set(node, walked.length);
    const edge = incoming[node]!.find(({ before }) => !done[before]!)!;
    walked.push(edge);
    node = edge.before;
  }
  return walked.slice(position.get(node));
}

function incomingEdges(count: number, edges: readonly Edge[]): Edge[][] {
  const incoming = lists<Edge>(count);
  for (const edge of edges) incoming[edge.after]!.push(edge);
  for (const list of incoming) list.sort((a, b) => a.before - b.before || compare(a.reason ?? '', b.reason ?? ''));
  return incoming;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function lists<T>(count: number): T[][] {
  return Array.from({ length: count }, () => []);
}
