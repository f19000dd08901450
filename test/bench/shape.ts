/** Work of one run of a program, counted. */
export interface Counts {
  /** Calls by file and name of the function. */
  readonly calls: Readonly<Record<string, number>>;
  readonly files: number;
  readonly bytes: number;
}

/** Functions that may be called this many times more for twice the services: n log n, and what runs once. */
const MOST_GROWTH = 2.25;
/** Calls below which growth says nothing. */
const FEWEST_CALLS = 400;

/** Functions that are called a number of times for each service, wherever work is easily done twice. */
const BOUNDS: readonly { readonly name: string; readonly function: RegExp; readonly most: number }[] = [
  {
    name: 'renders',
    function: /^(?:cdk8s\/lib\/api-object\.js toJson|emit\/kubernetes\/manifest\.js asData)$/,
    most: 6,
  },
  { name: 'microservices resolved', function: /^program\/resolve\.js resolveWorkload$/, most: 1 },
  { name: 'calls resolved', function: /^program\/edge\.js resolveEdge$/, most: 2 },
  { name: 'objects formatted as YAML', function: /^app\/emit-yaml\.js (?:emitYaml|emitData)$/, most: 6 },
];

/** Growth beyond n log n, and more work for a service than is needed. */
export function shapeProblems(counts: Counts, services: number, doubled: Counts): string[] {
  return [
    ...superlinear(counts.calls, doubled.calls, MOST_GROWTH).map((growth) => `${growth} for twice the services`),
    ...excessive(counts, services),
  ];
}

/** Counted work for each service, for a table. */
export function work({ calls, files, bytes }: Counts, services: number): [string, string][] {
  return [
    ...BOUNDS.map(({ name, function: which, most }): [string, string] => [
      name,
      `${(callsOf(calls, which) / services).toFixed(2)} (at most ${most})`,
    ]),
    ['files', (files / services).toFixed(2)],
    ['bytes', (bytes / services).toFixed(0)],
  ];
}

/** Functions that are called more than so many times as often for twice the input. */
export function superlinear(calls: Counts['calls'], doubled: Counts['calls'], most: number): string[] {
  return Object.entries(doubled)
    .filter(([name, count]) => count >= FEWEST_CALLS && count > most * (calls[name] ?? 0))
    .map(([name, count]) => `${name} is called ${calls[name] ?? 0} times, and ${count} times`);
}

function excessive({ calls }: Counts, services: number): string[] {
  return BOUNDS.flatMap(({ name, function: which, most }) => {
    const count = callsOf(calls, which);
    if (count === 0) return [`${name}: no function is called ${which.source}: name it anew`];
    return count > most * services ? [`${name}: ${count} for ${services} services, at most ${most} each`] : [];
  });
}

function callsOf(calls: Counts['calls'], which: RegExp): number {
  return Object.entries(calls).reduce((sum, [name, count]) => (which.test(name) ? sum + count : sum), 0);
}
