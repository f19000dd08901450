import type { IConstruct } from 'constructs';
import { checkDelivery, checkHalves, checkMesh, checkMicroservice, checkScaling, checkWayIn } from '../../checks';
import { eachApart, type Problem } from '../../errors';
import { MS2024 } from '../../emit/mesh';
import type { DeploymentWorkload } from '../../program';
import type { Platform } from '../../platform';
import { otherHostOwner } from '../tree/registry';
import { halfFacts } from './half-facts';

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
  const owner = otherHostOwner(microservice, host);
  return owner === undefined
    ? []
    : [
        {
          definition: MS2024,
          message: `the host ${host} is exposed twice`,
          given: `${owner} is exposed under it too`,
          allowed: 'a host of its own for each microservice',
          fix: 'state another host for one of them',
        },
      ];
}
