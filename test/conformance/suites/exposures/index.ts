import type { Suite } from '../../suite';
import { MESH_JUDGES } from '../../suite-judges';
import { judgeProxies } from '../istio/proxies';
import { judgeGateway } from './at-gateway';
import { judgeCallers } from './callers';
import { Running, start } from './running';

/** Tests that a real gateway answers clients as exposures state it, and proxies callers that are no usual ones. */
export const exposures: Suite = {
  name: 'exposures',
  decides:
    'a real gateway answers clients outside as exposures state it, and real proxies answer callers by HTTP/1.0 and ' +
    'without a sidecar as stated',
  judges: MESH_JUDGES,
  needs: ['namespaces', 'user ids', 'openssl'],
  load: { seconds: 40, cores: 0.8 },
  run: async (context) => {
    let running: Running | undefined;
    try {
      await context.judge('the shop', 'its pods, their proxies and the gateway run', async () => {
        running = await start(context.scratch);
        const { cluster, gateway, stranger, cart, web, llm } = running;
        return judgeProxies({ istiod: cluster.istiod, inMesh: [gateway, stranger, cart, web, llm] });
      });
      if (running === undefined) return;
      await judgeGateway(context, running);
      await judgeCallers(context, running);
    } finally {
      await running?.cluster.stop();
    }
  },
};
