import { expectFields } from '../decision/matching';
import { NEW, OLD, RolloutState, SETTLED, wantedReplicas } from './argo-state';
import type { Manifest } from './cluster';

const FIELDS = [
  'activeService',
  'previewService',
  'autoPromotionEnabled',
  'scaleDownDelaySeconds',
  'abortScaleDownDelaySeconds',
  'maxUnavailable',
];

/** Every state of a switch, in order. */
export function blueGreenStates({ metadata: { name: title }, spec }: Manifest): RolloutState[] {
  const { blueGreen } = spec.strategy;
  expectFields(blueGreen, FIELDS, `the switch of Rollout ${title}`);
  const { activeService, previewService } = blueGreen;
  const count = wantedReplicas(spec);
  const [before, both, after] = [{ [OLD]: count }, { [OLD]: count, [NEW]: count }, { [NEW]: count }];
  const targets = (active: string, preview: string) => ({
    [activeService]: active,
    ...(previewService !== undefined && { [previewService]: preview }),
  });
  const at = (
    name: string,
    replicas: RolloutState['replicas'],
    to: RolloutState['targets'],
    weight: number,
  ): RolloutState => ({ name, replicas, targets: to, expected: { weight } });
  return [
    at('as it is applied', before, {}, 0),
    at(SETTLED, before, targets(OLD, OLD), 0),
    // The preview Service is moved before there are pods that are ready.
    at('previewed', both, targets(OLD, NEW), 0),
    at('switched', both, targets(NEW, NEW), 100),
    at('alone', after, targets(NEW, NEW), 100),
    at('switched back', both, targets(OLD, NEW), 0),
  ];
}
