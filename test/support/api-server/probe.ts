import type { IContainer } from 'kubernetes-models/v1/Container';
import type { IProbe } from 'kubernetes-models/v1/Probe';
import { portReference } from './grammar';
import { bounded, everyContainer, exactlyOne, Rule } from './rule';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;
const PROBE_HANDLERS = ['exec', 'grpc', 'httpGet', 'tcpSocket'];
const LIFECYCLE_HANDLERS = ['exec', 'httpGet', 'sleep', 'tcpSocket'];
const DEFAULT_GRACE_SECONDS = 30;

export const PROBE_RULES: readonly Rule[] = [
  everyContainer('a probe has one handler', function* ({ at, container }) {
    for (const [name, probe] of probesOf(container)) yield* exactlyOne(probe, PROBE_HANDLERS, `${at}/${name}`);
  }),

  // The server replaces a 0 by its default, which is not what was said.
  everyContainer('the numbers of a probe are positive', function* ({ at, container }) {
    for (const [name, probe] of probesOf(container)) {
      const {
        initialDelaySeconds,
        timeoutSeconds,
        periodSeconds,
        failureThreshold,
        successThreshold,
        terminationGracePeriodSeconds,
      } = probe;
      yield* bounded(initialDelaySeconds, 0, Infinity, `${at}/${name}/initialDelaySeconds`);
      const positive = {
        timeoutSeconds,
        periodSeconds,
        failureThreshold,
        successThreshold,
        terminationGracePeriodSeconds,
      };
      for (const [field, value] of Object.entries(positive))
        yield* bounded(value, 1, Infinity, `${at}/${name}/${field}`);
    }
  }),

  everyContainer(
    'only a readiness probe counts successes, and only the others have a grace period',
    function* ({ at, container }) {
      for (const [name, { successThreshold = 1, terminationGracePeriodSeconds }] of probesOf(container)) {
        if (name !== 'readinessProbe' && successThreshold !== 1)
          yield { path: `${at}/${name}/successThreshold`, message: 'must be 1' };
        if (name === 'readinessProbe' && terminationGracePeriodSeconds !== undefined)
          yield { path: `${at}/${name}/terminationGracePeriodSeconds`, message: 'must not be set' };
      }
    },
  ),

  everyContainer('a handler names a port in range, or one of the container', function* ({ at, container }) {
    for (const [path, port] of handlerPorts(container)) {
      const message =
        portReference(port) ??
        (typeof port === 'string' && !container.ports?.some(({ name }) => name === port)
          ? `the container has no port ${port}`
          : undefined);
      if (message !== undefined) yield { path: `${at}/${path}/port`, message };
    }
  }),

  everyContainer(
    'a lifecycle hook has one handler, and sleeps no longer than the grace period',
    function* ({ at, container: { lifecycle = {} }, pod }) {
      const { preStop, postStart } = lifecycle;
      for (const [hook, handler] of Object.entries({ preStop, postStart })) {
        if (handler === undefined) continue;
        yield* exactlyOne(handler, LIFECYCLE_HANDLERS, `${at}/lifecycle/${hook}`);
        yield* bounded(
          handler.sleep?.seconds,
          1,
          pod.terminationGracePeriodSeconds ?? DEFAULT_GRACE_SECONDS,
          `${at}/lifecycle/${hook}/sleep/seconds`,
        );
      }
    },
  ),

  everyContainer('an init container that ends has no probes and no hooks', function* ({ at, container, isInit }) {
    if (!isInit || container.restartPolicy === 'Always') return;
    for (const field of [...PROBES, 'lifecycle'] as const) {
      if (container[field] !== undefined)
        yield { path: `${at}/${field}`, message: 'must not be set on an init container that ends' };
    }
  }),
];

function probesOf(container: IContainer): [(typeof PROBES)[number], IProbe][] {
  return PROBES.flatMap((name) => (container[name] === undefined ? [] : [[name, container[name]]]));
}

function* handlerPorts(container: IContainer): Generator<[string, number | string]> {
  const hooks = (['preStop', 'postStart'] as const).map(
    (hook) => [`lifecycle/${hook}`, container.lifecycle?.[hook]] as const,
  );
  for (const [path, handler] of [...probesOf(container), ...hooks]) {
    if (handler?.httpGet !== undefined) yield [`${path}/httpGet`, handler.httpGet.port];
    if (handler?.tcpSocket !== undefined) yield [`${path}/tcpSocket`, handler.tcpSocket.port];
    if (handler !== undefined && 'grpc' in handler && handler.grpc !== undefined)
      yield [`${path}/grpc`, handler.grpc.port];
  }
}
