import { Rule, Severity } from '../../../../errors';
import type { DeploymentWorkload } from '../../../../program';
import { mergedPorts } from './merged-ports';

/** The annotation that has the agent of the proxy ask the application for its metrics, true by default. */
const MERGE_METRICS = 'prometheus.istio.io/merge-metrics';

/** The agent of the proxy asks the application for its metrics where the platform merges them. */
export const MS5013: Rule<DeploymentWorkload> = {
  code: 'MS5013',
  title: 'the proxy merges no metrics of the application',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'An annotation of the pods keeps the agent of the proxy from asking the application for its metrics, and ' +
    'nothing else is let in to ask. Leave the annotation out, or have the platform state another access.',
  reads: 'annotations and ports of the microservice, monitoring',

  evaluate: (facts) =>
    mergedPorts(facts).length === 0 || facts.settings.values.podAnnotations[MERGE_METRICS] !== 'false'
      ? []
      : [
          {
            message: `the proxy of ${facts.name} merges no metrics of the application`,
            given: `podAnnotations held ${MERGE_METRICS}: false, and the platform states MetricsAccess.merged()`,
            allowed: 'pods whose agent asks the application',
            fix: 'leave the annotation out, or state another MetricsAccess on the platform',
          },
        ],
};
