import { ApiObject, Chart } from 'cdk8s';
import type { ISubject } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import {
  CATALOGUE,
  checkDelivery,
  checkHalves,
  checkMesh,
  checkMicroservice,
  checkRoleBinding,
  checkScaling,
  MS2019,
} from '../../checks';
import { acknowledge, check, checkId, freeId, Problem, problemOf, report } from '../../errors';
import { containerPatch, variablePatch } from '../../emit/kubernetes';
import {
  Call,
  FieldOwner,
  ICallee,
  ICaller,
  joinedContributions,
  MicroserviceFacts,
  Party,
  partyId,
  PodContribution,
  promised,
  resolveSettings,
} from '../../program';
import { CallOptions, ExposeOptions, Exposure, markCopy, Setting } from '../../values';
import { claimHost, otherOwner } from '../tree/host-registry';
import { containersOf } from './microservice-containers';
import { MicroserviceObjects } from './microservice-objects';
import { Mesh, MeshFeature, MS2024 } from '../../emit/mesh';
import type { KubernetesApiOptions, MicroserviceProps } from './microservice-props';
import { register, registered } from '../tree/microservice-registry';
import type { Platform } from '../../platform';
import { chartOf } from '../tree/scopes';
import { handToCallee } from './stated-call';
import { Surroundings, surroundingsOf } from './surroundings';

const MICROSERVICE = Symbol.for('cdk8s-microservice.Microservice');

/** One deployable with its identity, ports and policies; its id is its name. */
export class Microservice extends Construct implements ICaller, ICallee {
  /** Whether a value is a microservice, of this or of another installed copy of the library. */
  public static isMicroservice(x: any): boolean {
    return x !== null && typeof x === 'object' && MICROSERVICE in x;
  }

  /** Name of the microservice and of its objects. */
  public readonly name: string;

  /** @internal */
  public readonly _facts: MicroserviceFacts;

  private readonly platform: Platform;
  private readonly objects: MicroserviceObjects;
  private readonly outbound: Call[] = [];
  private readonly inbound: Call[] = [];
  private readonly accepted: Call[] = [];
  private readonly exposures: Exposure[] = [];
  private kubernetesApi = false;

  public constructor(scope: Construct, id: string, props: MicroserviceProps) {
    super(scope, freeId(scope, id));
    Object.defineProperty(this, MICROSERVICE, { value: true });
    markCopy(this);
    checkId(this, id);
    this.name = id;
    const surroundings = surroundingsOf(this, id, 'microservice');
    this.platform = surroundings.platform;
    const { mesh } = this.platform;
    this._facts = this.state(id, props, surroundings);
    this.objects = new MicroserviceObjects(
      chartOf(scope) === undefined ? new Chart(this, 'detached') : this,
      this._facts,
      surroundings.platform,
    );
    this.node.defaultChild = this.objects.workload;
    surroundings.members.push(this._facts);
    register(this, this._party.id);
    check(this, () => this.problems(mesh));
  }

  /** The Deployment. */
  public get workload(): ApiObject {
    return this.objects.workload;
  }

  /** The ServiceAccount; roles can be bound to it. */
  public get serviceAccount(): ISubject {
    return this.objects.serviceAccount;
  }

  /** The NetworkPolicy. */
  public get networkPolicy(): ApiObject {
    return this.objects.networkPolicy;
  }

  /** The Service by which the cluster reaches it; none for a worker. */
  public get service(): ApiObject | undefined {
    return this.objects.service;
  }

  /** The HorizontalPodAutoscaler or the ScaledObject, where the number of replicas is not fixed. */
  public get autoscaler(): ApiObject | undefined {
    return this.objects.autoscaler;
  }

  /** The PodDisruptionBudget, where there is more than one replica. */
  public get disruptionBudget(): ApiObject | undefined {
    return this.objects.disruptionBudget;
  }

  /** Every setting in effect, and where it was said. */
  public get settings(): Setting[] {
    return [...this._facts.settings.all];
  }

  /**
   * Fields that somebody else than the program changes while it runs, and who: what a GitOps tool has to leave alone.
   */
  public get ownership(): FieldOwner[] {
    return [...this.platform.autoscaling._ownership(this._facts), ...this.platform.delivery._ownership(this._facts)];
  }

  /** @internal */
  public get _party(): Party {
    return this._facts.party;
  }

  /**
   * The setting in effect of a name such as `resources.memory.limit`; none where nobody stated it and it has no
   * default.
   */
  public setting(name: string): Setting | undefined {
    return this._facts.settings.all.find((setting) => setting.name === name);
  }

  /** States that this microservice calls another one, or an external service: the only place where a call is stated. */
  public calls(callee: ICallee, options: CallOptions = {}): void {
    const call: Call = {
      caller: this._party,
      callee: reachedThrough(this.platform, callee._party),
      options: { ...options },
    };
    this.outbound.push(call);
    if (this._facts.settings.values.networkPolicy) callee._party.external?.restrictedCallers.push(this._party);
    handToCallee(this, callee, call);
  }

  /** States the callee's half of a call by a microservice that is stated elsewhere. */
  public acceptsCallsFrom(caller: ICaller, options: CallOptions = {}): void {
    if (Construct.isConstruct(caller) && caller.node.root === this.node.root) {
      report(this, {
        definition: MS2019,
        message: `only half of a call from ${caller.name} is stated`,
        given: `${caller.node.path} and ${this.node.path} are in one app`,
        allowed: 'callers that are stated elsewhere',
        fix: `${caller.name}.calls(${this.name}), which makes both halves`,
      });
    }
    const call: Call = { caller: caller._party, callee: this._party, options: { ...options } };
    this._takes(call);
    this.accepted.push(call);
  }

  /** @internal */
  public _takes(call: Call): void {
    this.inbound.push(call);
    this.objects.called();
  }

  /**
   * Lets traffic from outside of the cluster in, by a load balancer; without `allowedSources` from any address, pods of
   * the cluster included.
   */
  public expose(options: ExposeOptions = {}): void {
    const { port, host, addresses = [], allowedSources = [], tlsSecret, annotations = {} } = options;
    this.exposures.push({
      public: options.public ?? false,
      ...(tlsSecret !== undefined && { tlsSecret }),
      ...(port !== undefined && { port }),
      ...(host !== undefined && { host }),
      addresses: [...addresses],
      allowedSources: [...allowedSources],
      annotations: { ...annotations },
    });
    if (host !== undefined) claimHost(this, host);
    this.objects.expose();
  }

  /** Lets its processes talk to the Kubernetes API: mounts the token, opens the way, and binds the roles. */
  public callsKubernetesApi(options: KubernetesApiOptions = {}): void {
    this.kubernetesApi = true;
    const { role, clusterRole } = options;
    if (role !== undefined) this.objects.bind(role, false);
    if (clusterRole !== undefined) this.objects.bind(clusterRole, true);
    check(this, () => checkRoleBinding({ namespace: this._facts.namespace, ...options }));
  }

  /**
   * Merges fields into the final Deployment; containers, variables and volumes are found by their names, ports by
   * number and protocol.
   */
  public patch(fields: { [field: string]: any }): void {
    this.objects.workload.addMergePatch(fields);
  }

  /** Merges fields into the container of a name. */
  public patchContainer(container: string, fields: { [field: string]: any }): void {
    this.objects.workload.addPatch(containerPatch(container, fields));
  }

  /** Merges fields into a variable of the container of a name. */
  public patchVariable(container: string, variable: string, fields: { [field: string]: any }): void {
    this.objects.workload.addPatch(variablePatch(container, variable, fields));
  }

  /** Accepts findings of a code here; the reason has 10 characters or more. */
  public acknowledge(code: string, reason: string): void {
    acknowledge(this, code, reason, CATALOGUE);
  }

  private state(
    name: string,
    props: MicroserviceProps,
    { platform, layer, namespace, partOf, podSecurity }: Surroundings,
  ): MicroserviceFacts {
    const {
      image,
      command,
      args,
      workingDirectory,
      env,
      envValues,
      envFrom,
      mounts,
      ports = [],
      headless = false,
      component,
      readiness,
      liveness,
      startup,
      initContainers = [],
      containers = [],
      objectives = [],
      requestMetrics,
      backlogs = [],
      ...stated
    } = props;
    const settings = resolveSettings(
      platform.defaults,
      layer,
      { origin: `microservice ${name}`, values: stated },
      platform.required,
    );
    const main = {
      image,
      command,
      args,
      workingDirectory,
      env,
      envValues,
      envFrom,
      mounts,
      readiness,
      liveness,
      startup,
      name,
      ports,
      resources: settings.values.resources,
    };
    const { outbound, inbound, accepted, exposures } = this;
    const callsKubernetesApi = () => this.kubernetesApi;
    const delivery = platform.delivery._facts({
      name,
      namespace,
      rollout: settings.values.rollout,
      splitsRequests:
        platform.mesh._features[MeshFeature.TRAFFIC_SPLIT].level === 'exact' &&
        ports.some(({ protocol }) => protocol.hasRequests),
    });
    const { podSelector, versions } = delivery;
    const { scaling, startupTime, longestRequest } = settings.values;
    const activator = platform.autoscaling._activator({
      name,
      ports,
      scaling,
      startupTime,
      hasRoutes: platform.mesh._features[MeshFeature.HELD_REQUESTS].level === 'exact',
    });
    const facts: MicroserviceFacts = {
      name,
      namespace,
      partOf,
      headless,
      settings,
      outbound,
      inbound,
      accepted,
      exposures,
      podSecurity,
      ...(component !== undefined && { component }),
      cluster: platform.cluster,
      delivery,
      ...(activator !== undefined && { activator }),
      resolveImage: (reference) => platform.resolveImage(reference),
      containers: containersOf(main, initContainers, containers, platform),
      ports: [...ports],
      objectives: [...objectives],
      backlogs: [...backlogs],
      ...(requestMetrics !== undefined && { requestMetrics }),
      ...platform._telemetry,
      get callsKubernetesApi() {
        return callsKubernetesApi();
      },
      get mesh() {
        return platform.mesh._contribution(facts);
      },
      get telemetry() {
        return telemetryOf(platform, facts);
      },
      party: {
        id: partyId(platform.cluster.name, namespace, name),
        name,
        ports: [...ports],
        outbound,
        ...promised(objectives),
        workload: {
          namespace,
          serviceAccount: name,
          mesh: platform.mesh.name,
          cluster: platform.cluster.name,
          exposures,
          longestRequest: longestRequest + (activator?.startSeconds ?? 0),
          podSelector,
          ...(activator !== undefined && { activator }),
          ...(versions !== undefined && { versions }),
          ...platform._propagators(settings.values.propagators),
        },
      },
    };
    return facts;
  }

  private problems(mesh: Mesh): Problem[] {
    const { outbound, accepted, exposures, _facts: facts } = this;
    return [
      ...checkMicroservice(facts),
      ...checkMesh(mesh, facts),
      ...checkScaling(this.platform.autoscaling, facts),
      ...checkDelivery(this.platform.delivery, facts),
      ...exposures.flatMap(({ host }) => (host === undefined ? [] : this.claimProblems(host))),
      ...checkHalves({
        cluster: facts.cluster.name,
        outbound,
        accepted,
        pathOf: (party) => registered(this, party)?.node.path,
      }),
    ];
  }

  private claimProblems(host: string): Problem[] {
    const owner = otherOwner(this, host);
    return owner === undefined
      ? []
      : [
          problemOf(MS2024, {
            message: `the host ${host} is exposed twice`,
            given: `${owner} is exposed as it too`,
            allowed: 'a host of its own for each microservice',
            fix: 'state another host for one of them',
          }),
        ];
  }
}

/** A callee that is stated elsewhere and scales to zero, behind what holds requests on the caller's platform. */
function reachedThrough({ autoscaling, mesh }: Platform, party: Party): Party {
  if (party.workload?.scalesToZero !== true) return party;
  const activator = autoscaling._activator({
    name: party.name,
    ports: party.ports,
    hasRoutes: mesh._features[MeshFeature.HELD_REQUESTS].level === 'exact',
  });
  return activator === undefined ? party : { ...party, workload: { ...party.workload, activator } };
}

/** What monitoring, tracing and logging add to the pods, together. */
function telemetryOf({ monitoring, tracing, logging }: Platform, facts: MicroserviceFacts): PodContribution {
  return joinedContributions([
    monitoring._contribution(facts),
    ...(tracing === undefined ? [] : [tracing._contribution(facts)]),
    ...(logging === undefined ? [] : [logging._contribution(facts)]),
  ]);
}
