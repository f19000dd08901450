import type { KnativeFeature } from '../../../../lib';
import type { LocatedObject } from '../../manifests';

/** Data of the ConfigMaps of an installation, by name. Missing keys have Knative's defaults. */
export type Installation = Readonly<Record<string, Readonly<Record<string, string>>>>;

const FEATURES = 'config-features';
/** The ConfigMaps that decide what is taken, and what is filled in. */
const DECIDING: readonly string[] = [FEATURES, 'config-defaults'];
/** The key under which Knative ships documentation instead of a value. */
const EXAMPLE = '_example';

/** An installation with flags switched on. */
export function withFeatures(features: readonly KnativeFeature[]): Installation {
  return { [FEATURES]: Object.fromEntries(features.map((feature) => [feature, 'enabled'])) };
}

/** The installation that stands among objects. */
export function installationAmong(objects: readonly LocatedObject[]): Installation {
  return Object.fromEntries(
    objects
      .map(({ manifest }) => manifest)
      .filter(
        ({ apiVersion, kind, metadata }) =>
          apiVersion === 'v1' && kind === 'ConfigMap' && DECIDING.includes(metadata.name),
      )
      .map(({ metadata, data = {} }) => [
        metadata.name,
        Object.fromEntries(Object.entries<string>(data).filter(([key]) => key !== EXAMPLE)),
      ]),
  );
}
