import type { FindingDefinition, Rule } from '../../../../errors';
import type { DeploymentWorkload, Workload } from '../../../../program';
import type { IstioFacts } from '../istio-facts';
import type { IstioUse, MicroserviceInIstio } from './facts';
import { type JobInIstio, MS1088_PROXY } from './ms1088';
import { MS2024_PORTS } from './ms2024';
import { MS4001_CLUSTERS } from './ms4001';
import { MS4003, MS4003_OF_JOB } from './ms4003';
import { MS4004 } from './ms4004';
import { MS4005 } from './ms4005';
import { MS4006, MS4006_OF_JOB } from './ms4006';
import { MS4007 } from './ms4007';
import { MS4008, MS4008_GATEWAY } from './ms4008';
import { MS4009, MS4009_NATIVE_SIDECARS } from './ms4009';
import { MS4010 } from './ms4010';
import { MS4011_CALLS } from './ms4011';
import { type FinalPods, MS4013, MS4013_OF_PODS } from './ms4013';
import { MS4020 } from './ms4020';
import { MS5006_PROXY } from './ms5006';
import { MS5013 } from './ms5013';

/** Rules for an installation of Istio. */
export const PLATFORM_RULES: readonly Rule<IstioFacts>[] = [MS4009];

/** Rules for an installation of Istio, by what all microservices need of it. */
export const PLATFORM_USE_RULES: readonly Rule<IstioUse>[] = [MS4008_GATEWAY, MS4009_NATIVE_SIDECARS];

/** Rules for a workload of any kind in any installation of Istio. */
export const WORKLOAD_RULES: readonly Rule<Workload>[] = [MS4001_CLUSTERS, MS4005, MS4010, MS4011_CALLS, MS4013];

/** Rules only for microservices in any installation of Istio. */
export const MICROSERVICE_RULES: readonly Rule<DeploymentWorkload>[] = [MS4004, MS4007, MS5006_PROXY, MS5013];

/** Rules only for jobs in one installation of Istio. */
export const JOB_RULES: readonly Rule<JobInIstio>[] = [MS1088_PROXY, MS4003_OF_JOB, MS4006_OF_JOB];

/** Rules for a microservice in one installation of Istio. */
export const INSTALLATION_RULES: readonly Rule<MicroserviceInIstio>[] = [MS2024_PORTS, MS4003, MS4006, MS4008, MS4020];

/** Rules for the pods of a microservice with their patches. */
export const POD_RULES: readonly Rule<FinalPods>[] = [MS4013_OF_PODS];

/** Findings about Istio. */
export const ISTIO_DEFINITIONS: readonly FindingDefinition[] = [
  ...PLATFORM_RULES,
  ...PLATFORM_USE_RULES,
  ...WORKLOAD_RULES,
  ...MICROSERVICE_RULES,
  ...INSTALLATION_RULES,
];
