import type { DeploymentWorkload } from '../../../../program';
import type { MeshSeries } from '../../../../values';
import type { Panel, PanelOf, RowOf } from '../panel';
import { meshInbound } from '../sources';
import { peerErrors, peerLatency, peerTraffic } from './peers';

type MakePanel = (series: MeshSeries) => Panel | undefined;

/** Requests of each caller, as the mesh counts them. */
export const CALLERS: RowOf<DeploymentWorkload> = {
  title: 'Callers',
  panels: [
    of(({ inbound, callerLabel }) => peerTraffic('Requests of callers', 'caller', inbound, callerLabel)),
    of(({ inbound, callerLabel }) => peerErrors('Errors of callers', 'caller', inbound, callerLabel)),
    of(({ inbound, callerLabel }) => peerLatency('Latency of callers, p99', 'caller', inbound, callerLabel)),
  ],
};

function of(make: MakePanel): PanelOf<DeploymentWorkload> {
  return (facts) => {
    const series = meshInbound(facts);
    return series === undefined ? undefined : make(series);
  };
}
