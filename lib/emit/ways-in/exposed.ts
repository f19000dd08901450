import type { DeploymentWorkload } from '../../program';
import { exposedNumber, type Exposure, type Port } from '../../values';

/** An exposure with its port. */
export interface ExposedPort {
  readonly exposure: Exposure;
  readonly port: Port;
}

/** Exposures of a workload with their ports; those that name none are reported. */
export function exposed({ exposures, ports }: Pick<DeploymentWorkload, 'exposures' | 'ports'>): ExposedPort[] {
  return exposures.flatMap((exposure) => {
    const port = ports.find(({ number }) => number === exposedNumber(exposure, ports));
    return port === undefined ? [] : [{ exposure, port }];
  });
}
