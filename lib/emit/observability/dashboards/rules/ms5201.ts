import { Rule, Severity } from '../../../../errors';
import { foundationSdk } from '../foundation-sdk';

/** A provider of dashboards. */
export interface DashboardProvider {
  readonly name: string;
}

/** The Grafana Foundation SDK is installed. */
export const MS5201: Rule<DashboardProvider> = {
  code: 'MS5201',
  title: 'dashboards cannot be built',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Dashboards are built by the Grafana Foundation SDK, an optional package that only programs with ' +
    'dashboards load. Install it beside the library, in the version that the library names as its peer.',
  reads: 'dashboards of the platform',

  evaluate: ({ name }) =>
    foundationSdk() !== undefined
      ? []
      : [
          {
            message: 'dashboards cannot be built',
            given: `${name} was stated, and @grafana/grafana-foundation-sdk cannot be loaded`,
            allowed: 'dashboards where the package is installed',
            fix: 'npm install --save-dev @grafana/grafana-foundation-sdk@0.0.21',
          },
        ],
};
