import { environments } from '../../../apps/online-boutique/environments';
import { ArgoRollouts, CanaryStep, Flagger, KubernetesDelivery, Rollout } from '../../../lib';
import { stagesOf } from '../../support/canary';
import { stageOf } from '../../support/canary/candidates';
import { faultsOf } from '../../support/canary/judge';
import { boutiqueBy, boutiqueIn, Synthesized } from './boutique';

const FRONTEND = { namespace: 'online-boutique', name: 'frontend' };

/** Walks all rollouts of a program, or looks at it where no controller walks; what is wrong at any stage. */
function walk({ manifests, probes: all }: Synthesized): string[] {
  const stages = stagesOf(manifests);
  // Without a mesh, nothing tells one method from another.
  const probes = manifests.some(({ kind }) => kind === 'Sidecar')
    ? all
    : all.filter(
        ({ declared, from, to, port }) =>
          declared || !all.some((each) => each.declared && each.from === from && each.to === to && each.port === port),
      );
  return (stages.length > 0 ? stages : [stageOf(manifests, 'as it stands', FRONTEND, 'none', undefined)]).flatMap(
    (stage) => faultsOf(stage, probes),
  );
}

/** The weights that the new version of a microservice has, stage by stage, each once. */
function weightsOf({ manifests }: Synthesized, name: string): (number | undefined)[] {
  const weights = stagesOf(manifests)
    .filter(({ of }) => of.name === name)
    .map(({ weight }) => weight);
  return weights.filter((weight, at) => at === 0 || weight !== weights[at - 1]);
}

describe('Online Boutique', () => {
  test.each(Object.keys(environments) as (keyof typeof environments)[])(
    'in environment %s, every call arrives and no other does, at each step of its rollouts',
    (environment) => {
      const synthesized = boutiqueIn(environment);
      expect(synthesized.probes.filter(({ declared }) => declared).length).toBeGreaterThanOrEqual(15);
      expect(walk(synthesized)).toEqual([]);
    },
  );

  test('controllers walk frontend and checkout in two environments', () => {
    const walked = (environment: keyof typeof environments) =>
      [...new Set(stagesOf(boutiqueIn(environment).manifests).map(({ of }) => of.name))].sort();
    expect([walked('istio'), walked('flagger')]).toEqual([
      ['checkoutservice', 'frontend'],
      ['checkoutservice', 'frontend'],
    ]);
  });

  test('Flagger brings requests back step by step where replicas follow them', () => {
    const { manifests } = boutiqueIn('flagger');
    expect(weightsOf({ manifests, probes: [] }, 'frontend')).toEqual([0, 5, 10, 25, 50, 25, 0]);
    expect(weightsOf({ manifests, probes: [] }, 'checkoutservice')).toEqual([0, 25, 50, 0]);
  });

  const rollouts = {
    frontend: Rollout.canary(),
    checkout: Rollout.canary({
      steps: [
        CanaryStep.header('x-version', 'next'),
        CanaryStep.approval(),
        CanaryStep.weight(20),
        CanaryStep.weight(70),
      ],
    }),
  };

  test('with steps by header and approvals under Argo Rollouts', () => {
    const synthesized = boutiqueBy(new ArgoRollouts(), rollouts);
    expect(walk(synthesized)).toEqual([]);
    expect(weightsOf(synthesized, 'frontend')).toEqual([0, 5, 10, 25, 50, 100, 0, 100]);
    expect(weightsOf(synthesized, 'checkoutservice')).toEqual([0, 20, 70, 100, 0, 100]);
    expect(
      stagesOf(synthesized.manifests)
        .filter(({ header }) => header !== undefined)
        .map(({ of }) => of.name),
    ).toEqual(['checkoutservice', 'checkoutservice']);
  });

  test('with switches under Argo Rollouts', () => {
    expect(
      walk(boutiqueBy(new ArgoRollouts(), { frontend: Rollout.blueGreen(), checkout: Rollout.blueGreen() })),
    ).toEqual([]);
  });

  test('under Flagger', () => {
    const synthesized = boutiqueBy(
      new Flagger({ gate: 'http://gate.example/check' }),
      { frontend: Rollout.canary(), checkout: Rollout.canary({ steps: [CanaryStep.header('x-version', 'next')] }) },
      ['MS6112'],
    );
    expect(walk(synthesized)).toEqual([]);
    expect(weightsOf(synthesized, 'frontend')).toEqual([0, 5, 10, 25, 50, 0]);
  });

  test('with switches under Flagger', () => {
    expect(
      walk(
        boutiqueBy(
          new Flagger({ gate: 'http://gate.example/check' }),
          { frontend: Rollout.blueGreen(), checkout: Rollout.blueGreen() },
          ['MS6112'],
        ),
      ),
    ).toEqual([]);
  });

  test('without a controller, step by step as candidates are stated', () => {
    const image = 'registry.example/frontend:2';
    const candidates = [undefined, ...[0, 5, 10, 25, 50, 100].map((weight) => ({ image, weight }))];
    const faults = candidates.flatMap((frontend) => {
      const delivery = new KubernetesDelivery(frontend === undefined ? {} : { candidates: { frontend } });
      const { manifests, probes } = boutiqueBy(
        delivery,
        { frontend: Rollout.canary(), checkout: Rollout.rolling() },
        frontend === undefined ? ['MS6112'] : [],
      );
      return faultsOf(
        stageOf(manifests, `candidate ${frontend?.weight ?? 'none'}`, FRONTEND, image, frontend?.weight ?? 0),
        probes,
      );
    });
    expect(faults).toEqual([]);
  });
});
