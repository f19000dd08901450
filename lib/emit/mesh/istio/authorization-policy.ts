import type { IAuthorizationPolicy } from '@kubernetes-models/istio/security.istio.io/v1/AuthorizationPolicy';
import { exposedPorts } from '../../kubernetes';
import {
  DeploymentWorkload,
  entersPlainly,
  exposedRequests,
  meshEdges,
  metricsPorts,
  plainEdges,
  Requests,
  spanPort,
  unique,
} from '../../../program';
import { MetricsAccessKind, Port } from '../../../values';
import { openMetricsPorts } from './open-metrics';
import type { IstioFacts } from './istio-facts';

type Spec = NonNullable<IAuthorizationPolicy['spec']>;
type Rule = NonNullable<Spec['rules']>[number];

/** Most service accounts of one source. */
const ACCOUNTS_A_SOURCE = 16;

/** Denies all calls in a namespace, as an AuthorizationPolicy without rules does. */
export function denyAllSpec(): Spec {
  return {};
}

/** Allows declared callers, scrapers, sources of spans and the way in to send what they state. */
export function authorizationPolicySpec(facts: DeploymentWorkload, istio: IstioFacts): Spec {
  return {
    selector: { matchLabels: { ...facts.podSelector } },
    action: 'ALLOW',
    rules: distinct([
      ...callers(facts, istio),
      ...plainCallers(facts),
      ...gateway(facts, istio),
      ...scrapers(facts, istio),
      ...spanSources(facts, istio),
    ]),
  };
}

/** Removes equal rules: an activator sends the requests of several callers under one principal. */
function distinct(rules: readonly Rule[]): Rule[] {
  return [...new Map(rules.map((each) => [JSON.stringify(each), each])).values()];
}

/** One rule for callers of the same requests. */
function callers(facts: DeploymentWorkload, istio: IstioFacts): Rule[] {
  const accounts = new Map<
    string,
    { readonly port: Port; readonly operation: Requests; readonly accounts: Set<string> }
  >();
  for (const { port, caller, requests: operation = {} } of meshEdges(facts.inbound)) {
    const key = JSON.stringify([port.targetPort, operation.methods ?? [], operation.paths ?? []]);
    const group = accounts.get(key) ?? { port, operation, accounts: new Set() };
    group.accounts.add(accountBefore(facts, port) ?? `${caller.workload.namespace}/${caller.workload.serviceAccount}`);
    accounts.set(key, group);
  }
  return [...accounts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => rule([...group.accounts].sort(), [group.port], group.operation, istio));
}

/** Requests of callers without an identity. Callers with one are not let in by these rules. */
function plainCallers(facts: DeploymentWorkload): Rule[] {
  return plainEdges(facts.inbound)
    .filter(({ port }) => accountBefore(facts, port) === undefined)
    .map(({ port, requests = {} }) => plainRule(port, requests))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function plainRule(port: Port, requests: Requests): Rule {
  return { from: [{ source: { notPrincipals: ['*'] } }], to: [operation([port], requests)] };
}

function gateway(facts: DeploymentWorkload, istio: IstioFacts): Rule[] {
  const { wayIn } = facts;
  const ports = exposedPorts(facts);
  if (entersPlainly(facts))
    return ports.flatMap((port) => exposedRequests(facts, port).map((requests) => plainRule(port, requests)));
  if (wayIn.account === undefined) return [];
  const rules = new Map<string, { readonly account: string; readonly requests: Requests; readonly ports: Port[] }>();
  for (const port of ports) {
    const account = accountBefore(facts, port) ?? wayIn.account;
    for (const requests of exposedRequests(facts, port)) {
      const key = JSON.stringify([account, requests]);
      const before = rules.get(key)?.ports ?? [];
      rules.set(key, { account, requests, ports: [...before, port] });
    }
  }
  return [...rules.values()].map(({ account, ports: theirs, requests }) => rule([account], theirs, requests, istio));
}

/** Service account of the activator of a port; the activator's own AuthorizationPolicy restricts the callers. */
function accountBefore({ activator }: Pick<DeploymentWorkload, 'activator'>, { protocol }: Port): string | undefined {
  return activator === undefined || !protocol.hasRequests
    ? undefined
    : `${activator.service.namespace}/${activator.serviceAccount}`;
}

/** Scrapers. Those without a certificate are told apart by the NetworkPolicy, where there is one. */
function scrapers(facts: DeploymentWorkload, istio: IstioFacts): Rule[] {
  const { _kind: kind, certificate } = facts.monitoring.access;
  if (kind === MetricsAccessKind.CLIENT_CERTIFICATE && certificate !== undefined) {
    const account = `${certificate.namespace}/${certificate.serviceAccount}`;
    return metricsPorts(facts.ports).map((port) =>
      rule([account], [port], port.protocol.hasRequests ? { methods: ['GET'], paths: [port.metricsPath] } : {}, istio),
    );
  }
  const ports = openMetricsPorts(facts);
  const from = facts.settings.values.networkPolicy ? undefined : plainScrapers(facts);
  // A port of bytes has no methods: beside one of requests, it has a rule of its own.
  return [true, false].flatMap((hasRequests) => {
    const alike = ports.filter(({ protocol }) => protocol.hasRequests === hasRequests);
    const limits = hasRequests ? { methods: ['GET'] } : {};
    return alike.length === 0 ? [] : [{ ...(from && { from }), to: [operation(alike, limits)] }];
  });
}

/**
 * Scrapers that no NetworkPolicy tells apart: addresses by their ranges, pods by their namespace where they are in the
 * mesh and by having no identity where they are not. Callers with another identity are not let in.
 */
function plainScrapers({ cluster: { scrapers: peers } }: DeploymentWorkload): NonNullable<Rule['from']> {
  const namespaces = unique(peers.flatMap(({ namespace }) => namespace ?? []));
  const ranges = peers.flatMap(({ range, except }) =>
    range === undefined
      ? []
      : [{ source: { ipBlocks: [range], ...(except.length > 0 && { notIpBlocks: [...except] }) } }],
  );
  return [
    ...ranges,
    ...(namespaces.length === 0 ? [] : [{ source: { namespaces } }]),
    ...(ranges.length > 0 && namespaces.length === 0 ? [] : [{ source: { notPrincipals: ['*'] } }]),
  ];
}

/** Workloads and proxies that send spans to their collector. */
function spanSources(facts: DeploymentWorkload, { trustDomain }: IstioFacts): Rule[] {
  const port = spanPort(facts);
  if (port === undefined) return [];
  const source =
    trustDomain === undefined
      ? { namespaces: [...facts.spanSources] }
      : { principals: facts.spanSources.map((namespace) => principal(`${namespace}/*`, trustDomain)) };
  return [{ from: [{ source }], to: [operation([port], {})] }];
}

function rule(
  accounts: readonly string[],
  ports: readonly Port[],
  limits: Requests,
  { trustDomain }: IstioFacts,
): Rule {
  return {
    from:
      trustDomain === undefined
        ? sources(accounts)
        : [{ source: { principals: accounts.map((account) => principal(account, trustDomain)) } }],
    to: [operation(ports, limits)],
  };
}

/** Service accounts of every trust domain. */
function sources(accounts: readonly string[]): NonNullable<Rule['from']> {
  return Array.from({ length: Math.ceil(accounts.length / ACCOUNTS_A_SOURCE) }, (_, at) => ({
    source: { serviceAccounts: accounts.slice(at * ACCOUNTS_A_SOURCE, (at + 1) * ACCOUNTS_A_SOURCE) },
  }));
}

/** Principal of a service account, as in its certificate. */
export function principal(account: string, trustDomain: string): string {
  const [namespace, name] = account.split('/');
  return `${trustDomain}/ns/${namespace}/sa/${name}`;
}

/** Container ports: a rule with the Service's port would never match. */
function operation(ports: readonly Port[], { methods, paths }: Requests): NonNullable<Rule['to']>[number] {
  return {
    operation: {
      ports: unique(ports.map(({ targetPort }) => `${targetPort}`)),
      ...(methods && { methods: [...methods] }),
      ...(paths && { paths: [...paths] }),
    },
  };
}
