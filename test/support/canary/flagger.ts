import { added, Manifest, Named, Objects, ofKind } from './cluster';
import { flaggerObjects } from './flagger-objects';
import type { Stage } from './stage';

/** State of a Canary after Flagger's work. */
export interface CanaryState {
  readonly name: string;
  /** True when pods of the new version exist: those of the program's own Deployment. */
  readonly running: boolean;
  /** Percent for the new version. */
  readonly weight: number;
  readonly copied?: boolean;
  /** Expected treatment of requests. */
  readonly expected: Pick<Stage, 'weight' | 'header' | 'copied'>;
}

const SETTLED = 'initialized';

/** Every Canary before anything is rolled out. */
export function settledCanaries(objects: Objects): Objects {
  return canariesOf(objects).reduce(
    (before, canary) =>
      render(
        before,
        canary,
        statesOf(canary).find(({ name }) => name === SETTLED)!,
      ),
    objects,
  );
}

/** The stages of every Canary, while the others stand still. */
export function walkCanaries(objects: Objects): Stage[] {
  return canariesOf(objects).flatMap((canary) => {
    const others = settledCanaries(objects.filter((each) => each !== canary));
    const { targetRef } = canary.spec;
    const of: Named = {
      namespace: canary.metadata.namespace,
      name: targetOf(objects, canary).spec.template.spec.serviceAccountName,
    };
    return statesOf(canary).map((state): Stage => ({
      name: state.name,
      of,
      objects: render([...others, canary], canary, state),
      candidate: [targetRef.name],
      ...state.expected,
    }));
  });
}

/** The Canaries among objects. */
export function canariesOf(objects: Objects): Manifest[] {
  return ofKind(objects, 'flagger.app', 'Canary');
}

/** https://docs.flagger.app/usage/deployment-strategies */
function statesOf({ spec: { analysis } }: Manifest): CanaryState[] {
  const at = (name: string, weight: number, more: Partial<CanaryState> = {}): CanaryState => ({
    name,
    weight,
    running: true,
    expected: { weight },
    ...more,
  });
  return [
    at(SETTLED, 0, { running: false }),
    at('starting', 0),
    ...steps(analysis, at),
    // The old version's Deployment has become the new one's, and takes all requests before the other's pods end.
    at('all requests at the primary', 0),
    at('taken back', 0, { running: false }),
  ];
}

function steps(
  analysis: any,
  at: (name: string, weight: number, more?: Partial<CanaryState>) => CanaryState,
): CanaryState[] {
  const { iterations = 0, match = [], stepWeights = [], mirror = false, mirrorWeight } = analysis;
  const { stepWeightPromotion: back = 100 } = analysis;
  if (iterations > 0 && match.length > 0) {
    const [[name, { exact }]] = Object.entries(match[0].headers) as [[string, { exact: string }]];
    return [at(`header ${name}`, 100, { expected: { weight: 0, header: { name, value: exact } } })];
  }
  if (iterations > 0) return [at('everything at the canary', 100)];
  return [
    ...(mirror ? [at('copied', 0, { copied: true, expected: { weight: 0, copied: mirrorWeight ?? 100 } })] : []),
    ...(stepWeights as number[]).map((weight) => at(`weight ${weight}`, weight)),
    // Both versions are the new one then.
    ...promotionWeights((stepWeights as number[]).at(-1) ?? 0, back).map((weight) =>
      at(`promotion, weight ${weight}`, weight),
    ),
  ];
}

/** Weights that the version in trial has left while the other takes its requests back, the last one of 0 left out. */
export function promotionWeights(last: number, step: number): number[] {
  return last <= step ? [] : [last - step, ...promotionWeights(last - step, step)];
}

/** The cluster in a state: without the Deployment while it has no pods. */
function render(objects: Objects, canary: Manifest, state: CanaryState): Objects {
  const target = targetOf(objects, canary);
  const rest = objects.filter((each) => each !== canary && (state.running || each !== target));
  return added(rest, flaggerObjects(canary, target, state));
}

function targetOf(objects: Objects, { metadata: { name, namespace }, spec: { targetRef } }: Manifest): Manifest {
  const found = ofKind(objects, 'apps', targetRef.kind).find(
    ({ metadata }) => metadata.name === targetRef.name && metadata.namespace === namespace,
  );
  if (found === undefined) throw new Error(`there is no ${targetRef.kind} ${targetRef.name} of Canary ${name}`);
  return found;
}
