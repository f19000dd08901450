import { Suite } from '../../suite';
import { MESH_JUDGES } from '../../suite-judges';
import { judgeManifests } from './manifests';
import { judgeOnlineBoutique } from './online-boutique';
import { judgeTraffic } from './traffic';

/** Tests that Istio and its proxies accept every object and treat requests by the policies. */
export const istio: Suite = {
  name: 'istio',
  decides: 'Istio finds nothing wrong with any object, and its proxies treat requests as policies say',
  judges: MESH_JUDGES,
  needs: ['namespaces', 'user ids', 'openssl'],
  load: { seconds: 200, cores: 0.6 },
  run: async (context) => {
    await judgeManifests(context);
    await judgeTraffic(context);
    await judgeOnlineBoutique(context);
  },
};
