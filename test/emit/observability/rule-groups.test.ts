import { ruleGroups } from '../../../lib/emit/observability/rule-groups';
import { promqlProblems } from '../../support/promql';
import { ISTIO, OBJECTIVES, ROUTING, web } from './monitored';

const groupsOf = (props = {}) => ruleGroups(web(ISTIO, props)._facts, ROUTING);

test('objectives and standard alerts are evaluated apart, under names that no other microservice has', () => {
  expect(groupsOf({ objectives: OBJECTIVES }).map(({ name, interval }) => [name, interval])).toEqual([
    ['shop/web/objectives', '30s'],
    ['shop/web/alerts', undefined],
  ]);
});

test('a group without rules is left out', () => {
  const off = {
    noReadyReplicas: false,
    crashLooping: false,
    outOfMemory: false,
    cpuThrottled: false,
    rolloutStuck: false,
    autoscalerAtMax: false,
    disruptionsBlocked: false,
    certificateExpiring: false,
    backlogTooLong: false,
    volumeFilling: false,
  };
  expect(groupsOf().map(({ name }) => name)).toEqual(['shop/web/alerts']);
  expect(groupsOf({ telemetry: { alerts: off }, objectives: OBJECTIVES }).map(({ name }) => name)).toEqual([
    'shop/web/objectives',
  ]);
  expect(groupsOf({ telemetry: { alerts: off } })).toEqual([]);
});

test('every expression is one of PromQL', () => {
  const rules = groupsOf({ objectives: OBJECTIVES }).flatMap((group) => [...group.rules]);
  expect(rules.flatMap(({ expr }) => promqlProblems(expr))).toEqual([]);
});
