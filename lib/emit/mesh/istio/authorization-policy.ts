import type { IAuthorizationPolicy } from '@kubernetes-models/istio/security.istio.io/v1/AuthorizationPolicy';
import { exposedPorts } from '../../kubernetes';
import { DeploymentWorkload, meshEdges, metricsPorts, Requests } from '../../../program';
import { MetricsAccessKind, Port } from '../../../values';
import { openMetricsPorts } from './open-metrics';
import type { IstioFacts } from './istio-facts';

type Spec = NonNullable<IAuthorizationPolicy['spec']>;
type Rule = NonNullable<Spec['rules']>[number];

/** As many service accounts as one source may name. */
const ACCOUNTS_A_SOURCE = 16;

/** What holds for a namespace of which nothing else is said: nobody may call anybody. */
export function denyAllSpec(): Spec {
  return {};
}

/** Who may send which requests to a microservice: exactly the declared callers, scrapers and the ingress gateway. */
export function authorizationPolicySpec(facts: DeploymentWorkload, istio: IstioFacts): Spec {
  return {
    selector: { matchLabels: { ...facts.podSelector } },
    action: 'ALLOW',
    rules: distinct([...callers(facts, istio), ...gateway(facts, istio), ...scrapers(facts, istio)]),
  };
}

/** Whoever sends requests on for several stands in one rule. */
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

function gateway(facts: DeploymentWorkload, istio: IstioFacts): Rule[] {
  const { ingressGateway } = istio;
  const ports = exposedPorts(facts);
  if (ingressGateway === undefined || ports.length === 0) return [];
  const accounts = new Map<string, Port[]>();
  for (const port of ports) {
    const account = accountBefore(facts, port) ?? `${ingressGateway.namespace}/${ingressGateway.serviceAccount}`;
    accounts.set(account, [...(accounts.get(account) ?? []), port]);
  }
  return [...accounts].map(([account, theirs]) => rule([account], theirs, {}, istio));
}

/** Who sends all requests to a port, where they are held before it; who may send them there, its own policy says. */
function accountBefore({ activator }: Pick<DeploymentWorkload, 'activator'>, { protocol }: Port): string | undefined {
  return activator === undefined || !protocol.hasRequests
    ? undefined
    : `${activator.service.namespace}/${activator.serviceAccount}`;
}

/** Scrapers that have a certificate show it; of others the network policy says who they are. */
function scrapers(facts: DeploymentWorkload, istio: IstioFacts): Rule[] {
  const { _kind: kind, certificate } = facts.monitoring.access;
  if (kind === MetricsAccessKind.CLIENT_CERTIFICATE && certificate !== undefined) {
    const account = `${certificate.namespace}/${certificate.serviceAccount}`;
    return metricsPorts(facts.ports).map((port) =>
      rule([account], [port], port.protocol.hasRequests ? { methods: ['GET'], paths: [port.metricsPath] } : {}, istio),
    );
  }
  const ports = openMetricsPorts(facts);
  return ports.length === 0
    ? []
    : [{ to: [operation(ports, ports.every(({ protocol }) => protocol.hasRequests) ? { methods: ['GET'] } : {})] }];
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

/** Service accounts of whatever trust domain. */
function sources(accounts: readonly string[]): NonNullable<Rule['from']> {
  return Array.from({ length: Math.ceil(accounts.length / ACCOUNTS_A_SOURCE) }, (_, at) => ({
    source: { serviceAccounts: accounts.slice(at * ACCOUNTS_A_SOURCE, (at + 1) * ACCOUNTS_A_SOURCE) },
  }));
}

/** A service account as its certificate names it. */
export function principal(account: string, trustDomain: string): string {
  const [namespace, name] = account.split('/');
  return `${trustDomain}/ns/${namespace}/sa/${name}`;
}

/** Policies count the container's ports; a rule with the Service's would never match. */
function operation(ports: readonly Port[], { methods, paths }: Requests): NonNullable<Rule['to']>[number] {
  return {
    operation: {
      ports: [...new Set(ports.map(({ targetPort }) => `${targetPort}`))].sort(),
      ...(methods && { methods: [...methods] }),
      ...(paths && { paths: [...paths] }),
    },
  };
}
