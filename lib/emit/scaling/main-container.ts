import { DeploymentWorkload } from '../../program';
import { ContainerRole } from '../../values';

/** Name of the microservice's own container. */
export function mainContainer({ containers }: DeploymentWorkload): string {
  return containers.find(({ role }) => role === ContainerRole.MAIN)!.name;
}
