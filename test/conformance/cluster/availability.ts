import * as readline from 'node:readline';
import { ConformanceError } from '../errors';
import type { KubernetesClient } from './kubernetes-client';
import type { KubernetesObject } from './kubernetes-object';
import { PodSelection, selects } from './selector';

const PODS = '/api/v1/pods';

/** Tells if a pod is Ready and not being deleted. */
export function isAvailable({ metadata, status }: KubernetesObject): boolean {
  return (
    metadata.deletionTimestamp === undefined &&
    (status?.conditions ?? []).some((condition: any) => condition.type === 'Ready' && condition.status === 'True')
  );
}

/** Counts the available pods of selections, change by change, and keeps the lowest count of each. */
export class Availability {
  private readonly available = new Map<string, KubernetesObject>();
  private readonly counts: number[];
  private lowestCounts: number[];

  constructor(
    private readonly selections: readonly PodSelection[],
    pods: readonly KubernetesObject[],
  ) {
    this.counts = selections.map(() => 0);
    this.lowestCounts = [...this.counts];
    for (const pod of pods) this.see('ADDED', pod);
    this.lowestCounts = [...this.counts];
  }

  /** The lowest count so far, selection by selection. */
  public get lowest(): readonly number[] {
    return this.lowestCounts;
  }

  /** Takes a watch event in. */
  public see(type: string, pod: KubernetesObject): void {
    const { uid } = pod.metadata;
    const before = this.available.get(uid);
    if (before !== undefined) this.add(before, -1);
    this.available.delete(uid);
    if (type !== 'DELETED' && isAvailable(pod)) {
      this.available.set(uid, pod);
      this.add(pod, 1);
    }
    this.lowestCounts = this.counts.map((count, at) => Math.min(this.lowestCounts[at]!, count));
  }

  private add(pod: KubernetesObject, difference: number): void {
    this.selections.forEach((selection, at) => {
      if (selects(selection, pod)) this.counts[at]! += difference;
    });
  }
}

/**
 * Follows every change of every pod while something happens.
 *
 * @returns the lowest number of available pods that each selection had
 * @throws ConformanceError when the watch ends early
 */
export async function lowestDuring(
  client: KubernetesClient,
  selections: readonly PodSelection[],
  happens: () => Promise<void>,
): Promise<readonly number[]> {
  const { items, metadata } = (await client.request('GET', PODS)).body;
  const availability = new Availability(selections, items);
  const stream = await client.stream(PODS, { watch: 'true', resourceVersion: metadata.resourceVersion });
  let ended = false;
  stream.on('error', () => undefined).once('close', () => (ended = true));
  readline.createInterface({ input: stream }).on('line', (line) => {
    const { type, object } = JSON.parse(line);
    if (object?.kind !== 'Pod') stream.destroy();
    else availability.see(type, object);
  });
  try {
    await happens();
    if (ended) throw new ConformanceError('the watch of the pods ended early');
  } finally {
    stream.destroy();
  }
  return availability.lowest;
}
