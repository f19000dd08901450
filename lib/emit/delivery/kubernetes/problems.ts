import type { Problem } from '../../../errors';
import { DeploymentWorkload } from '../../../program';
import { CanaryStepKind, parseImage, RolloutKind } from '../../../values';
import type { CandidateProps } from './candidate';

/** Problems of candidates that hold for any set of microservices. */
export function candidateProblems(candidates: ReadonlyMap<string, CandidateProps>): Problem[] {
  return [...candidates].flatMap(([name, { image, weight }]): Problem[] => [
    ...(weight >= 0 && weight <= 100 && Number.isInteger(weight)
      ? []
      : [
          {
            code: 'MS6101' as const,
            message: `the weight of the candidate of ${name} is impossible`,
            given: `it was ${weight}`,
            allowed: 'whole percents from 0 to 100',
            fix: 'state the weight of a step',
          },
        ]),
    ...(parseImage(image) === undefined
      ? [
          {
            code: 'MS6101' as const,
            message: `the image of the candidate of ${name} is none`,
            given: `it was '${image}'`,
            allowed: 'references of images',
            fix: 'state the image of the new version',
          },
        ]
      : []),
  ]);
}

/** Problems of a candidate of a microservice. */
export function canaryProblems(
  { name, settings }: DeploymentWorkload,
  candidate: CandidateProps | undefined,
): Problem[] {
  if (candidate === undefined) return [];
  const { rollout } = settings.values;
  if (rollout._kind !== RolloutKind.CANARY) {
    return [
      {
        code: 'MS6101',
        message: `there is a candidate of ${name}, which has no canaries`,
        given: `its rollout is ${rollout._kind}`,
        allowed: 'candidates of microservices with Rollout.canary()',
        fix: 'leave the candidate out, or state a canary',
      },
    ];
  }
  const weights = [
    0,
    100,
    ...rollout.steps.filter(({ _kind: kind }) => kind === CanaryStepKind.WEIGHT).map(({ percent }) => percent!),
  ];
  return weights.includes(candidate.weight)
    ? []
    : [
        {
          code: 'MS6101',
          message: `the weight of the candidate of ${name} is that of no step`,
          given: `it was ${candidate.weight}`,
          allowed: weights.sort((a, b) => a - b).join(', '),
          fix: 'state the weight of a step',
        },
      ];
}
