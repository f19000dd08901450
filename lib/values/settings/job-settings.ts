import { Duration } from 'cdk8s';
import { LIBRARY_SETTINGS } from './defaults';
import type { MicroserviceSettings } from './settings';

/** Settings of the library for jobs: their pods serve nobody, so nothing waits for callers, and nothing is spread. */
export const JOB_SETTINGS: MicroserviceSettings = Object.freeze({
  ...LIBRARY_SETTINGS,
  lifecycle: {
    ...LIBRARY_SETTINGS.lifecycle,
    minReady: Duration.seconds(0),
    endpointPropagation: Duration.seconds(0),
  },
  pod: { ...LIBRARY_SETTINGS.pod, placement: { topologySpread: [] } },
});
