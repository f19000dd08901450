import type { DashboardStackFacts } from '../dashboards';
import { placeRows } from '../layout';
import type { DashboardStatement, RowOf } from '../panel';
import { stackTag, TAG } from '../tags';
import { stackUid } from '../uid';
import { budgets } from './budgets';
import { calls } from './calls';
import { availableReplicas, missingReplicas } from './replicas';

/** New rows and panels go to the end: the numbers of the others follow from their places. */
const ROWS: readonly RowOf<DashboardStackFacts>[] = [
  { title: 'Objectives', panels: [budgets] },
  { title: 'Calls', panels: [calls] },
  { title: 'Replicas', panels: [missingReplicas, availableReplicas] },
];

/** Dashboard of an application stack. */
export function stackDashboard(facts: DashboardStackFacts): DashboardStatement {
  const { namespace, name } = facts;
  return {
    uid: stackUid(facts),
    title: `${namespace} / stack ${name}`,
    description: `The application stack ${name}.`,
    tags: [TAG, stackTag(facts), 'stack'],
    links: [{ title: 'Microservices', tags: [stackTag(facts), 'microservice'] }],
    rows: placeRows(ROWS, {
      ...facts,
      microservices: [...facts.microservices].sort((a, b) => (a.name < b.name ? -1 : 1)),
    }),
  };
}
