import type { DeploymentWorkload } from '../../../../program';
import { placeRows } from '../layout';
import type { DashboardStatement, RowOf } from '../panel';
import { stackTag, TAG } from '../tags';
import { microserviceUid, stackUid } from '../uid';
import { autoscaler } from './autoscaler';
import { backlogs } from './backlogs';
import { budgetLeft } from './budget-left';
import { burnRate } from './burn-rate';
import { CALLEES } from './callees';
import { CALLERS } from './callers';
import { cpu } from './cpu';
import { errors } from './errors';
import { latency } from './latency';
import { memory } from './memory';
import { replicas } from './replicas';
import { restarts } from './restarts';
import { saturation } from './saturation';
import { throttling } from './throttling';
import { traffic } from './traffic';
import { versions } from './versions';
import { volumes } from './volumes';

/** New rows and panels go to the end: the numbers of the others follow from their places. */
const ROWS: readonly RowOf<DeploymentWorkload>[] = [
  { title: 'Golden signals', panels: [traffic, errors, latency, saturation] },
  { title: 'Objectives', panels: [budgetLeft, burnRate] },
  CALLERS,
  CALLEES,
  { title: 'Resources', panels: [cpu, memory, throttling] },
  { title: 'Rollout', panels: [replicas, versions, restarts, autoscaler] },
  { title: 'Backlogs', panels: [backlogs] },
  { title: 'Volumes', panels: [volumes] },
];

/** Dashboard of a microservice. */
export function microserviceDashboard(facts: DeploymentWorkload): DashboardStatement {
  const { namespace, name, partOf } = facts;
  return {
    uid: microserviceUid(facts),
    title: `${namespace} / ${name}`,
    description: `The microservice ${name} of the application stack ${partOf}.`,
    tags: [TAG, stackTag({ namespace, name: partOf }), 'microservice'],
    links: [
      { title: `Stack ${partOf}`, uid: stackUid({ namespace, name: partOf }) },
      { title: 'Microservices', tags: [stackTag({ namespace, name: partOf }), 'microservice'] },
    ],
    rows: placeRows(ROWS, facts),
  };
}
