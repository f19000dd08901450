import type { FindingDefinition, Rule } from '../../../errors';
import type { Edge, DeploymentWorkload, Endpoint, Workload } from '../../../program';
import type { Port } from '../../../values';
import type { PlatformUse } from '../../stack-facts';
import type { HostFacts, KnownService } from './in-cluster-host';
import { MS0014_OF_EXTERNAL_SERVICE } from './ms0014';
import { MS2001 } from './ms2001';
import { MS2002 } from './ms2002';
import { MS2003 } from './ms2003';
import { MS2004 } from './ms2004';
import { MS2005 } from './ms2005';
import { MS2006 } from './ms2006';
import { MS2007 } from './ms2007';
import { MS2008 } from './ms2008';
import { MS2009 } from './ms2009';
import { MS2010 } from './ms2010';
import { MS2011 } from './ms2011';
import { MS2012 } from './ms2012';
import { MS2013_OF_EXTERNAL_SERVICE, MS2013_OF_WORKLOAD } from './ms2013';
import { type CalledService, MS2014_OF_EXTERNAL_SERVICE, MS2014_OF_WORKLOAD } from './ms2014';
import { MS2015 } from './ms2015';
import { MS2016, MS2016_OF_CALL } from './ms2016';
import { MS2018 } from './ms2018';
import { HalfFacts, MS2019 } from './ms2019';
import { BindingFacts, MS2020 } from './ms2020';
import { MS2021, MS2021_OF_CLUSTER } from './ms2021';
import { MS2022 } from './ms2022';
import { MS2023 } from './ms2023';
import { MS2025 } from './ms2025';
import { MS2026 } from './ms2026';
import { MS2030 } from './ms2030';
import { MS2031 } from './ms2031';
import { MS2040 } from './ms2040';
import { MS2045 } from './ms2045';
import { ofExposures } from './of-exposure';

export { type BindingFacts, type CalledService, type HalfFacts, type HostFacts, type KnownService, MS2019 };

/** Rules for one call. */
export const CALL_RULES: readonly Rule<Edge>[] = [
  MS2001,
  MS2002,
  MS2003,
  MS2004,
  MS2006,
  MS2007,
  MS2008,
  MS2009,
  MS2010,
  MS2011,
  MS2018,
  MS2022,
  MS2023,
  MS2025,
  MS2016_OF_CALL,
];

/** Rules for all calls and exposures of a microservice or function. */
export const CALLER_RULES: readonly Rule<Workload>[] = [MS2005, MS2013_OF_WORKLOAD, MS2014_OF_WORKLOAD, MS2021];

/** Rules only for calls and exposures of microservices. */
export const EXPOSURE_RULES: readonly Rule<DeploymentWorkload>[] = [
  MS2016,
  MS2040,
  ...[MS2006, MS2007, MS2008, MS2023, MS2025].map(ofExposures),
];

/** Rules for the ports of an endpoint. */
export const METRICS_PORT_RULES: readonly Rule<readonly Port[]>[] = [MS2045];

/** Rules for the cluster of a platform, by what its workloads call. */
export const CLUSTER_RULES: readonly Rule<PlatformUse>[] = [MS2015, MS2021_OF_CLUSTER];

/** Rules for an external service. */
export const EXTERNAL_SERVICE_RULES: readonly Rule<Endpoint>[] = [
  MS0014_OF_EXTERNAL_SERVICE,
  MS2012,
  MS2013_OF_EXTERNAL_SERVICE,
  MS2026,
];

/** Rules for an external service and the calls to it. */
export const CALLED_SERVICE_RULES: readonly Rule<CalledService>[] = [MS2014_OF_EXTERNAL_SERVICE];

/** Rules for the host of an external service. */
export const HOST_RULES: readonly Rule<HostFacts>[] = [MS2031];

/** Rules for references to microservices of the same app. */
export const HALF_RULES: readonly Rule<HalfFacts>[] = [MS2019, MS2030];

/** Rules for roles that are bound to a service account. */
export const BINDING_RULES: readonly Rule<BindingFacts>[] = [MS2020];

/** Findings about calls and exposures. */
export const CALL_DEFINITIONS: readonly FindingDefinition[] = [
  ...CALL_RULES,
  ...CALLER_RULES,
  ...EXPOSURE_RULES,
  ...METRICS_PORT_RULES,
  ...CLUSTER_RULES,
  ...EXTERNAL_SERVICE_RULES,
  ...CALLED_SERVICE_RULES,
  ...HALF_RULES,
  ...HOST_RULES,
  ...BINDING_RULES,
];
