import { App as PlainApp } from 'cdk8s';
import { App } from '../../lib';
import { synthesize } from '../support/manifests';
import { networkOf, openings } from '../support/network';
import { build, shuffledBy } from './build-program';
import { danglingReferences } from './dangling-references';
import { edgesOf } from './declared-edges';
import { outsideWaysOf } from './declared-ranges';
import { appOf, holdsFor } from './hold';
import type { ProgramSpec } from './program-spec';
import { programs } from './programs';
import { runs } from './runs';

const RUNS = runs(60);

const holds = (property: (spec: ProgramSpec, seed: number) => void) => holdsFor(programs(), property, RUNS);

describe('any valid program', () => {
  test('has no error', () => {
    holds((spec) => {
      expect(
        appOf(spec)
          .validate()
          .filter(({ severity }) => severity === 'error'),
      ).toEqual([]);
    });
  });

  test('gives manifests that a cluster admits and whose references resolve', () => {
    holds((spec) => {
      expect(danglingReferences(synthesize(appOf(spec)))).toEqual([]);
    });
  });

  test('gives the same bytes twice, from one app and from two', () => {
    holds((spec) => {
      const app = appOf(spec);
      const first = app.synthYaml();
      expectSame(app.synthYaml(), first);
      expectSame(appOf(spec).synthYaml(), first);
    });
  });

  test('gives the same bytes in any order of declarations and keys', () => {
    holds((spec, seed) => {
      expectSame(appOf(spec, shuffledBy(seed)).synthYaml(), appOf(spec).synthYaml());
    });
  });

  test('gives the same bytes where cdk8s renders each object, for the resolvers of the program', () => {
    holds((spec) => {
      const app = new App({ outdir: 'nowhere', resolvers: [{ resolve: () => {} }] });
      build(app, spec);
      expectSame(app.synthYaml(), appOf(spec).synthYaml());
    });
  });

  test('reports the same in any order of declarations', () => {
    holds((spec, seed) => {
      expectSame(reportOf(appOf(spec, shuffledBy(seed))), reportOf(appOf(spec)));
    });
  });

  test('can be synthesized by an App of cdk8s', () => {
    holds((spec) => {
      const app = new PlainApp({ outdir: 'nowhere' });
      build(app, spec);
      expect(synthesize(app)).toHaveLength(synthesize(appOf(spec)).length);
    });
  });

  test('opens what is declared, and nothing else, on both sides', () => {
    holds((spec) => {
      const network = networkOf(synthesize(appOf(spec)));
      for (const { edge, egress, ingress } of edgesOf(spec)) {
        const open = openings(
          network,
          network.pods.get(edge.from)!,
          network.pods.get(edge.to)!,
          edge.port,
          edge.protocol,
        );
        if (open.egress !== egress || open.ingress !== ingress)
          throw new Error(
            `${JSON.stringify(edge)} is ${JSON.stringify(open)}, declared ${JSON.stringify({ egress, ingress })}`,
          );
      }
    });
  });

  test('opens stated ranges of addresses, and shuts strangers out', () => {
    let asked = 0;
    const withoutMesh = programs().filter(({ mesh }) => mesh === undefined);
    holdsFor(
      withoutMesh,
      (spec) => {
        const network = networkOf(synthesize(appOf(spec)));
        for (const { pod, side, address, port, protocol, open } of outsideWaysOf(spec)) {
          const [outside, inside] = [{ address }, network.pods.get(pod)!];
          const [from, to] = side === 'ingress' ? [outside, inside] : [inside, outside];
          asked += 1;
          if (openings(network, from, to, port, protocol)[side] !== open)
            throw new Error(`${side} of ${pod}, ${address} on ${port} of ${protocol}: not ${open ? 'open' : 'shut'}`);
        }
      },
      RUNS,
    );
    expect(asked).toBeGreaterThan(20);
  });

  test('keeps the pods of a callee as they are when somebody calls it or lets it be reached', () => {
    holds((spec) => {
      const silent = {
        ...spec,
        calls: spec.calls.filter(({ callee }) => callee.kind !== 'service'),
        accepted: [],
        exposures: [],
      };
      const callers = new Set(spec.calls.filter(({ callee }) => callee.kind === 'service').map(({ caller }) => caller));
      const [before, after] = [podTemplates(silent), podTemplates(spec)];
      spec.services.forEach(({ id, stack }, at) => {
        const key = `${spec.stacks[stack]!.namespace}/${id}`;
        // A caller learns the addresses of its callees.
        if (!callers.has(at)) expectSame(after.get(key), before.get(key));
      });
    });
  });
});

/**
 * Fails with the first line that differs: a comparison of whole texts would take its time in every step of shrinking.
 */
function expectSame(actual: string | undefined, expected: string | undefined): void {
  if (actual === expected) return;
  const [left, right] = [actual, expected].map((text = '') => text.split('\n')) as [string[], string[]];
  const at = left.findIndex((line, index) => line !== right[index]);
  throw new Error(
    `line ${at + 1} is '${left[at]}' and not '${right[at]}', after:\n${left.slice(Math.max(0, at - 8), at).join('\n')}`,
  );
}

function reportOf(app: App): string {
  return JSON.stringify(app.validate(), undefined, 1);
}

function podTemplates(spec: ProgramSpec): Map<string, string> {
  const deployments = synthesize(appOf(spec)).filter(({ kind }) =>
    ['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind),
  );
  return new Map(
    deployments.map(({ metadata, spec: deployment }) => [
      `${metadata.namespace}/${metadata.name}`,
      JSON.stringify((deployment as { template: unknown }).template, undefined, 1),
    ]),
  );
}
