import type { ApiObject } from 'cdk8s';
import type { ISubject } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { CATALOGUE } from '../../checks';
import { acknowledge, checkId, freeId, idText, keepSecrets, WORKLOAD } from '../../errors';
import { containerPatch, type Manifest, objectPatch, Patch, variablePatch } from '../../emit/kubernetes';
import type { Call, Endpoint, FieldOwner } from '../../program';
import { type CallOptions, callStatement, type Setting } from '../../values';
import { frozen, markCopy } from '../../arguments';
import { ENDPOINT, type ICallee, type ICaller } from '../caller-and-callee';
import { checkScope } from '../tree/other-copy';
import { handToCallee, throughActivator } from './stated-call';
import { stateOf } from './workload-state';

/** Base of all workloads: a program that calls. Its id is its name. */
export abstract class AbstractCaller extends Construct implements ICaller {
  /** Name of the workload and of its objects. */
  public readonly name: string;

  protected constructor(scope: Construct, id: string) {
    super(scope, freeId(scope, id));
    markCopy(this);
    checkId(this, id);
    checkScope(this);
    this.name = idText(id);
  }

  /** Object that runs the pods, such as a Deployment. */
  public get workload(): ApiObject {
    return stateOf(this).objects.workload;
  }

  /** ServiceAccount of the pods. */
  public get serviceAccount(): ISubject {
    return stateOf(this).objects.serviceAccount;
  }

  /** NetworkPolicy of the pods. */
  public get networkPolicy(): ApiObject {
    return stateOf(this).objects.networkPolicy;
  }

  /** Every setting in effect, with its origin. Derived settings show their arithmetic. */
  public get settings(): Setting[] {
    return frozen([...stateOf(this).settings()]);
  }

  /** Fields that another controller than the program changes at run time. A GitOps tool leaves them alone. */
  public get ownership(): FieldOwner[] {
    return frozen([...stateOf(this).ownership()]);
  }

  /** @internal */
  public get [WORKLOAD](): true {
    return true;
  }

  /** @internal */
  public get [ENDPOINT](): Endpoint {
    return stateOf(this).definition.endpoint;
  }

  /** Finds the setting in effect of a name such as `resources.memory.limit`, if it is stated or has a default. */
  public setting(name: string): Setting | undefined {
    return this.settings.find((setting) => setting.name === name);
  }

  /** States a call to a workload or an external service: the only place where a call is stated. */
  public calls(callee: ICallee, options: CallOptions = {}): void {
    const { platform, statements, definition, objects, stated } = stateOf(this);
    const call: Call = {
      caller: definition.endpoint,
      callee: throughActivator(platform, callee[ENDPOINT]),
      options: callStatement(options),
    };
    statements.outbound.push(call);
    stated();
    objects.calls?.(call.callee);
    handToCallee(this, callee, call);
  }

  /**
   * Merges fields into the final workload object of every version. Containers, variables and volumes are found by name,
   * ports by number and protocol. Replicas, image and selector of a candidate stay its own.
   */
  public patch(fields: { [field: string]: any }): void {
    addToVersions(this, objectPatch(fields));
  }

  /** Merges fields into the container of a name, in every version. */
  public patchContainer(container: string, fields: { [field: string]: any }): void {
    addToVersions(this, containerPatch(container, fields));
  }

  /** Merges fields into a variable of the container of a name, in every version. */
  public patchVariable(container: string, variable: string, fields: { [field: string]: any }): void {
    keepSecrets(this, [{ name: variable, value: (fields as { readonly value?: unknown } | undefined)?.value }]);
    addToVersions(this, variablePatch(container, variable, fields));
  }

  /** Accepts findings of a code here. The reason has 10 characters or more. */
  public acknowledge(code: string, reason: string): void {
    acknowledge(this, code, reason, CATALOGUE);
  }
}

function addToVersions(workload: AbstractCaller, patch: Patch): void {
  const { objects } = stateOf(workload);
  objects.workload.addPatch(patch);
  for (const version of objects.versions ?? []) (version as Manifest).followPatch(patch);
}
