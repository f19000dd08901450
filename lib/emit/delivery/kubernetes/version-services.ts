import type { IServiceSpec } from 'kubernetes-models/v1/ServiceSpec';
import { serviceSpec } from '../../kubernetes';
import type { DeploymentWorkload } from '../../../program';

/** A Service that covers one version: the pods of one instance. */
export function versionServiceSpec(facts: DeploymentWorkload, instance: string): IServiceSpec {
  return {
    ...serviceSpec(facts),
    selector: { 'app.kubernetes.io/name': facts.name, 'app.kubernetes.io/instance': instance },
  };
}
