import { Rule, Severity } from '../../../../errors';
import type { DeploymentWorkload } from '../../../../program';
import { CanaryStepKind, RolloutKind } from '../../../../values';

/** A microservice and the gate of the Flagger that brings it out. */
export interface GatedMicroservice {
  readonly microservice: DeploymentWorkload;
  /** URL that approves a step; undefined where the platform states none. */
  readonly gate: string | undefined;
}

/** The platform states a gate where a rollout asks for approval. */
export const MS6142: Rule<GatedMicroservice> = {
  code: 'MS6142',
  title: 'no gate can approve a rollout',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Flagger asks a URL whether it may go on; its load tester answers at `/gate/check`. State the gate on the ' +
    'platform, or leave approvals out: `autoPromotion: true` for switches.',
  reads: 'rollout of the microservice, delivery',

  evaluate: ({ microservice: { settings, delivery }, gate }) => {
    const { steps, _kind: kind, autoPromotion } = settings.values.rollout;
    const isSwitch = kind === RolloutKind.BLUE_GREEN;
    const asks = isSwitch ? autoPromotion === false : steps.some((step) => step._kind === CanaryStepKind.APPROVAL);
    return !delivery.ownsRoutes || gate !== undefined || !asks
      ? []
      : [
          {
            message: 'no gate can approve a new version',
            given: `${isSwitch ? 'autoPromotion was false' : 'a step is an approval'}, and the platform states no gate`,
            allowed: 'approvals on platforms with a gate',
            fix:
              "state new Flagger({ gate: 'http://flagger-loadtester.flagger/gate/check' }), " +
              'or leave the approval out',
          },
        ];
  },
};
