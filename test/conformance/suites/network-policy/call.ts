import type { ContainerPort } from './endpoints';

/** An edge as text: `Deployment shop/web -> Deployment shop/cart:7070/TCP`. */
export type Call = string;

/** A call as text. */
export function call(caller: string, callee: string, port: ContainerPort): Call {
  return `${caller} -> ${portTitle(callee, port)}`;
}

/** True for a call between the replicas of one workload. */
export function isOfItself(each: Call): boolean {
  const [caller, callee] = each.split(' -> ');
  return callee!.startsWith(`${caller}:`);
}

/** A workload's port as text. */
export function portTitle(workload: string, { number, protocol }: ContainerPort): string {
  return `${workload}:${number}/${protocol}`;
}
