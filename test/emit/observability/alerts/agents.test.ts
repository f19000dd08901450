import { Agent, type AgentProps, AgentUpdate, InternalTrafficPolicy, Port } from '../../../../lib';
import { microserviceDashboard } from '../../../../lib/emit/observability/dashboards/microservice';
import { stackDashboard } from '../../../../lib/emit/observability/dashboards/stack';
import { promqlProblems, queriedSeries } from '../../../support/promql';
import { CLUSTER, ISTIO, unknownIn } from '../../../support/series/catalogue';
import { serve, shopOn } from '../program';
import { namesOf, PLATFORM, rulesOf } from './program';

const logs = (props: Partial<AgentProps> = {}) =>
  new Agent(shopOn(PLATFORM), 'logs', { image: 'ghcr.io/acme/logs:2.1', ports: [Port.http(8080)], ...props });

/** Alerts are asked for alike, whatever class runs the pods. */
const asked = (agent: Agent) => agent;

const ruleOf = (agent: Agent, alert: string) => rulesOf(asked(agent)).find((rule) => rule.alert === alert)!;

test('every alert of an agent is one that Prometheus accepts', () => {
  for (const { expr } of rulesOf(asked(logs()))) expect([expr, promqlProblems(expr)]).toEqual([expr, []]);
});

test('pods are those of its DaemonSet, and not of its neighbours', () => {
  const pods = queriedSeries(ruleOf(logs(), 'MicroserviceCrashLooping').expr).flatMap(({ matchers }) =>
    matchers.filter(({ label }) => label === 'pod').map(({ value }) => value),
  );
  const names = ['logs-x7z2k', 'logs-0', 'logs-5d4f8c7b96-x7z2k', 'logs-store-x7z2k', 'mylogs-x7z2k'];
  expect(names.filter((name) => new RegExp(`^(?:${pods[0]})$`).test(name))).toEqual(['logs-x7z2k']);
});

test('nodes that lack a pod while no update goes on, and nodes that should have none', () => {
  const missing = ruleOf(logs(), 'AgentPodsMissing');
  expect(queriedSeries(missing.expr).map(({ metric }) => metric)).toEqual([
    'kube_daemonset_status_desired_number_scheduled',
    'kube_daemonset_status_number_available',
    'kube_daemonset_status_updated_number_scheduled',
    'kube_daemonset_status_desired_number_scheduled',
  ]);
  expect(missing.for).toBe('15m');
  expect(ruleOf(logs(), 'AgentPodsMisplaced').expr).toContain('kube_daemonset_status_number_misscheduled');
  expect(namesOf(asked(logs()))).not.toContain('MicroserviceDisruptionsBlocked');
});

test('pods that somebody deletes by hand are missed all the same, and no update stands still', () => {
  const byHand = logs({ lifecycle: { update: AgentUpdate.onDelete() } });
  expect(ruleOf(byHand, 'AgentPodsMissing').expr).not.toContain('updated');
  expect(namesOf(asked(byHand))).not.toContain('MicroserviceRolloutStuck');
  expect(ruleOf(logs(), 'MicroserviceRolloutStuck').expr).toContain('changes(');
});

test('the switch of missing replicas switches them off', () => {
  const names = namesOf(asked(logs({ telemetry: { alerts: { noReadyReplicas: false } } })));
  expect(names.filter((name) => name.startsWith('Agent'))).toEqual([]);
});

test('a missing pod is urgent where callers reach no other', () => {
  const severityOf = (internalTrafficPolicy: InternalTrafficPolicy) => {
    const agent = logs({ internalTrafficPolicy });
    serve(agent.node.scope as never, 'web').calls(agent);
    return ruleOf(agent, 'AgentPodsMissing').labels['severity'];
  };
  expect(severityOf(InternalTrafficPolicy.LOCAL)).toBe('critical');
  expect(severityOf(InternalTrafficPolicy.CLUSTER)).toBe('warning');
});

test('dashboards ask for series that exporters have', () => {
  const agent = logs();
  const { _facts: facts } = agent;
  const stack = { name: 'shop', namespace: 'shop', labels: {}, monitoring: facts.monitoring, microservices: [facts] };
  const [own, ofStack] = [microserviceDashboard(facts), stackDashboard(stack)].map(({ rows }) =>
    rows.flatMap((row) => row.panels.flatMap(({ panel }) => panel.queries.map(({ expr }) => expr))),
  );
  expect(own!.flatMap((query) => unknownIn(query, { ...CLUSTER, ...ISTIO }))).toEqual([]);
  expect(ofStack!.flatMap((query) => promqlProblems(query))).toEqual([]);
  const metrics = [own!, ofStack!].map((all) =>
    all.flatMap((query) => queriedSeries(query).map(({ metric }) => metric)),
  );
  for (const all of metrics) expect(all).toContain('kube_daemonset_status_number_available');
});
