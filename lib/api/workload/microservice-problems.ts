import type { IConstruct } from 'constructs';
import { checkDelivery, checkHalves, checkMesh, checkMicroservice, checkScaling, checkWayIn } from '../../checks';
import { eachApart, type Problem } from '../../errors';
import { MS2024 } from '../../emit/mesh';
import { type DeploymentWorkload, overlap } from '../../program';
import type { Platform } from '../../platform';
import { otherHostOwner } from '../tree/registry';
import { halfFacts } from './half-facts';
import { hasState, stateOf } from './workload-state';

/** Findings of a microservice. */
export function microserviceProblems(
  microservice: IConstruct,
  { mesh, autoscaling, delivery, wayIn }: Platform,
  facts: DeploymentWorkload,
): Problem[] {
  const { exposures } = facts;
  return eachApart({
    'the microservice': () => checkMicroservice(facts),
    'its mesh': () => checkMesh(mesh, facts),
    'its way in': () => checkWayIn(wayIn, mesh, facts),
    'its scaling': () => checkScaling(autoscaling, facts),
    'its delivery': () => checkDelivery(delivery, facts),
    'its hosts': () => exposures.flatMap(({ host }) => (host === undefined ? [] : sharedHost(microservice, host))),
    'its halves of calls': () => checkHalves(halfFacts(microservice, facts)),
  });
}

function sharedHost(microservice: IConstruct, host: string): Problem[] {
  const owner = otherHostOwner(microservice, host, (other) => !tellsApart(microservice, other, host));
  return owner === undefined
    ? []
    : [
        {
          definition: MS2024,
          message: `the host ${host} is exposed twice`,
          given: `${owner} is exposed under it too`,
          allowed: 'a host of its own for each microservice; at a Gateway or Ingress class that they share, paths',
          fix: 'state another host for one of them',
        },
      ];
}

/** True where a gateway that two workloads share tells their requests to a host apart. */
function tellsApart(one: IConstruct, other: IConstruct, host: string): boolean {
  if (!hasState(one) || !hasState(other)) return false;
  const [own, theirs] = [stateOf(one), stateOf(other)];
  const shared = own.definition.wayIn?.sharedBy;
  if (shared === undefined || theirs.definition.wayIn?.sharedBy !== shared) return false;
  if (own.definition.cluster.name !== theirs.definition.cluster.name) return true;
  const requestsTo = ({ statements: { exposures } }: typeof own) =>
    exposures.filter((exposure) => exposure.host === host).map(({ options = {} }) => options);
  return requestsTo(own).every((each) => requestsTo(theirs).every((another) => !overlap(each, another)));
}
