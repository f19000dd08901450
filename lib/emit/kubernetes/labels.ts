import { Endpoint, Named, WorkloadDefinition } from '../../program';
import { ContainerRole, parseImage } from '../../values';

/** Value of `app.kubernetes.io/managed-by`. */
export const MANAGED_BY = 'cdk8s-microservice';

/** Label keys that the library owns. Selectors hold the first two, for ever. */
export const OWNED_LABELS = [
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/version',
  'app.kubernetes.io/component',
  'app.kubernetes.io/part-of',
  'app.kubernetes.io/managed-by',
] as const;

type Labels = Record<string, string>;

/**
 * The two labels by which everything selects a microservice's pods: part of the public API, never more, never others.
 */
export function selectorLabels(name: string): Labels {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': name };
}

/** Labels by which the object that runs the pods of a workload selects them, and its Services do. */
export function selectorOf({ name, adopts }: Named): Labels {
  return { ...(adopts?.selector ?? selectorLabels(name)) };
}

/** The two recommended labels that name a workload: its selector's, where it adopts one that holds them. */
export function nameLabels({ name, adopts }: Named): Labels {
  const own = selectorLabels(name);
  return Object.fromEntries(Object.entries(own).map(([key, value]) => [key, adopts?.selector?.[key] ?? value]));
}

/** Labels by which policies select an endpoint's pods, of all its versions. */
export function endpointLabels({ name, workload }: Pick<Endpoint, 'name' | 'workload'>): Labels {
  return { ...(workload?.podSelector ?? selectorLabels(name)) };
}

/** Labels of an application stack, for every object in it. */
export function stackLabels(partOf: string, stated: Readonly<Labels>): Labels {
  return { ...stated, 'app.kubernetes.io/part-of': partOf, 'app.kubernetes.io/managed-by': MANAGED_BY };
}

/** Labels of every object of a microservice. */
export function objectLabels(
  facts: Pick<WorkloadDefinition, 'name' | 'adopts' | 'partOf' | 'component' | 'settings'>,
): Labels {
  return {
    ...stackLabels(facts.partOf, facts.settings.values.labels),
    ...nameLabels(facts),
    ...(facts.component !== undefined && { 'app.kubernetes.io/component': facts.component }),
  };
}

/** Labels of the pods of a workload, beside those of the platform's providers. */
export function podLabels(facts: WorkloadDefinition): Labels {
  return { ...workloadLabels(facts), ...facts.adopts?.selector };
}

/** Labels of the workload and its pods, which change with the image. */
export function workloadLabels(facts: WorkloadDefinition): Labels {
  const tag = parseImage(facts.containers.find(({ role }) => role === ContainerRole.MAIN)!.image)?.tag;
  return {
    ...objectLabels(facts),
    ...(tag !== undefined && isLabelValue(tag) && { 'app.kubernetes.io/version': tag }),
  };
}

/** The grammar of label values: at most 63 characters, letters and digits at both ends. */
export function isLabelValue(value: string): boolean {
  return value.length <= 63 && /^(?:[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)?$/.test(value);
}

/**
 * The grammar of label and annotation keys: a name of at most 63 characters, with a DNS subdomain before a slash or
 * none.
 */
export function isQualifiedName(key: string): boolean {
  const slash = key.lastIndexOf('/');
  const name = key.slice(slash + 1);
  return name.length > 0 && isLabelValue(name) && (slash < 0 || isKeyPrefix(key.slice(0, slash)));
}

function isKeyPrefix(text: string): boolean {
  return text.length <= 253 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/.test(text);
}
