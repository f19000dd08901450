import { ACCESS_RULES } from './api-server/access';
import { CONFIGURATION_RULES } from './api-server/configuration';
import { CONTAINER_RULES } from './api-server/container';
import { METADATA_RULES } from './api-server/metadata';
import { NETWORK_RULES } from './api-server/network';
import { POD_RULES } from './api-server/pod';
import { PROBE_RULES } from './api-server/probe';
import { AnyManifest, Rule, subjectOf } from './api-server/rule';
import { SCALING_RULES } from './api-server/scaling';
import { SERVICE_RULES } from './api-server/service';
import { WORKLOAD_RULES } from './api-server/workload';
import { Problem } from './judge/problem';

/**
 * Rules that the API server enforces in code and no schema has.
 *
 * A few reject what the server accepts or repairs silently, and say so. They follow upstream's rules, independently of
 * the library.
 */
export const API_SERVER_RULES: readonly Rule[] = [
  ...METADATA_RULES,
  ...WORKLOAD_RULES,
  ...POD_RULES,
  ...CONTAINER_RULES,
  ...PROBE_RULES,
  ...SERVICE_RULES,
  ...NETWORK_RULES,
  ...SCALING_RULES,
  ...ACCESS_RULES,
  ...CONFIGURATION_RULES,
];

/** Violations of the rules by a manifest that its schema admits. */
export function brokenRules(manifest: unknown): Problem[] {
  const subject = subjectOf(manifest as AnyManifest);
  return API_SERVER_RULES.flatMap(({ check }) => [...check(subject)]);
}
