import { approximate, EXACT } from '../../../program';
import { WayInFeature, type WayInFeatureTable } from '../features';
import { SERVICE_FEATURES } from '../load-balancer/features';

/** Features of node ports. */
export const NODE_PORT_FEATURES: WayInFeatureTable = {
  ...SERVICE_FEATURES,
  [WayInFeature.NODE_PORT]: EXACT,
  [WayInFeature.ALLOWED_SOURCES]: approximate(
    'network policies alone tell clients apart, where a plugin carries them out',
  ),
};
