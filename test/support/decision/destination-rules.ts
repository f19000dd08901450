import { expectFields, isHostWithin, notModelled, selectsLabels } from './matching';
import { isExportedTo, MeshService } from './services';
import { MeshObject, System, title } from './system';
import { fullHost } from './virtual-services';
import type { Workload } from './workloads';

/** The rule for a host that a caller keeps to: one of its own namespace, else of the Service's, else of the mesh's. */
export function destinationRuleOf(system: System, caller: Workload, service: MeshService): MeshObject | undefined {
  for (const namespace of new Set([caller.namespace, service.namespace, system.options.rootNamespace])) {
    const rules = system.mesh.DestinationRule.filter(
      ({ metadata, spec }) =>
        metadata.namespace === namespace &&
        isExportedTo(spec.exportTo, namespace, caller.namespace) &&
        (spec.workloadSelector === undefined ||
          (namespace === caller.namespace && selectsLabels(spec.workloadSelector.matchLabels, caller.labels))),
    );
    const exact = rules.filter((rule) => fullHost(rule.spec.host, rule, system) === service.host);
    const found =
      exact.length > 0
        ? exact
        : rules.filter((rule) => isHostWithin(service.host, fullHost(rule.spec.host, rule, system)));
    if (found.length > 1)
      throw new Error(
        `${service.host} is configured by ${found.map(title).join(' and ')}: only one of them would count`,
      );
    if (found.length > 0) return found[0];
  }
  return undefined;
}

/** TLS mode of a rule for a port of the host. `auto` without a statement. */
export function statedTls(
  rule: MeshObject | undefined,
  port: number,
  subset: string | undefined,
): 'auto' | 'ISTIO_MUTUAL' | 'DISABLE' {
  const policy = rule?.spec.trafficPolicy;
  const own = subsetOf(rule, subset)?.trafficPolicy;
  if (own?.tls !== undefined || own?.portLevelSettings !== undefined) notModelled(`TLS of a subset of ${title(rule!)}`);
  const tls = tlsOfPort(policy, port);
  if (tls === undefined) return 'auto';
  expectFields(tls, ['mode'], `TLS of ${title(rule!)}`);
  if (tls.mode !== 'ISTIO_MUTUAL' && tls.mode !== 'DISABLE')
    notModelled(`TLS ${tls.mode} of ${title(rule!)} between workloads`);
  return tls.mode;
}

/** TLS of a policy for a port. A port's entry inherits nothing from the rest. */
function tlsOfPort(policy: any, port: number): any {
  const ofPort = ((policy?.portLevelSettings ?? []) as any[]).find((each) => each.port?.number === port);
  return ofPort === undefined ? policy?.tls : ofPort.tls;
}

/** A subset by its name; undefined where the rule has none of that name. */
export function subsetOf(rule: MeshObject | undefined, name: string | undefined): any {
  return name === undefined ? undefined : ((rule?.spec.subsets ?? []) as any[]).find((subset) => subset.name === name);
}

/**
 * Fails where a rule's TLS towards an external host is not understood: a Secret that is missing, for one, would mean
 * plain text.
 */
export function expectExternalTls(rule: MeshObject | undefined, port: number): void {
  const tls = tlsOfPort(rule?.spec.trafficPolicy, port);
  expectFields(
    tls,
    ['mode', 'sni', 'subjectAltNames', 'caCertificates'],
    `TLS of ${rule === undefined ? 'no rule' : title(rule)}`,
  );
  if (tls !== undefined && tls.mode !== 'SIMPLE' && tls.mode !== 'DISABLE')
    notModelled(`TLS ${tls.mode} of ${title(rule!)} towards an external host`);
}
