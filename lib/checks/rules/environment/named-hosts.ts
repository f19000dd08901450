import type { EnvironmentFacts } from './environment-facts';
import { hostsIn, type NamedHost } from './hosts';
import { configuredTexts, literalTexts } from './texts';

/** A host that texts of a workload name, with the places that do. */
export interface HostMention extends Required<Pick<NamedHost, 'namespace'>>, Omit<NamedHost, 'namespace'> {
  /** True for a name without a namespace. */
  readonly isShort: boolean;
  readonly places: readonly string[];
}

/** Hosts that the workload's own variables, commands and arguments name, each once. */
export function mentionedHosts(facts: EnvironmentFacts): HostMention[] {
  const { workload, containers } = facts;
  // Addresses of callees are calls, and the platform answers for its own variables.
  const derived = new Set([
    ...[...workload.mesh.variables, ...workload.telemetry.variables].map(({ name }) => `variable ${name}`),
    ...workload.outbound.flatMap(({ addresses }) => addresses.map(({ name }) => `variable ${name}`)),
  ]);
  const mentions = new Map<string, HostMention>();
  for (const container of containers) {
    for (const { place, text } of [...literalTexts(container), ...configuredTexts(facts, container)]) {
      if (derived.has(place)) continue;
      for (const host of hostsIn(text, workload.cluster.domain)) {
        const where = `${place} of container ${container.name}`;
        const known = mentions.get(host.text);
        mentions.set(host.text, {
          ...host,
          namespace: host.namespace ?? workload.namespace,
          isShort: host.namespace === undefined,
          hasScheme: host.hasScheme || known?.hasScheme === true,
          places: [...new Set([...(known?.places ?? []), where])],
        });
      }
    }
  }
  return [...mentions.values()];
}
