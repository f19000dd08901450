import type { Rule } from '../../../errors';
import { MS5006 } from '../../../emit/mesh';
import { metricsPorts, MicroserviceFacts } from '../../../program';

/** The monitoring of the platform collects the metrics of every port. */
export const MS5006_PORTS: Rule<MicroserviceFacts> = {
  ...MS5006,

  evaluate: ({ monitoring, name, ports, mesh }) => {
    const serving = metricsPorts(ports);
    return !monitoring.scrapes || mesh.scraped !== undefined || !monitoring.onePort || serving.length <= 1
      ? []
      : [
          {
            message: `${monitoring.name} collects the metrics of one port of a pod alone`,
            given: `ports ${serving.map(({ number }) => number).join(', ')} of ${name} serve metrics`,
            allowed: 'one port that serves metrics',
            fix: 'serve all metrics on one port, or use PrometheusOperator',
          },
        ];
  },
};
