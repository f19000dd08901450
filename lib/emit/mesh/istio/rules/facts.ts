import type { DeploymentWorkload } from '../../../../program';
import type { MeshUse } from '../../mesh';
import type { IstioFacts } from '../istio-facts';

/** An installation of Istio, and the microservices there. */
export interface IstioUse extends MeshUse {
  readonly istio: IstioFacts;
}

/** A microservice and the installation of Istio that it runs in. */
export interface MicroserviceInIstio {
  readonly microservice: DeploymentWorkload;
  readonly istio: IstioFacts;
}
