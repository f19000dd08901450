/* eslint-disable no-restricted-globals, @typescript-eslint/no-require-imports, house/import-direction --
   the one optional package: it takes 0.1 s to load, which only programs with dashboards shall wait for */
import type * as bargauge from '@grafana/grafana-foundation-sdk/bargauge';
import type * as common from '@grafana/grafana-foundation-sdk/common';
import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import type * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import type * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';

/** The parts of the Grafana Foundation SDK that dashboards are built by. */
export interface FoundationSdk {
  readonly bargauge: typeof bargauge;
  readonly common: typeof common;
  readonly dashboard: typeof dashboard;
  readonly prometheus: typeof prometheus;
  readonly table: typeof table;
  readonly timeseries: typeof timeseries;
}

let loaded: FoundationSdk | false | undefined;

/** The SDK, loaded at first use. Undefined where it is not installed. */
export function foundationSdk(): FoundationSdk | undefined {
  loaded ??= load();
  return loaded === false ? undefined : loaded;
}

function load(): FoundationSdk | false {
  try {
    return {
      bargauge: require('@grafana/grafana-foundation-sdk/bargauge') as typeof bargauge,
      common: require('@grafana/grafana-foundation-sdk/common') as typeof common,
      dashboard: require('@grafana/grafana-foundation-sdk/dashboard') as typeof dashboard,
      prometheus: require('@grafana/grafana-foundation-sdk/prometheus') as typeof prometheus,
      table: require('@grafana/grafana-foundation-sdk/table') as typeof table,
      timeseries: require('@grafana/grafana-foundation-sdk/timeseries') as typeof timeseries,
    };
  } catch {
    return false;
  }
}
