import type { Rule } from '../../../errors';
import { MS5006 } from '../../../emit/mesh';
import { metricsPorts, DeploymentWorkload } from '../../../program';

/** The monitoring of the platform collects the metrics of every port. */
export const MS5006_PORTS: Rule<DeploymentWorkload> = {
  ...MS5006,

  evaluate: ({ monitoring, name, ports, proxied }) => {
    if (!monitoring.scrapes || proxied || !monitoring.onePort) return [];
    const serving = metricsPorts(ports);
    return serving.length <= 1
      ? []
      : [
          {
            message: `${monitoring.name} collects the metrics of only one port of a pod`,
            given: `ports ${serving.map(({ number }) => number).join(', ')} of ${name} serve metrics`,
            allowed: 'one port that serves metrics',
            fix: 'serve all metrics on one port, or use PrometheusOperator',
          },
        ];
  },
};
