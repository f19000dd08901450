import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import {
  AdditionalContainer,
  Microservice,
  MicroserviceProps,
  Port,
  PortProbeOptions,
  Probe,
  Probes,
  Rollout,
} from '../../../lib';
import { type Start, startOf } from '../../../lib/program';
import { cart } from '../../emit/kubernetes/program';
import { thumbnail } from '../../emit/serverless/program';

const seconds = (count: number) => Duration.seconds(count);
const served = (props: Partial<MicroserviceProps> = {}): Microservice => cart({ ports: [Port.http(8080)], ...props });
const timesOf = (props: Partial<MicroserviceProps> = {}): Start => startOf(served(props)._facts);
const beside = (probes: Probes, options: Partial<AdditionalContainer> = {}) =>
  timesOf({ pod: { containers: [{ name: 'proxy', image: 'proxy:1', probes, ...options }] } });

describe('the longest start', () => {
  test('is as long as the kubelet lets it take: failures of its startup probe, then one look at its readiness', () => {
    expect(timesOf()).toEqual({ ready: 31 * 2 + 5, available: 31 * 2 + 5 + 5, outage: 72, progressDeadline: 600 });
    const startup = Probe.http('/h', { period: seconds(10), failureThreshold: 90 });
    expect(timesOf({ probes: { startup } })).toMatchObject({ ready: 905, available: 910, progressDeadline: 1820 });
  });

  test('counts the delay of the startup probe, and its timeouts where these are longer than its period', () => {
    const startup = Probe.tcp({
      initialDelay: seconds(100),
      period: seconds(2),
      timeout: seconds(30),
      failureThreshold: 10,
    });
    expect(timesOf({ probes: { startup } }).ready).toBe(100 + 10 * 30 + 5);
  });

  test('counts the delay and the successes of readiness', () => {
    const readiness = Probe.tcp({ initialDelay: seconds(300), period: seconds(20), successThreshold: 3 });
    expect(timesOf({ probes: { readiness } }).ready).toBe(300 + 3 * 20);
  });

  test('of a worker that nothing asks is what was said', () => {
    expect(timesOf({ ports: [] }).ready).toBe(60);
    expect(timesOf({ ports: [], lifecycle: { startupTime: seconds(400) } })).toMatchObject({ ready: 400 });
  });

  test('is that of the slowest container', () => {
    const startup = Probe.tcp({ port: 1, period: seconds(10), failureThreshold: 30 });
    expect(beside({ startup }).ready).toBe(300);
    expect(beside({ readiness: Probe.tcp({ port: 1 }) }).ready).toBe(67);
    expect(beside({}).ready).toBe(67);
    expect(beside({ liveness: Probe.tcp({ port: 1, period: seconds(20), failureThreshold: 10 }) }).ready).toBe(200);
  });

  test('begins after sidecars have started and init containers have ended, each as long as a start', () => {
    const startup = Probe.tcp({ port: 1, period: seconds(10), failureThreshold: 30 });
    expect(beside({ startup }, { sidecar: true }).ready).toBe(300 + 67);
    expect(beside({}, { sidecar: true }).ready).toBe(67);
    const initContainers = ['migrate', 'wait'].map((name) => ({ name, image: 'cart:1' }));
    expect(timesOf({ pod: { initContainers } }).ready).toBe(2 * 60 + 67);
  });

  test('of a function ends where its liveness restarts it', () => {
    const { ready } = startOf(thumbnail({ lifecycle: { startupTime: seconds(400) } })._facts);
    expect(ready).toBe(400 - 50 + 6 * 10 + 5);
  });
});

test('a version that ends before the next begins leaves nobody for its end too', () => {
  const lifecycle = { rollout: Rollout.recreate(), longestRequest: Duration.hours(1) };
  expect(timesOf({ lifecycle })).toMatchObject({ outage: 3615 + 72, progressDeadline: 3615 + 2 * 72 });
  expect(timesOf({ lifecycle: { ...lifecycle, rollout: Rollout.rolling() } })).toMatchObject({
    outage: 72,
    progressDeadline: 600,
  });
});

test('a startup probe that states its failures says how long a start takes, where nothing nearer does', () => {
  const startup = Probe.http('/h', { period: seconds(10), failureThreshold: 90 });
  const valueOf = (microservice: { _facts: { settings: { values: { startupTime: number } } } }) =>
    microservice._facts.settings.values.startupTime;
  expect(valueOf(served({ probes: { startup } }))).toBe(900);
  expect(valueOf(thumbnail({ probes: { startup } }))).toBe(900);
  expect(valueOf(served({ probes: { startup }, lifecycle: { startupTime: seconds(700) } }))).toBe(700);
  expect(valueOf(served({ probes: { startup: Probe.tcp({ period: seconds(10) }) } }))).toBe(60);
  expect(valueOf(served({ probes: { startup: Probe.tcp({ failureThreshold: Number.NaN }) } }))).toBe(60);
});

describe('whatever is stated', () => {
  const time = (most: number) => fc.integer({ min: 1, max: most }).map(seconds);
  const timing: fc.Arbitrary<PortProbeOptions> = fc.record(
    {
      period: time(60),
      timeout: time(60),
      initialDelay: time(300),
      failureThreshold: fc.integer({ min: 1, max: 90 }),
    },
    { requiredKeys: [] },
  );
  const stated = fc.record(
    {
      startup: timing.map((options) => Probe.tcp(options)),
      readiness: timing.map((options) => Probe.tcp(options)),
      liveness: timing.map((options) => Probe.tcp(options)),
    },
    { requiredKeys: [] },
  );
  const start = fc.integer({ min: 1, max: 3600 });

  test('the deadline of a rollout is longer than a start, the look after it, and the end of the old version', () => {
    fc.assert(
      fc.property(stated, start, start, fc.nat(600), fc.boolean(), (probes, startup, request, minReady, recreate) => {
        const microservice = served({
          probes,
          lifecycle: {
            startupTime: seconds(startup),
            longestRequest: seconds(request),
            minReady: seconds(minReady),
            rollout: recreate ? Rollout.recreate() : Rollout.rolling(),
          },
        });
        const { progressDeadlineSeconds, template } = microservice.workload.toJson().spec;
        const [{ startupProbe, readinessProbe }] = template.spec.containers;
        const hangs = (probe: Record<string, number>, count: number) =>
          count * Math.max(probe['periodSeconds']!, probe['timeoutSeconds']!);
        const longest =
          Math.max(
            (startupProbe.initialDelaySeconds ?? 0) + hangs(startupProbe, startupProbe.failureThreshold),
            readinessProbe.initialDelaySeconds ?? 0,
          ) +
          hangs(readinessProbe, 1) +
          minReady +
          (recreate ? template.spec.terminationGracePeriodSeconds : 0);
        expect(progressDeadlineSeconds).toBeGreaterThan(longest);
      }),
      { numRuns: 60 },
    );
  });

  test('a probe of the library lets a start take as long as was said, refused or hanging, and little longer', () => {
    const options: fc.Arbitrary<PortProbeOptions> = fc.record({ timeout: time(60) }, { requiredKeys: [] });
    fc.assert(
      fc.property(options, start, fc.boolean(), (timeout, startup, own) => {
        const probe = Probe.tcp(timeout);
        const { template } = served({
          probes: own ? { startup: probe } : { liveness: probe },
          lifecycle: { startupTime: seconds(startup) },
        }).workload.toJson().spec;
        const { periodSeconds, timeoutSeconds, failureThreshold } = template.spec.containers[0].startupProbe;
        expect(timeoutSeconds).toBeLessThanOrEqual(periodSeconds);
        expect((failureThreshold - 1) * periodSeconds).toBeGreaterThanOrEqual(startup);
        expect(failureThreshold * periodSeconds).toBeLessThan(startup + 2 * periodSeconds);
      }),
      { numRuns: 60 },
    );
  });
});
