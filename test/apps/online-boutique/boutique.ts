import { Environment, environments } from '../../../apps/online-boutique/environments';
import { onlineBoutique } from '../../../apps/online-boutique/online-boutique';
import { App } from '../../../lib';
import { ManifestObject, synthesize } from '../../support/manifests';

/** Where Online Boutique is synthesized for. */
export type EnvironmentName = keyof typeof environments;

/** The names of all environments. */
export const ENVIRONMENTS = Object.keys(environments) as EnvironmentName[];

/** Those on whose clusters Istio runs. */
export const WITH_ISTIO: readonly EnvironmentName[] = ['flagger', 'istio', 'keda'];

/** The manifests of Online Boutique for an environment. */
export function manifestsFor(environment: EnvironmentName): ManifestObject[] {
  const { platform, acknowledged = {}, ...options }: Environment = environments[environment];
  const app = new App();
  const stack = onlineBoutique(app, platform, options);
  for (const [code, reason] of Object.entries(acknowledged)) stack.acknowledge(code, reason);
  return synthesize(app);
}
