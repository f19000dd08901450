import type { Suite } from '../suite';
import { apiServer } from './api-server';
import { argoRollouts } from './argo-rollouts';
import { canaryTraffic } from './canary-traffic';
import { clusterBehaviour } from './cluster-behaviour';
import { exposures } from './exposures';
import { flagger } from './flagger';
import { functions } from './functions';
import { harness } from './harness';
import { helm } from './helm';
import { istio } from './istio';
import { keda } from './keda';
import { networkPolicy } from './network-policy';
import { peers } from './peers';
import { prometheus } from './prometheus';
import { randomSystems } from './random-systems';
import { randomTraffic } from './random-traffic';
import { scaleToZero } from './scale-to-zero';
import { scraping } from './scraping';

/** All suites, in the order in which they run. */
export const SUITES: readonly Suite[] = [
  harness,
  apiServer,
  networkPolicy,
  peers,
  prometheus,
  helm,
  functions,
  randomSystems,
  clusterBehaviour,
  istio,
  exposures,
  randomTraffic,
  scraping,
  argoRollouts,
  canaryTraffic,
  flagger,
  keda,
  scaleToZero,
];
