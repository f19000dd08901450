import type { KubernetesObject } from '../../cluster/kubernetes-object';

/** Istio's own containers in a Pod that its webhook has injected. */
export interface IstioContainers {
  readonly proxy: any;
  /** The arguments of `pilot-agent istio-iptables`; undefined where the Pod wants no rules. */
  readonly trafficRules?: readonly string[];
}

/**
 * In a Pod for a node that sets up traffic rules, this container only looks for them: its other arguments say which.
 */
const LOOKS_ONLY = ['--run-validation', '--skip-rule-apply'];

/** Istio's containers in a Pod; undefined where it was not injected. */
export function istioContainers({ spec }: KubernetesObject): IstioContainers | undefined {
  const containers = [...(spec.initContainers ?? []), ...spec.containers] as any[];
  const proxy = containers.find(({ name }) => name === 'istio-proxy');
  if (proxy === undefined) return undefined;
  const rules = containers.find(({ name }) => name === 'istio-validation' || name === 'istio-init');
  return {
    proxy,
    trafficRules: (rules?.args as string[] | undefined)?.filter((argument) => !LOOKS_ONLY.includes(argument)),
  };
}

/** A map as a downward API volume shows it. */
export function downwardFile(map: Readonly<Record<string, string>> = {}): string {
  return Object.entries(map)
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .join('\n');
}
