import { ApiObject, Chart } from 'cdk8s';
import type { ISubject } from 'cdk8s-plus-27';
import { Construct, RootConstruct } from 'constructs';
import { CATALOGUE, checkFunction, checkHalves } from '../../checks';
import { acknowledge, check, checkId, freeId, Problem } from '../../errors';
import { containerPatch, variablePatch } from '../../emit/kubernetes';
import { Call, FieldOwner, FunctionFacts, functionSettings, ICallee, ICaller, Party } from '../../program';
import { CallOptions, Exposure, FUNCTION, markCopy, Setting } from '../../values';
import { register, registered } from '../tree/microservice-registry';
import type { Platform } from '../../platform';
import { chartOf } from '../tree/scopes';
import { KnativeServing } from '../../emit/serverless';
import { functionFacts } from './serverless-function-facts';
import { ServerlessFunctionObjects } from './serverless-function-objects';
import type { FunctionExposeOptions, ServerlessFunctionProps } from './serverless-function-props';
import { handToCallee } from './stated-call';
import { surroundingsOf } from './surroundings';

const FUNCTION_SYMBOL = Symbol.for('cdk8s-microservice.ServerlessFunction');

/**
 * A program that runs while there are requests for it: the platform says what starts and stops its replicas; its id is
 * its name.
 */
export class ServerlessFunction extends Construct implements ICaller, ICallee {
  /** Whether a value is a function, of this or of another installed copy of the library. */
  public static isServerlessFunction(x: any): boolean {
    return x !== null && typeof x === 'object' && FUNCTION_SYMBOL in x;
  }

  /** Name of the function and of its objects. */
  public readonly name: string;

  /** @internal */
  public readonly _facts: FunctionFacts;

  private readonly platform: Platform;
  private readonly objects: ServerlessFunctionObjects;
  private readonly outbound: Call[] = [];
  private readonly inbound: Call[] = [];
  private readonly exposures: Exposure[] = [];

  public constructor(scope: Construct, id: string, props: ServerlessFunctionProps) {
    super(scope, freeId(scope, id));
    Object.defineProperty(this, FUNCTION_SYMBOL, { value: true });
    markCopy(this);
    checkId(this, id);
    this.name = id;
    const surroundings = surroundingsOf(this, id, 'function');
    this.platform = surroundings.platform;
    const { outbound, inbound, exposures } = this;
    this._facts = functionFacts(id, props, surroundings, { outbound, inbound, exposures });
    const { functions } = this.platform;
    const home =
      functions === undefined
        ? chartOutsideOfTheProgram()
        : chartOf(scope) === undefined
          ? new Chart(this, 'detached')
          : this;
    this.objects = new ServerlessFunctionObjects(home, this._facts, functions ?? new KnativeServing());
    if (functions !== undefined) this.node.defaultChild = this.objects.workload;
    register(this, this._party.id);
    check(this, () => this.problems());
  }

  /** What runs it, such as the Service of Knative. */
  public get workload(): ApiObject {
    return this.objects.workload;
  }

  /** The ServiceAccount; its token is not mounted. */
  public get serviceAccount(): ISubject {
    return this.objects.serviceAccount;
  }

  /** The NetworkPolicy. */
  public get networkPolicy(): ApiObject {
    return this.objects.networkPolicy;
  }

  /** Every setting in effect, and where it was said; what follows from others with its arithmetic. */
  public get settings(): Setting[] {
    return functionSettings(this._facts);
  }

  /**
   * Fields that somebody else than the program changes while it runs, and who: what a GitOps tool has to leave alone.
   */
  public get ownership(): FieldOwner[] {
    return this.platform.functions?._ownership(this._facts) ?? [];
  }

  /** @internal */
  public get _party(): Party {
    return this._facts.party;
  }

  /** The setting in effect of a name such as `scaling.max`; none where nobody stated it and it has no default. */
  public setting(name: string): Setting | undefined {
    return this.settings.find((setting) => setting.name === name);
  }

  /** States that this function calls a microservice, another function or an external service. */
  public calls(callee: ICallee, options: CallOptions = {}): void {
    const call: Call = { caller: this._party, callee: callee._party, options: { ...options } };
    this.outbound.push(call);
    if (this._facts.settings.values.networkPolicy) callee._party.external?.restrictedCallers.push(this._party);
    handToCallee(this, callee, call);
  }

  /** @internal */
  public _takes(call: Call): void {
    this.inbound.push(call);
  }

  /**
   * Lets traffic from outside of the cluster in, under a host of the platform's domain for functions; it is public
   * where one statement says so.
   */
  public expose(options: FunctionExposeOptions = {}): void {
    const isPublic = options.public === true || this.exposures.some((exposure) => exposure.public);
    const host = this.platform.functions?._exposedHost(this.name, this._facts.namespace);
    this.exposures.splice(0, 1, {
      port: FUNCTION.port,
      public: isPublic,
      ...(host !== undefined && { host }),
      addresses: [],
      allowedSources: [],
      annotations: {},
    });
  }

  /** Merges fields into the final object that runs it; containers, variables and volumes are found by their names. */
  public patch(fields: { [field: string]: any }): void {
    this.objects.workload.addMergePatch(fields);
  }

  /** Merges fields into its container. */
  public patchContainer(fields: { [field: string]: any }): void {
    this.objects.workload.addPatch(containerPatch(this.name, fields));
  }

  /** Merges fields into a variable of its container. */
  public patchVariable(variable: string, fields: { [field: string]: any }): void {
    this.objects.workload.addPatch(variablePatch(this.name, variable, fields));
  }

  /** Accepts findings of a code here; the reason has 10 characters or more. */
  public acknowledge(code: string, reason: string): void {
    acknowledge(this, code, reason, CATALOGUE);
  }

  private problems(): Problem[] {
    const {
      platform: { functions, mesh },
      outbound,
      _facts: facts,
    } = this;
    return [
      ...checkFunction(functions, mesh, facts),
      ...checkHalves({
        cluster: facts.cluster.name,
        outbound,
        accepted: [],
        pathOf: (party) => registered(this, party)?.node.path,
      }),
    ];
  }
}

/** Where nothing runs functions, their objects are in no tree of the program, and so in no output. */
function chartOutsideOfTheProgram(): Chart {
  return new Chart(new RootConstruct(), 'nowhere');
}
