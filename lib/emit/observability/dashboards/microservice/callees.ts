import type { DeploymentWorkload } from '../../../../program';
import type { MeshSeries } from '../../../../values';
import type { Panel, PanelOf, RowOf } from '../panel';
import { meshOutbound } from '../sources';
import { peerErrors, peerLatency, peerTraffic } from './peers';

type MakePanel = (series: MeshSeries) => Panel | undefined;

/** Requests to each callee, as the mesh counts them. */
export const CALLEES: RowOf<DeploymentWorkload> = {
  title: 'Callees',
  panels: [
    of(({ outbound, calleeLabel }) => peerTraffic('Requests to callees', 'callee', outbound, calleeLabel)),
    of(({ outbound, calleeLabel }) => peerErrors('Errors of callees', 'callee', outbound, calleeLabel)),
    of(({ outbound, calleeLabel }) => peerLatency('Latency of callees, p99', 'callee', outbound, calleeLabel)),
  ],
};

function of(make: MakePanel): PanelOf<DeploymentWorkload> {
  return (facts) => {
    const series = meshOutbound(facts);
    return series === undefined ? undefined : make(series);
  };
}
