import * as fs from 'node:fs';
import * as path from 'node:path';
import { ConformanceError } from '../../errors';
import { programPath } from '../../judges';
import type { LocatedObject } from '../../manifests';
import { run } from '../../processes';
import type { Connection } from './connections';
import { namespaceOf, Endpoint } from './endpoints';

/** Verdicts of both ends' policies on a connection. It needs both. */
export interface Verdict {
  /** Of the caller. */
  readonly egress: boolean;
  /** Of the callee. */
  readonly ingress: boolean;
}

/** Number of connections in one run, since its answers are tables of text. */
const MOST_AT_ONCE = 5_000;

/** Asks cyclonus whether the NetworkPolicies among objects let each connection. */
export async function ask(
  objects: readonly LocatedObject[],
  connections: readonly Connection[],
  folder: string,
): Promise<Verdict[]> {
  fs.mkdirSync(folder, { recursive: true });
  const policies = path.join(folder, 'policies.json');
  const traffic = path.join(folder, 'traffic.json');
  fs.writeFileSync(policies, JSON.stringify(policyList(objects)));
  const verdicts: Verdict[] = [];
  for (let first = 0; first < connections.length; first += MOST_AT_ONCE) {
    const asked = connections.slice(first, first + MOST_AT_ONCE);
    fs.writeFileSync(traffic, JSON.stringify(asked.map(trafficOf)));
    const { status, stdout, stderr } = await run(programPath('cyclonus'), [
      'analyze',
      '--mode',
      'query-traffic',
      '--policy-path',
      policies,
      '--traffic-path',
      traffic,
    ]);
    const answers = status === 0 ? readVerdicts(stdout) : [];
    if (answers.length !== asked.length)
      throw new ConformanceError(
        `cyclonus ended with ${status} and ${answers.length} answers to ${asked.length} questions:\n${stderr}`,
      );
    verdicts.push(...answers);
  }
  return verdicts;
}

/**
 * The verdicts in the tables that cyclonus prints.
 *
 * @throws ConformanceError where a table reads otherwise than it concludes
 */
export function readVerdicts(text: string): Verdict[] {
  return text
    .split('Is traffic allowed?\n')
    .slice(1)
    .map((table) => {
      // Of a direction's rows, those that allow come first; without rows, no policy is about the pod.
      const lets = (direction: string): boolean =>
        new RegExp(`^\\| ${direction} +\\| (\\w+)`, 'm').exec(table)?.[1] !== 'Deny';
      const verdict = { egress: lets('Egress'), ingress: lets('Ingress') };
      const concluded = /IS ALLOWED\? +\| +(TRUE|FALSE)/.exec(table)?.[1];
      if (concluded !== (verdict.egress && verdict.ingress ? 'TRUE' : 'FALSE'))
        throw new ConformanceError(`cyclonus' answer cannot be read:\n${table}`);
      return verdict;
    });
}

function policyList(objects: readonly LocatedObject[]): object {
  const items = objects
    .map(({ manifest }) => manifest)
    .filter(({ kind, apiVersion }) => kind === 'NetworkPolicy' && apiVersion === 'networking.k8s.io/v1')
    .map((manifest) => ({
      ...manifest,
      metadata: { ...manifest.metadata, namespace: namespaceOf(manifest) },
      // The API server fills it in likewise; cyclonus refuses to.
      spec: { policyTypes: ['Ingress', ...(manifest.spec.egress === undefined ? [] : ['Egress'])], ...manifest.spec },
    }));
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicyList', items };
}

function trafficOf({ from, to, port }: Connection): object {
  return {
    Source: endOf(from),
    Destination: endOf(to),
    ResolvedPort: port.number,
    ResolvedPortName: port.name ?? '',
    Protocol: port.protocol,
  };
}

function endOf({ pod, address }: Endpoint): object {
  return {
    IP: address,
    ...(pod !== undefined && {
      Internal: { Namespace: pod.namespace, NamespaceLabels: pod.namespaceLabels, PodLabels: pod.labels },
    }),
  };
}
