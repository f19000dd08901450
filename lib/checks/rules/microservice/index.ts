import type { FindingDefinition, Rule } from '../../../errors';
import type { DeploymentWorkload, Workload } from '../../../program';
import type { Port } from '../../../values';
import { MS1001 } from './ms1001';
import { MS1002 } from './ms1002';
import { MS1003 } from './ms1003';
import { MS1004 } from './ms1004';
import { MS1005 } from './ms1005';
import { MS1006 } from './ms1006';
import { MS1007 } from './ms1007';
import { MS1008 } from './ms1008';
import { MS1009 } from './ms1009';
import { MS1010 } from './ms1010';
import { MS1011 } from './ms1011';
import { MS1012 } from './ms1012';
import { MS1013 } from './ms1013';
import { MS1014 } from './ms1014';
import { MS1015 } from './ms1015';
import { MS1016, MS1016_OF_FUNCTION } from './ms1016';
import { MS1017 } from './ms1017';
import { MS1018 } from './ms1018';
import { MS1019 } from './ms1019';
import { MS1020 } from './ms1020';
import { MS1021 } from './ms1021';
import { MS1023 } from './ms1023';
import { MS1024, MS1024_OF_STACK } from './ms1024';
import { MS1025, MS1025_OF_STACK } from './ms1025';
import { MS1026 } from './ms1026';
import { MS1027_OF_STACK, MS1027_OF_WORKLOAD } from './ms1027';
import { MS1028 } from './ms1028';
import { MS1029 } from './ms1029';
import { MS1031 } from './ms1031';
import { MS1032 } from './ms1032';
import { MS1033 } from './ms1033';
import { MS1034 } from './ms1034';
import { MS1035 } from './ms1035';
import { MS1036 } from './ms1036';
import { MS1050 } from './ms1050';
import { MS1061 } from './ms1061';
import { MS1065_OF_WORKLOAD } from './ms1065';
import { MS1067 } from './ms1067';

export { MS1016_OF_FUNCTION, MS1024_OF_STACK, MS1025_OF_STACK, MS1027_OF_STACK, MS1031 };

/** Rules for microservices and functions. */
export const WORKLOAD_RULES: readonly Rule<Workload>[] = [
  MS1001,
  MS1002,
  MS1003,
  MS1004,
  MS1005,
  MS1006,
  MS1007,
  MS1008,
  MS1009,
  MS1010,
  MS1011,
  MS1012,
  MS1013,
  MS1014,
  MS1015,
  MS1020,
  MS1023,
  MS1024,
  MS1025,
  MS1026,
  MS1028,
  MS1029,
  MS1032,
  MS1034,
  MS1035,
  MS1050,
  MS1061,
  MS1065_OF_WORKLOAD,
  MS1067,
  MS1027_OF_WORKLOAD,
];

/** Rules only for microservices. */
export const MICROSERVICE_RULES: readonly Rule<DeploymentWorkload>[] = [MS1019, MS1021, MS1033, MS1036];

/** Rules for the ports of a microservice, a reference or an external service. */
export const PORT_RULES: readonly Rule<readonly Port[]>[] = [MS1016, MS1017, MS1018];

/** Findings about one microservice or function. */
export const MICROSERVICE_DEFINITIONS: readonly FindingDefinition[] = [
  ...WORKLOAD_RULES,
  ...MICROSERVICE_RULES,
  ...PORT_RULES,
  MS1031,
];
