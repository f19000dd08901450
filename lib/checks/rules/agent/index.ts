import type { MeshUses } from '../../../emit/mesh';
import type { FindingDefinition, Rule } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import type { PlatformUse } from '../../stack-facts';
import { MS1090 } from './ms1090';
import { MS1091 } from './ms1091';
import { MS1092 } from './ms1092';
import { MS1093, MS1093_OF_NODES } from './ms1093';
import { MS1094 } from './ms1094';
import { MS1095 } from './ms1095';
import { MS1096 } from './ms1096';
import { MS1097 } from './ms1097';

/** Rules for agents, and for the ports of nodes that any workload takes. */
export const AGENT_RULES: readonly Rule<DeploymentWorkload>[] = [
  MS1090,
  MS1091,
  MS1092,
  MS1093,
  MS1094,
  MS1096,
  MS1097,
];

/** Rules for agents in a mesh, or without one. */
export const AGENT_MESH_RULES: readonly Rule<MeshUses>[] = [MS1095];

/** Rules for agents that share nodes. */
export const AGENT_NODE_RULES: readonly Rule<PlatformUse>[] = [MS1093_OF_NODES];

/** Findings about agents. */
export const AGENT_DEFINITIONS: readonly FindingDefinition[] = [...AGENT_RULES, ...AGENT_MESH_RULES];
