import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { ArgoRollouts, Backlog, Microservice, MicroserviceProps, Probe, Rollout } from '../../../../lib';
import { Cpu } from 'cdk8s-plus-27';
import { startOf } from '../../../../lib/program';
import { PLATFORM, rulesOf, web } from './program';

const seconds = (count: number) => Duration.seconds(count);
const forOf = (microservice: Microservice, alert: string) =>
  Number(/^(\d+)m$/.exec(rulesOf(microservice).find((rule) => rule.alert === `Microservice${alert}`)!.for!)![1]);
const textOf = (microservice: Microservice) =>
  rulesOf(microservice).find(({ alert }) => alert === 'MicroserviceRolloutStuck')!.annotations.description;

test('nobody is paged while a start may still go on', () => {
  const startup = Probe.http('/h', { period: seconds(10), failureThreshold: 30 });
  expect(forOf(web({ probes: { startup } }), 'NoReadyReplicas')).toBe(Math.ceil(310 / 60) + 2);
  const readiness = Probe.http('/h', { initialDelay: Duration.minutes(5) });
  expect(forOf(web({ probes: { readiness } }), 'NoReadyReplicas')).toBe(Math.ceil(310 / 60) + 2);
  const initContainers = [{ name: 'migrate', image: 'web:1' }];
  expect(forOf(web({ pod: { initContainers } }), 'NoReadyReplicas')).toBe(Math.ceil(132 / 60) + 2);
});

test('nobody is paged while the old version still ends before the next begins', () => {
  const lifecycle = { rollout: Rollout.recreate(), longestRequest: Duration.minutes(20) };
  expect(forOf(web({ lifecycle }), 'NoReadyReplicas')).toBe(Math.ceil((1215 + 72) / 60) + 2);
});

test('whatever is stated, no alert about pods fires within a legal start', () => {
  const count = (most: number) => fc.integer({ min: 1, max: most });
  const timing = fc
    .record({ period: count(60), timeout: count(60), initialDelay: count(600), failureThreshold: count(60) })
    .map(({ failureThreshold, ...times }) => ({
      failureThreshold,
      ...Object.fromEntries(Object.entries(times).map(([name, time]) => [name, seconds(time)])),
    }));
  fc.assert(
    fc.property(timing, timing, fc.boolean(), (startup, readiness, recreate) => {
      const props: Partial<MicroserviceProps> = {
        probes: { startup: Probe.tcp(startup), readiness: Probe.tcp(readiness) },
        resources: { cpu: { limit: Cpu.units(1) } },
        lifecycle: { rollout: recreate ? Rollout.recreate() : Rollout.rolling() },
        telemetry: { backlogs: [Backlog.kafka(1000, { consumerGroup: 'web' })] },
      };
      const microservice = web(props);
      const { ready, progressDeadline } = startOf(microservice._facts);
      for (const alert of ['NoReadyReplicas', 'CpuThrottled', 'BacklogTooLong'])
        expect([alert, forOf(microservice, alert) * 60 - ready > 60]).toEqual([alert, true]);
      expect(forOf(microservice, 'DisruptionsBlocked') * 60).toBeGreaterThanOrEqual(2 * progressDeadline);
    }),
    { numRuns: 40 },
  );
});

test('a stuck rollout says which version serves: none, where the old one ends first', () => {
  expect(textOf(web())).toContain('for 600 s, so that the old version still serves. Look at');
  const recreated = textOf(web({ lifecycle: { rollout: Rollout.recreate() } }));
  expect(recreated).toContain('for 600 s, and no version serves, since the old one was ended first. Look at');
  expect(recreated).not.toContain('still serves');
  const delivered = web({ lifecycle: { rollout: Rollout.recreate() } }, { ...PLATFORM, delivery: new ArgoRollouts() });
  expect(textOf(delivered)).toContain('no version serves');
});
