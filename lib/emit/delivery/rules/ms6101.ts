import { FindingDefinition, Severity } from '../../../errors';

/** Invalid candidate. */
export const MS6101: FindingDefinition = {
  code: 'MS6101',
  title: 'invalid candidate',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Where no controller walks the steps of a canary, the platform states candidates: the image of a new ' +
    'version and the weight of one of the steps, for microservices with `Rollout.canary()` whose requests a mesh ' +
    'splits.',
  reads: 'candidates of the platform, rollout and ports of the microservice, mesh',
};
