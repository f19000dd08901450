import type { WorkloadDefinition } from '../../program';
import { objectLabels } from './labels';
import type { SettingPath } from './protected-fields';

/** Name and labels of every object of a microservice. */
export interface ObjectMetadata {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Settings that the platform requires. */
  readonly required: readonly SettingPath[];
}

/** The metadata of the objects of a microservice. */
export function metadataOf(facts: WorkloadDefinition): ObjectMetadata {
  const { name, namespace, settings } = facts;
  return {
    name,
    namespace,
    labels: objectLabels(facts),
    annotations: settings.values.annotations,
    required: settings.required,
  };
}
