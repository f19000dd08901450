import type { FindingDefinition, Rule } from '../../../errors';
import type { Edge, DeploymentWorkload, JobWorkload, Workload } from '../../../program';
import type { PlatformUse } from '../../stack-facts';
import { MS1042 } from './ms1042';
import { MS1043 } from './ms1043';
import { MS1044 } from './ms1044';
import { MS5001, MS5001_EXTERNAL, MS5001_PROMISE } from './ms5001';
import { MS5002 } from './ms5002';
import { MS5003_REQUEST_METRICS } from './ms5003';
import { MS5004 } from './ms5004';
import { MS5005 } from './ms5005';
import { MS5006_PORTS } from './ms5006';
import { MS5007 } from './ms5007';
import { MS5008 } from './ms5008';
import { MS5009 } from './ms5009';
import { MS5010 } from './ms5010';
import { MS5011 } from './ms5011';
import { MS5012 } from './ms5012';
import { MS5101_WORKLOAD } from './ms5101';
import { MS5102 } from './ms5102';
import { MS5103, MS5103_OF_JOB } from './ms5103';
import { MS5301, MS5301_MICROSERVICE } from './ms5301';
import { MS5302, MS5302_AGENT, MS5302_ENDPOINT } from './ms5302';
import { MS5303, MS5303_MICROSERVICE } from './ms5303';
import { MS5304 } from './ms5304';
import { MS5305, MS5305_PLATFORM, MS5305_PROXY } from './ms5305';
import { MS5310 } from './ms5310';
import { MS5311 } from './ms5311';
import { MS5401, MS5401_RETENTION } from './ms5401';
import { MS5402, MS5402_RETENTION } from './ms5402';

export { MS5001_EXTERNAL };

/** Rules for tracing and logging of microservices and functions. */
export const TELEMETRY_RULES: readonly Rule<Workload>[] = [
  MS5301_MICROSERVICE,
  MS5302_AGENT,
  MS5302_ENDPOINT,
  MS5303_MICROSERVICE,
  MS5304,
  MS5305_PROXY,
  MS5401_RETENTION,
  MS5402_RETENTION,
];

/** Rules for metrics, objectives and alerts of microservices, and for the collector of spans. */
export const OBSERVABILITY_RULES: readonly Rule<DeploymentWorkload>[] = [
  MS1042,
  MS1043,
  MS5001,
  MS5003_REQUEST_METRICS,
  MS5005,
  MS5006_PORTS,
  MS5007,
  MS5008,
  MS5009,
  MS5010,
  MS5011,
  MS5012,
  MS5101_WORKLOAD,
  MS5102,
  MS5103,
  MS5311,
];

/** Rules for alerts of jobs. */
export const OBSERVABILITY_JOB_RULES: readonly Rule<JobWorkload>[] = [MS5101_WORKLOAD, MS5103_OF_JOB];

/** Rules for promises and traces of calls. */
export const OBSERVABILITY_CALL_RULES: readonly Rule<Edge>[] = [MS5001_PROMISE, MS5305];

/** Rules for the observability of platforms. */
export const OBSERVABILITY_PLATFORM_RULES: readonly Rule<PlatformUse>[] = [
  MS1044,
  MS5002,
  MS5004,
  MS5301,
  MS5302,
  MS5303,
  MS5305_PLATFORM,
  MS5310,
  MS5401,
  MS5402,
];

/** Findings about observability. */
export const OBSERVABILITY_RULE_DEFINITIONS: readonly FindingDefinition[] = [
  ...TELEMETRY_RULES,
  ...OBSERVABILITY_RULES,
  ...OBSERVABILITY_CALL_RULES,
  ...OBSERVABILITY_PLATFORM_RULES,
];
