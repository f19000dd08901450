import type { Adoption } from '../values';

/** ServiceAccount of a workload. */
export interface AccountFacts {
  readonly name: string;
  /** True for an account that the workload makes. */
  readonly isOwn: boolean;
  readonly annotations: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
}

/** Name of a workload, and those of its objects that are others. */
export interface Named {
  readonly name: string;
  readonly adopts?: Adoption;
}

/** Name of the Service by which callers reach a workload. */
export function serviceOf({ name, adopts }: Named): string {
  return adopts?.service ?? name;
}

/** Name of the main container of a workload. */
export function mainContainerOf({ name, adopts }: Named): string {
  return adopts?.container ?? name;
}
