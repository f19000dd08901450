import type { Problem } from '../../errors';
import type {
  Activator,
  FieldOwner,
  FunctionDefinition,
  FunctionWorkload,
  PodIdentity,
  FunctionSize,
  PodContribution,
  WorkloadRef,
} from '../../program';

/** The object that runs a function. */
export interface FunctionObject extends WorkloadRef {
  readonly annotations: Readonly<Record<string, string>>;
  /** Content of the object, without undefined values. It is read when the object is rendered. */
  readonly labels: Readonly<Record<string, () => string | undefined>>;
  readonly spec: () => unknown;
}

/** A problem, and the settings that it follows from. */
export interface SettingProblem {
  readonly settings: readonly string[];
  readonly problem: Problem;
}

/** Runs functions: starts replicas for requests, and stops them without requests. */
export abstract class Functions {
  /** Name of the provider, for findings. */
  public abstract readonly name: string;

  /**
   * Resolves the activator of a function: the address that callers connect to.
   *
   * @internal
   */
  public abstract readonly _activator: Activator;

  /**
   * Names of the settings that its functions can have.
   *
   * @internal
   */
  public abstract readonly _settingNames: readonly string[];

  /**
   * Names of the variables that it adds behind those of a container.
   *
   * @internal
   */
  public abstract readonly _variables: readonly string[];

  /**
   * Labels of the pods of a function.
   *
   * @internal
   */
  public abstract _pods(name: string): PodIdentity;

  /**
   * Host under which an exposed function is reached, where it is known.
   *
   * @internal
   */
  public abstract _exposedHost(name: string, namespace: string): string | undefined;

  /**
   * Contribution to the pods and to their network policies.
   *
   * @internal
   */
  public abstract _contribution(facts: FunctionWorkload): PodContribution;

  /**
   * The object that runs a function.
   *
   * @internal
   */
  public abstract _workload(definition: FunctionDefinition, workload: () => FunctionWorkload): FunctionObject;

  /**
   * Fields that it changes, of objects of the program.
   *
   * @internal
   */
  public abstract _ownership(facts: FunctionWorkload): FieldOwner[];

  /**
   * Settings in effect that its functions cannot have, at whatever level they are stated.
   *
   * @internal
   */
  public abstract _settingProblems(facts: FunctionSize): SettingProblem[];

  /**
   * Problems of a function, in addition to those of its settings.
   *
   * @internal
   */
  public abstract _problems(facts: FunctionWorkload): Problem[];

  /**
   * Problems of the provider's own props.
   *
   * @internal
   */
  public abstract _platformProblems(): Problem[];
}
