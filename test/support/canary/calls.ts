import type { DecisionSimulator, Request, Verdict, Workload } from '../decision/decision';
import type { Named } from './cluster';
import type { Stage } from './stage';

/** A request that is, or is not, one of a declared call. Both ends are service accounts. */
export interface Probe {
  readonly from: Named;
  readonly to: Named;
  /** Of the callee's Service. */
  readonly port: number;
  readonly method?: string;
  readonly path?: string;
  readonly declared: boolean;
  /** True when proxies distinguish requests. */
  readonly hasRequests: boolean;
}

/** Declared calls reach pods that let them in, by the shares that are stated; others reach no version by any name. */
export function callFaults(stage: Stage, simulator: DecisionSimulator, probes: readonly Probe[]): string[] {
  return probes.flatMap((probe) => {
    const { from, to, port, method, path, declared } = probe;
    const callers = podsOf(simulator, from);
    const what = `${from.name} to ${to.name}:${port}${path === undefined ? '' : ` ${method} ${path}`}`;
    if (callers.length === 0) return [`${from.name} has no pods`];
    const asked = { port, ...(method !== undefined && { method }), ...(path !== undefined && { path }) };
    return callers.flatMap((caller) =>
      (declared
        ? declaredFaults(stage, simulator, probe, { from: caller, to: hostOf(simulator, to), ...asked })
        : undeclaredFaults(simulator, to, { from: caller, ...asked })
      ).map((fault) => `${what} ${fault}`),
    );
  });
}

/** The pods that run under a service account, of all versions. */
export function podsOf({ workloads }: Pick<DecisionSimulator, 'workloads'>, { namespace, name }: Named): Workload[] {
  return workloads.filter((each) => each.namespace === namespace && each.serviceAccount === name);
}

function hostOf({ services }: DecisionSimulator, { namespace, name }: Named): string {
  const service = services.find(
    (each) => each.kind === 'Service' && each.namespace === namespace && each.name === name,
  );
  return service?.host ?? `${name}.${namespace}`;
}

function declaredFaults(
  stage: Stage,
  simulator: DecisionSimulator,
  { to, hasRequests }: Probe,
  request: Request,
): string[] {
  const verdicts = tried(() => simulator.decideEach(request));
  if (typeof verdicts === 'string') return [verdicts];
  const refused = verdicts.filter(({ allowed }) => !allowed).map((verdict) => `is refused: ${layersOf(verdict)}`);
  const isOfStage = to.namespace === stage.of.namespace && to.name === stage.of.name;
  return [
    ...(verdicts.length === 0 ? ['reaches nobody'] : []),
    ...refused,
    ...(isOfStage && hasRequests ? splitFaults(stage, simulator, request) : []),
  ];
}

/** Share of such requests for the new version, without and with the header. */
function splitFaults(
  { candidate, weight, header, copied, of }: Stage,
  simulator: DecisionSimulator,
  request: Request,
): string[] {
  if (weight === undefined) return [];
  const share = (asked: Request) => tried(() => shareOf(simulator.splitOf(asked), candidate));
  const is = (given: number | string, wanted: number, which: string) =>
    given === wanted
      ? []
      : [`${which} sends ${typeof given === 'string' ? given : `${given}%`} to the new version, not ${wanted}%`];
  const mirrored = (asked: Request) => mirrorOf(simulator, asked, candidate, of.namespace);
  return [
    ...is(share(request), weight, 'without a header'),
    ...(header === undefined
      ? []
      : is(share({ ...request, headers: { [header.name]: header.value } }), 100, 'with the header')),
    ...(header === undefined
      ? []
      : portFaults(simulator, request, { ...request, headers: { [header.name]: header.value } }, 'with the header')),
    ...(header === undefined
      ? []
      : is(
          share({ ...request, headers: { [header.name]: `not ${header.value}` } }),
          weight,
          'with another value of the header',
        )),
    ...(mirrored(request) === copied ? [] : [`has ${mirrored(request) ?? 'none'} copied, not ${copied ?? 'none'}`]),
  ];
}

/** A request that takes another way still arrives at the port that was asked for. */
function portFaults(simulator: DecisionSimulator, request: Request, other: Request, which: string): string[] {
  const portsOf = (asked: Request) => [...new Set(simulator.splitOf(asked).flatMap(({ ports }) => ports))].sort();
  const asked = tried(() => portsOf(request));
  const given = tried(() => portsOf(other));
  return `${given}` === `${asked}` ? [] : [`${which} arrives at port ${given}, not ${asked}`];
}

/** Percent at the pods of the new version; text where a destination leads to both, or the weights are none of 100. */
function shareOf(split: ReturnType<DecisionSimulator['splitOf']>, candidate: readonly string[]): number | string {
  const total = split.reduce((sum, { weight }) => sum + weight, 0);
  if (total !== 100) return `shares of ${total}`;
  let share = 0;
  for (const { weight, workloads } of split) {
    const fresh = workloads.filter(({ name }) => candidate.includes(name)).length;
    if (fresh > 0 && fresh < workloads.length) return `${weight}% to pods of both versions, some of it`;
    if (fresh > 0) share += weight;
  }
  return share;
}

/** Percent of such requests that are copied to the new version; text where copies arrive nowhere. */
function mirrorOf(
  simulator: DecisionSimulator,
  request: Request,
  candidate: readonly string[],
  namespace: string,
): number | string | undefined {
  const http = simulator.routeOf(request);
  const mirrors = [
    ...(http?.mirrors ?? []),
    ...(http?.mirror === undefined ? [] : [{ destination: http.mirror, percentage: http.mirrorPercentage }]),
  ];
  if (mirrors.length === 0) return undefined;
  if (mirrors.length > 1) return 'copies of copies';
  const [{ destination, percentage }] = mirrors;
  const copy: Request = {
    ...request,
    to: destination.host.includes('.') ? destination.host : hostOf(simulator, { namespace, name: destination.host }),
    port: destination.port?.number ?? request.port,
  };
  const { allowed } = simulator.decide(copy);
  if (portFaults(simulator, request, copy, 'its copy').length > 0)
    return portFaults(simulator, request, copy, 'its copy').join();
  const isFresh = simulator
    .splitOf(copy)
    .every(({ workloads }) => workloads.every(({ name }) => candidate.includes(name)));
  return allowed && isFresh
    ? (percentage?.value ?? 100)
    : `copies at ${destination.host} that ${allowed ? 'the old version gets' : 'are refused'}`;
}

/** Nobody gets in by any of the names that lead to a callee's pods. */
function undeclaredFaults(simulator: DecisionSimulator, to: Named, request: Omit<Request, 'to'>): string[] {
  const pods = podsOf(simulator, to);
  const hosts = simulator.services.filter(
    ({ kind, namespace, selector = {}, ports }) =>
      kind === 'Service' &&
      namespace === to.namespace &&
      ports.some(({ number }) => number === request.port) &&
      pods.some(({ labels }) => Object.entries(selector).every(([key, value]) => labels[key] === value)),
  );
  return hosts
    .filter(({ host }) => simulator.decideEach({ ...request, to: host }).some(({ allowed }) => allowed))
    .map(({ name }) => `gets in by ${name}, undeclared`);
}

function layersOf(verdict: Verdict): string {
  return (Object.keys(verdict) as (keyof Verdict)[])
    .filter((layer) => layer !== 'allowed' && !verdict[layer])
    .join(', ');
}

function tried<T>(ask: () => T): T | string {
  try {
    return ask();
  } catch (error) {
    return (error as Error).message;
  }
}
