import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { mainHealth, startupFailures, statedHealth } from '../../../lib/program';
import { Port, Probe } from '../../../lib/values';

const PORTS = [Port.udp(53), Port.http(80, { targetPort: 8080 }), Port.grpc(9090)];

describe('mainHealth', () => {
  test('derives all probes from the first TCP port', () => {
    const { startup, readiness, liveness } = mainHealth({}, PORTS, 60);
    expect(startup).toMatchObject({
      port: 8080,
      period: 2,
      timeout: 2,
      failureThreshold: 31,
      initialDelay: 0,
      successThreshold: 1,
    });
    expect(readiness).toMatchObject({ port: 8080, period: 5, timeout: 2, failureThreshold: 3 });
    expect(liveness).toMatchObject({ port: 8080, period: 10, timeout: 5, failureThreshold: 6 });
  });

  test('derives none where there is no TCP port', () => {
    expect(mainHealth({}, [], 60)).toEqual({});
    expect(mainHealth({}, [Port.udp(53)], 60)).toEqual({});
  });

  test('readiness alone leaves the others to the port', () => {
    const { startup, readiness, liveness } = mainHealth({ readiness: Probe.http('/ready') }, PORTS, 60);
    expect(readiness!.probe._http?.path).toBe('/ready');
    expect(liveness!.probe._http).toBeUndefined();
    expect(startup!.probe._http).toBeUndefined();
  });

  test('startup asks what liveness asks, as long as a start needs, and no sooner than an answer may take', () => {
    const liveness = Probe.http('/live', {
      port: 9000,
      period: Duration.seconds(30),
      failureThreshold: 2,
      initialDelay: Duration.seconds(7),
      timeout: Duration.seconds(9),
    });
    const { startup } = mainHealth({ liveness }, PORTS, 61);
    expect(startup).toMatchObject({ port: 9000, period: 9, failureThreshold: 8, initialDelay: 0, timeout: 9 });
    expect(startup!.probe._http?.path).toBe('/live');
  });

  test('an answer that hangs ends a start no later than one that is refused', () => {
    const liveness = Probe.http('/live', { period: Duration.seconds(2), timeout: Duration.seconds(30) });
    expect(mainHealth({ liveness }, PORTS, 60).startup).toMatchObject({ period: 30, timeout: 30, failureThreshold: 3 });
    const stated = (startup: Probe) => mainHealth({ startup }, PORTS, 60).startup;
    expect(stated(Probe.tcp({ timeout: Duration.seconds(30) }))).toMatchObject({ period: 30, failureThreshold: 3 });
    expect(stated(Probe.tcp({ period: Duration.seconds(1) }))).toMatchObject({ timeout: 1, failureThreshold: 61 });
    expect(stated(Probe.tcp({ initialDelay: Duration.seconds(40) }))).toMatchObject({
      period: 2,
      failureThreshold: 11,
    });
  });

  test('a stated startup probe keeps its numbers and gets its budget from its own period', () => {
    const { startup } = mainHealth({ startup: Probe.tcp({ port: 1, period: Duration.seconds(7) }) }, PORTS, 60);
    expect(startup).toMatchObject({ port: 1, period: 7, failureThreshold: 10 });
    expect(mainHealth({ startup: Probe.tcp({ failureThreshold: 4 }) }, PORTS, 60).startup).toMatchObject({
      failureThreshold: 4,
    });
  });

  test('a command has no port', () => {
    expect(mainHealth({ liveness: Probe.command(['true']) }, PORTS, 60).liveness).not.toHaveProperty('port');
  });
});

test('another container has the probes that were stated, without a port to fall back on', () => {
  expect(statedHealth({}, 60)).toEqual({});
  expect(statedHealth({ readiness: Probe.tcp() }, 60)).toMatchObject({ readiness: { period: 5 } });
  expect(statedHealth({ readiness: Probe.tcp() }, 60).readiness).not.toHaveProperty('port');
});

test('the last probe of a start comes when the longest start is over, or less than a period later', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3600 }), fc.integer({ min: 1, max: 60 }), (start, period) => {
      // The first probe is sent at once.
      const budget = (startupFailures(start, period) - 1) * period;
      expect(budget).toBeGreaterThanOrEqual(start);
      expect(budget - start).toBeLessThan(period);
    }),
  );
});
