import type { CallResult, RunningPod, SeenRequest } from '../../../mesh';
import { Findings, Problem, problemWith } from '../../../suite';
import type { Boutique } from './boutique';
import { BOUTIQUE } from './platform';
import type { PairRequest } from './requests';

/** Outcome of a request, and the request as the callee saw it. */
export interface Reached<R> {
  readonly request: R;
  readonly result: CallResult;
  readonly seen: readonly SeenRequest[];
}

/** The layers that are in force: each of them refuses alone. */
export type Layer = 'both' | 'authorization' | 'scope';

/** Sends requests one after the other, and finds each among what its callee saw by the body that it carried. */
export async function reach<R extends { readonly callee: string; readonly url: string }>(
  boutique: Boutique,
  requests: readonly R[],
  callerOf: (request: R) => RunningPod,
): Promise<Reached<R>[]> {
  await boutique.reset();
  const results: CallResult[] = [];
  for (const [at, request] of requests.entries()) {
    const [result] = await callerOf(request).application.call({
      url: request.url,
      body: marker(at),
      timeoutSeconds: 3,
    });
    results.push(result);
  }
  const callees = [...new Set(requests.map(({ callee }) => callee))];
  const seen = new Map(
    await Promise.all(
      callees.map(async (name): Promise<[string, SeenRequest[]]> => [name, await seenBy(boutique, name)]),
    ),
  );
  return requests.map((request, at) => ({
    request,
    result: results[at]!,
    seen: seen.get(request.callee)!.filter(({ body }) => body === marker(at)),
  }));
}

/** Tells if the callee accepted a request and its caller the answer. */
export function isAnswered({ result: { status, grpcStatus, error }, seen }: Reached<unknown>): boolean {
  return seen.length > 0 && error === undefined && (status === undefined || status === 200) && (grpcStatus ?? 0) === 0;
}

/** Outcome of a request, in words. */
export function ending({ status, grpcStatus, error }: CallResult): string {
  if (grpcStatus !== undefined) return `gRPC status ${grpcStatus}`;
  return status === undefined ? (error ?? 'an answer') : `status ${status}`;
}

/** Tests that every request between microservices ends as stated, by the layers in force. */
export async function judgePairs(
  boutique: Boutique,
  layer: Layer,
  requests: readonly PairRequest[],
  agrees: (reached: readonly Reached<PairRequest>[]) => Problem[] = () => [],
): Promise<Findings> {
  const reached = await reach(boutique, requests, ({ caller }) => boutique.callerOf(caller));
  return {
    judged: reached.length,
    problems: [...reached.flatMap((one) => problemsOfPair(boutique, layer, one)), ...agrees(reached)],
  };
}

function problemsOfPair(boutique: Boutique, layer: Layer, reached: Reached<PairRequest>): Problem[] {
  const {
    request: { caller, callee, url, isCall, isStated },
    result,
    seen,
  } = reached;
  // A scope knows hosts and no methods.
  const mayReach = layer === 'scope' ? isCall : isStated;
  const identity = seen[0]?.protocol === 'tcp' ? identityOf(caller) : seen[0]?.identity;
  const saying = (message: string): Problem[] => [
    problemWith(
      layer === 'scope' ? boutique.located('Sidecar', caller) : boutique.located('AuthorizationPolicy', callee),
      `${caller} calls ${url}: ${message}`,
    ),
  ];
  if (!mayReach && seen.length > 0) return saying('it is answered, and not stated');
  if (!mayReach && layer === 'authorization' && !isRefusedByCallee(result))
    return saying(`${ending(result)} is no refusal of the callee's proxy`);
  if (mayReach && !isAnswered(reached)) return saying(`${ending(result)}, and it is stated`);
  if (mayReach && identity !== identityOf(caller)) return saying(`the callee sees ${identity ?? 'nobody'}`);
  return [];
}

/** By authorization: other failures do not show that the callee's policy was asked. */
export function isRefusedByCallee({ status, grpcStatus, error }: CallResult): boolean {
  if (grpcStatus !== undefined) return grpcStatus === 7;
  return status === undefined ? (error?.includes('closed') ?? false) : status === 403;
}

/** A microservice's name in the mesh. */
export function identityOf(name: string): string {
  return `spiffe://cluster.local/ns/${BOUTIQUE}/sa/${name}`;
}

async function seenBy(boutique: Boutique, name: string): Promise<SeenRequest[]> {
  return (await Promise.all(boutique.podsOf(name).map(({ application }) => application.requests()))).flat();
}

function marker(at: number): string {
  return `request ${at}`;
}
