import type { Problem } from '../../errors';
import type {
  Activator,
  DeliveryFacts,
  FieldOwner,
  FunctionDefinition,
  FunctionWorkload,
  FunctionSize,
  PodContribution,
  WorkloadRef,
} from '../../program';

/** The object that runs a function. */
export interface FunctionObject extends WorkloadRef {
  readonly annotations: Readonly<Record<string, string>>;
  /** Values that are nothing are left out; asked for when the object is rendered. */
  readonly labels: Readonly<Record<string, () => string | undefined>>;
  readonly spec: () => unknown;
}

/** A problem, and the settings that it follows from. */
export interface SettingProblem {
  readonly settings: readonly string[];
  readonly problem: Problem;
}

/** What runs functions: starts replicas for requests, and stops them when there are none. */
export abstract class Functions {
  /** Name of the provider, for findings. */
  public abstract readonly name: string;

  /**
   * What callers connect to.
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
   * What stands for the controller that brings versions out.
   *
   * @internal
   */
  public abstract _delivery(name: string): DeliveryFacts;

  /**
   * Host under which an exposed function is reached, where it is known.
   *
   * @internal
   */
  public abstract _exposedHost(name: string, namespace: string): string | undefined;

  /**
   * What is added to the pods and to their network policies.
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
   * Settings in effect that its functions cannot have, whoever stated them.
   *
   * @internal
   */
  public abstract _settingProblems(facts: FunctionSize): SettingProblem[];

  /**
   * What is wrong with a function beside its settings.
   *
   * @internal
   */
  public abstract _problems(facts: FunctionWorkload): Problem[];

  /**
   * What is wrong with the statements about what runs functions.
   *
   * @internal
   */
  public abstract _platformProblems(): Problem[];
}
