import type { Detail, Rule } from '../../../../errors';
import type { DeploymentWorkload } from '../../../../program';
import { CanaryStepKind, parseImage, RolloutKind } from '../../../../values';
import { MS6101 } from '../../rules';
import type { CandidateProps } from '../candidate';

/** The candidates of a platform, by the names of their microservices. */
export interface Candidates {
  readonly candidates: ReadonlyMap<string, CandidateProps>;
}

/** A microservice and its candidate. */
export interface CandidateOf {
  readonly microservice: DeploymentWorkload;
  readonly candidate: CandidateProps;
}

/** Every candidate has a valid weight and a valid image. */
export const MS6101_VALUES: Rule<Candidates> = {
  ...MS6101,

  evaluate: ({ candidates }) =>
    [...candidates].flatMap(([name, { image, weight }]) => [
      ...(weight >= 0 && weight <= 100 && Number.isInteger(weight)
        ? []
        : [
            {
              message: `the weight of the candidate of ${name} is invalid`,
              given: `it was ${weight}`,
              allowed: 'whole percents from 0 to 100',
              fix: 'state the weight of a step',
            },
          ]),
      ...(parseImage(image) === undefined
        ? [
            {
              message: `the image of the candidate of ${name} is invalid`,
              given: `it was '${image}'`,
              allowed: 'references of images',
              fix: 'state the image of the new version',
            },
          ]
        : []),
    ]),
};

/** A candidate is of a canary whose requests are split, and has the weight of one of its steps. */
export const MS6101_STEP: Rule<CandidateOf> = {
  ...MS6101,

  evaluate: ({ microservice, candidate }) => {
    const { name, settings, delivery } = microservice;
    const { rollout } = settings.values;
    if (rollout._kind !== RolloutKind.CANARY)
      return [
        {
          message: `there is a candidate of ${name}, which has no canaries`,
          given: `its rollout is ${rollout._kind}`,
          allowed: 'candidates of microservices with Rollout.canary()',
          fix: 'leave the candidate out, or state a canary',
        },
      ];
    if (delivery.versions === undefined) return [leftOut(microservice)];
    const steps = rollout.steps
      .filter(({ _kind: kind }) => kind === CanaryStepKind.WEIGHT)
      .map(({ percent }) => percent!);
    const weights = [0, 100, ...steps].sort((a, b) => a - b);
    return weights.includes(candidate.weight)
      ? []
      : [
          {
            message: `no step has the weight of the candidate of ${name}`,
            given: `it was ${candidate.weight}`,
            allowed: weights.join(', '),
            fix: 'state the weight of a step',
          },
        ];
  },
};

/** A candidate whose share of the requests nothing would give to it. */
function leftOut({ name, ports, endpoint }: DeploymentWorkload): Detail {
  return {
    message: `the candidate of ${name} is left out`,
    given: ports.some(({ protocol }) => protocol.hasRequests)
      ? `${endpoint.workload?.mesh} does not split requests between versions`
      : `${name} has no port of HTTP or gRPC, whose requests could be split`,
    allowed: 'candidates of microservices with a port of HTTP or gRPC, on platforms with IstioMesh',
    fix: 'leave the candidate out, or choose another mesh; ArgoRollouts brings out versions by replicas',
  };
}
