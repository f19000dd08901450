import { ContainerRole, MicroserviceFacts } from '../model';

/** Name of the microservice's own container. */
export function mainContainer({ containers }: MicroserviceFacts): string {
  return containers.find(({ role }) => role === ContainerRole.MAIN)!.name;
}
