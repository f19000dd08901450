import type { KubernetesObject } from '../../cluster/kubernetes-object';

/** The environment of a container as the kubelet would resolve it, downward API included. */
export function environmentOf(pod: KubernetesObject, container: any): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const { name, value = '', valueFrom } of (container.env ?? []) as any[]) {
    environment[name] = valueFrom === undefined ? expand(value, environment) : resolved(pod, container, valueFrom);
  }
  return environment;
}

/** A text with its `$(VARIABLE)` references replaced; unknown ones stay, as in the kubelet. */
export function expand(text: string, environment: Readonly<Record<string, string>>): string {
  return text.replace(/\$\(([\w.-]+)\)/g, (reference, name: string) => environment[name] ?? reference);
}

function resolved(pod: KubernetesObject, container: any, { fieldRef, resourceFieldRef }: any): string {
  if (fieldRef !== undefined) return fieldOf(pod, fieldRef.fieldPath);
  const [kind, resource] = (resourceFieldRef?.resource ?? '').split('.') as [string, string];
  return String(Math.ceil(quantity(container.resources?.[kind]?.[resource] ?? '1')));
}

function fieldOf(pod: any, path: string): string {
  const [, map, key] = /^metadata\.(labels|annotations)\['(.+)'\]$/.exec(path) ?? [];
  const value =
    map === undefined ? path.split('.').reduce((object, name) => object?.[name], pod) : pod.metadata[map]?.[key!];
  return String(value ?? '');
}

/** Cores, or bytes. */
function quantity(text: string): number {
  const [, number, unit = ''] = /^([\d.]+)(\w*)$/.exec(String(text)) ?? [];
  const units: Readonly<Record<string, number>> = {
    m: 1e-3,
    k: 1e3,
    M: 1e6,
    G: 1e9,
    Ki: 2 ** 10,
    Mi: 2 ** 20,
    Gi: 2 ** 30,
  };
  return Number(number) * (units[unit] ?? 1);
}
