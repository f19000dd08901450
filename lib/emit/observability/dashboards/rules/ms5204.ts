import { Rule, Severity } from '../../../../errors';
import type { DashboardStatement } from '../panel';
import { largestBytes } from '../size';

/** Kubernetes refuses ConfigMaps whose data are larger: https://kubernetes.io/docs/concepts/configuration/configmap/ */
const MOST_BYTES = 1024 * 1024;

/** A dashboard, and a function that renders it. */
export interface RenderedDashboard {
  readonly statement: DashboardStatement;
  readonly json: () => string;
}

/** A dashboard fits into a ConfigMap; it is rendered only where its largest possible size does not. */
export const MS5204: Rule<RenderedDashboard> = {
  code: 'MS5204',
  title: 'a dashboard is too large',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Kubernetes refuses ConfigMaps and other objects of more than 1 MiB. The dashboard of a microservice ' +
    'grows with its backlogs and objectives, that of a stack with its microservices.',
  reads: 'rendered dashboard',

  evaluate: ({ statement, json }) => {
    if (largestBytes(statement) <= MOST_BYTES) return [];
    const bytes = new TextEncoder().encode(json()).length;
    return bytes <= MOST_BYTES
      ? []
      : [
          {
            message: `the dashboard ${statement.title} is too large`,
            given: `it had ${bytes} bytes`,
            allowed: `${MOST_BYTES} bytes or fewer`,
            fix: 'state fewer backlogs and objectives in one microservice, or divide the stack',
          },
        ];
  },
};
