import { INTERCEPTOR } from '../support/decision/activator';
import { all, synthesize } from '../support/manifests';
import { networkOf, openings } from '../support/network';
import { shuffledBy } from './build-program';
import { appOf, holdsFor } from './hold';
import type { ProgramSpec } from './program-spec';
import { programs } from './programs';
import { runs } from './runs';

const RUNS = runs(40);

/** Ports that take all requests to a service, where it can scale to zero. */
function heldPort({ services, calls, accepted, exposures, mesh }: ProgramSpec, at: number): number | undefined {
  const { ports, headless, perNode } = services[at]!;
  const exposed = exposures.filter(({ service }) => service === at).map(({ port }) => port);
  const asked = new Set([
    ...calls.filter(({ callee: { kind, index } }) => kind === 'service' && index === at).map(({ port }) => port),
    ...accepted.filter(({ callee }) => callee === at).map(({ port }) => port),
    ...exposed,
  ]);
  const [port] = asked;
  return headless ||
    perNode !== undefined ||
    asked.size !== 1 ||
    (mesh === undefined && exposed.length > 0) ||
    !['http', 'http2', 'grpc'].includes(ports[port!]!.protocol)
    ? undefined
    : port;
}

/** The program with all services at zero that can be, whose callers wait for them. */
function held(program: ProgramSpec): ProgramSpec {
  const waits = new Set(program.services.flatMap((_, at) => (heldPort(program, at) === undefined ? [] : [at])));
  return {
    ...program,
    held: true,
    services: program.services.map((service, at) =>
      waits.has(at) ? { ...service, scaling: { kind: 'requests', max: 9 } } : service,
    ),
    calls: program.calls.map(({ timeout, retries, perTryTimeout, ...call }) => ({
      ...call,
      ...(!(call.callee.kind === 'service' && waits.has(call.callee.index)) && {
        ...(timeout !== undefined && { timeout }),
        ...(retries !== undefined && { retries }),
        ...(perTryTimeout !== undefined && { perTryTimeout }),
      }),
    })),
  };
}

const holds = (property: (spec: ProgramSpec, seed: number) => void) => holdsFor(programs().map(held), property, RUNS);

describe('any program whose services scale to zero where they can', () => {
  test('has no error, and says nothing else in another order', () => {
    holds((spec, seed) => {
      const app = appOf(spec);
      expect(app.validate().filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(all(synthesize(app), 'InterceptorRoute')).toHaveLength(
        spec.services.filter(({ scaling }) => scaling?.kind === 'requests').length,
      );
      if (appOf(spec, shuffledBy(seed)).synthYaml() !== app.synthYaml())
        throw new Error('the order of declarations changes the output');
    });
  });

  test('leads callers to what holds requests, and that to the pods', () => {
    holds((spec) => {
      const network = networkOf([...synthesize(appOf(spec)), ...INTERCEPTOR]);
      const podOf = (at: number) =>
        network.pods.get(`${spec.stacks[spec.services[at]!.stack]!.namespace}/${spec.services[at]!.id}`)!;
      const interceptor = network.pods.get('keda/keda-add-ons-http-interceptor')!;
      spec.services.forEach(({ scaling, ports, networkPolicy }, callee) => {
        if (scaling?.kind !== 'requests') return;
        const { port, targetPort = port } = ports[heldPort(spec, callee)!]!;
        expect(openings(network, interceptor, podOf(callee), targetPort).ingress).toBe(true);
        spec.services.forEach((_, caller) => {
          const calls = spec.calls.some(
            (call) => call.caller === caller && call.callee.kind === 'service' && call.callee.index === callee,
          );
          if (calls) expect(openings(network, podOf(caller), interceptor, 8080).egress).toBe(true);
          expect(openings(network, podOf(caller), podOf(callee), targetPort).ingress).toBe(networkPolicy === false);
        });
      });
    });
  });
});
