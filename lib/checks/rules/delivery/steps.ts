import { CanaryStep, CanaryStepKind, Rollout } from '../../../values';

/** A step as programs state it. */
export function describedStep({ _kind: kind, percent, headerName, headerValue }: CanaryStep): string {
  if (kind === CanaryStepKind.HEADER) return `header ${headerName}: ${headerValue}`;
  return kind === CanaryStepKind.APPROVAL ? 'approval' : `${kind} ${percent}`;
}

/** The steps of a kind. */
export function stepsOf({ steps }: Pick<Rollout, 'steps'>, kind: CanaryStepKind): CanaryStep[] {
  return steps.filter((step) => step._kind === kind);
}
