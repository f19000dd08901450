import type { DeploymentWorkload } from '../../../../program';
import type { IstioFacts } from '../istio-facts';

/** A microservice and the installation of Istio that it runs in. */
export interface MicroserviceInIstio {
  readonly microservice: DeploymentWorkload;
  readonly istio: IstioFacts;
}
