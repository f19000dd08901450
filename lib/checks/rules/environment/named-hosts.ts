import { rememberingLast } from '../../../values';
import type { EnvironmentFacts } from './environment-facts';
import { hostsIn, mayNameHost, type NamedHost } from './hosts';
import { configuredTexts, literalTexts } from './texts';

/** A host that texts of a workload name, with the places that do. */
export interface HostMention extends Required<Pick<NamedHost, 'namespace'>>, Omit<NamedHost, 'namespace'> {
  /** True for a name without a namespace. */
  readonly isShort: boolean;
  readonly places: readonly string[];
}

/** Hosts that the workload's own variables, commands and arguments name, each once. */
export const mentionedHosts = rememberingLast((facts: EnvironmentFacts): readonly HostMention[] => {
  const { workload, containers } = facts;
  const naming = containers.flatMap((container) =>
    literalTexts(container, mayNameHost).concat(
      configuredTexts(facts, container).filter(({ text }) => mayNameHost(text)),
    ),
  );
  if (naming.length === 0) return [];
  // Addresses of callees are calls, and the platform answers for its own variables.
  const derived = new Set([
    ...[...workload.mesh.variables, ...workload.telemetry.variables].map(({ name }) => `variable ${name}`),
    ...workload.outbound.flatMap(({ addresses }) => addresses.map(({ name }) => `variable ${name}`)),
  ]);
  const mentions = new Map<string, HostMention>();
  for (const { container, place, text } of naming) {
    if (derived.has(place)) continue;
    for (const host of hostsIn(text, workload.cluster.domain)) {
      const where = `${place} of container ${container}`;
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
  return [...mentions.values()];
});
