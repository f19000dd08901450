import type { Findings } from '../../suite';
import { located } from './complaints';
import { analyzeCluster } from './istioctl';
import { SHOP, SURROUNDINGS } from './policies';
import type { Shop } from './shop';

/** Findings of all of Istio's analysers on the microservices' namespace, those of Services and Pods included. */
export async function analyzed({ controlPlane }: Shop): Promise<Findings> {
  const complaints = (await analyzeCluster(controlPlane.kubeconfig)).filter(
    ({ namespace, name }) => (namespace ?? name ?? SHOP) === SHOP,
  );
  return { judged: SURROUNDINGS.length, problems: complaints.map((complaint) => located(complaint, [])) };
}
