import type { StackPart } from '../../checks';
import { isFaulty } from '../../errors';
import type { DeploymentWorkload, FunctionWorkload, JobWorkload } from '../../program';
import type { StackMember } from './stack-state';

/** Workloads of a stack as they are resolved; the lists grow as more are stated. */
export class StackMembers implements StackPart {
  public constructor(
    public readonly id: string,
    private readonly ofMicroservices: readonly StackMember<DeploymentWorkload>[],
    private readonly ofFunctions: readonly StackMember<FunctionWorkload>[],
    private readonly ofJobs: readonly StackMember<JobWorkload>[],
  ) {}

  public get microservices(): DeploymentWorkload[] {
    return sound(this.ofMicroservices);
  }

  public get functions(): FunctionWorkload[] {
    return sound(this.ofFunctions);
  }

  public get jobs(): JobWorkload[] {
    return sound(this.ofJobs);
  }
}

/** Facts of the members without faults in their arguments; those that cannot be resolved are reported at the member. */
function sound<Facts>(members: readonly StackMember<Facts>[]): Facts[] {
  return members
    .filter(({ workload }) => !isFaulty(workload))
    .flatMap(({ facts }) => {
      try {
        return [facts()];
      } catch {
        return [];
      }
    });
}
