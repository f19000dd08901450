import type { Named, Objects } from './cluster';

/** A moment of a rollout: what a controller has made of a cluster, and what should be true of requests then. */
export interface Stage {
  /** Such as `weight 10`. */
  readonly name: string;
  /** The microservice that is rolled out: the service account of its pods. */
  readonly of: Named;
  readonly objects: Objects;
  /** Names of the workloads whose pods are of the new version. */
  readonly candidate: readonly string[];
  /** Percent of the requests that go to the new version; none where the number of pods decides. */
  readonly weight?: number;
  /** Requests with this header go to the new version, all of them. */
  readonly header?: { readonly name: string; readonly value: string };
  /** Percent of the requests of which the new version gets copies. */
  readonly copied?: number;
}
