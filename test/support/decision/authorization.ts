import { matchesOperation, hasHttpFields, Operation } from './authorization-operation';
import { Caller, matchesSource } from './authorization-source';
import { expectFields, notModelled, selectsLabels } from './matching';
import { MeshObject, System, title } from './system';
import type { Workload } from './workloads';

/** Tells if a workload's policies allow a request: DENY first, then one ALLOW of those that select it, if any do. */
export function isAuthorized(system: System, callee: Workload, caller: Caller, operation: Operation): boolean {
  const applying = system.mesh.AuthorizationPolicy.filter((policy) =>
    appliesTo(policy, callee, system.options.rootNamespace),
  );
  const matches = (policy: MeshObject) =>
    ((policy.spec.rules ?? []) as any[]).some((rule) => matchesRule(policy, rule, caller, operation));
  const allowing = applying.filter((policy) => action(policy) === 'ALLOW');
  // Every policy is read, so that one that is not understood is noticed whatever the others say.
  const [denied, allowed] = [
    applying.filter((policy) => action(policy) === 'DENY').filter(matches),
    allowing.filter(matches),
  ];
  return denied.length === 0 && (allowing.length === 0 || allowed.length > 0);
}

function appliesTo(policy: MeshObject, { namespace, labels }: Workload, rootNamespace: string): boolean {
  const { metadata, spec } = policy;
  expectFields(spec, ['selector', 'targetRef', 'targetRefs', 'action', 'rules'], title(policy));
  expectFields(spec.selector, ['matchLabels'], `the selector of ${title(policy)}`);
  // Sidecars ignore a policy of a Service or Gateway.
  if (spec.targetRef !== undefined || (spec.targetRefs ?? []).length > 0) return false;
  return [namespace, rootNamespace].includes(metadata.namespace) && selectsLabels(spec.selector?.matchLabels, labels);
}

function action(policy: MeshObject): 'ALLOW' | 'DENY' {
  const stated = policy.spec.action ?? 'ALLOW';
  if (stated !== 'ALLOW' && stated !== 'DENY') notModelled(`the action ${stated} of ${title(policy)}`);
  if (policy.metadata.annotations?.['istio.io/dry-run'] !== undefined) notModelled(`the dry run of ${title(policy)}`);
  return stated;
}

function matchesRule(policy: MeshObject, rule: any, caller: Caller, operation: Operation): boolean {
  expectFields(rule, ['from', 'to'], `a rule of ${title(policy)}`);
  const sources: any[] = (rule.from ?? []).map((from: any) => from.source ?? {});
  const operations: any[] = (rule.to ?? []).map((to: any) => to.operation ?? {});
  const fromFits = sources.map((source) => matchesSource(source, caller, policy));
  // One operation with HTTP fields takes the whole rule from TCP ports.
  if (action(policy) === 'ALLOW' && operations.some(hasHttpFields) && operation.protocol() === 'TCP') return false;
  const toFits = operations.map((stated) => matchesOperation(stated, operation, policy));
  return (fromFits.length === 0 || fromFits.some(Boolean)) && (toFits.length === 0 || toFits.some(Boolean));
}
