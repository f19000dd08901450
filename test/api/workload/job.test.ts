import { ApiObject, Duration } from 'cdk8s';
import { ConfigMap, EnvFrom } from 'cdk8s-plus-27';
import type { IConstruct } from 'constructs';
import { App, ApplicationStack, Job, ScheduledJob } from '../../../lib';
import type { JobProps, ScheduledJobProps } from '../../../lib/api/workload/job-props';
import { ConcurrencyPolicy, PodFailureAction, PodFailureRule, Port, SuccessRule } from '../../../lib/values';
import { synthesize } from '../../support/manifests';
import { cart, codesOf, rendered, renderedAll, shop, shopOn } from '../../emit/kubernetes/program';

const IMAGE = 'ghcr.io/acme/report:1.4.2';
const RUN = { activeDeadline: Duration.hours(1) };

function job(props: Partial<JobProps> = {}, stack: ApplicationStack = shop()): Job {
  return new Job(stack, 'report', { image: IMAGE, run: RUN, ...props });
}

function scheduled(props: Partial<ScheduledJobProps> = {}, stack: ApplicationStack = shop()): ScheduledJob {
  return new ScheduledJob(stack, 'report', { image: IMAGE, run: RUN, schedule: '0 3 * * *', ...props });
}

const kindsOf = (construct: IConstruct) =>
  construct.node
    .findAll()
    .filter((each) => ApiObject.isApiObject(each))
    .map((object) => `${object.kind}/${object.name}`);

describe('objects', () => {
  test('of a job are the Job, its identity and its policy, all of one name', () => {
    const made = job();
    expect(kindsOf(made)).toEqual(['ServiceAccount/report', 'NetworkPolicy/report', 'Job/report']);
    expect(codesOf(made)).toEqual([]);
    expect(ApiObject.of(made).kind).toBe('Job');
  });

  test('of a scheduled job have a CronJob in its place', () => {
    const made = scheduled();
    expect(kindsOf(made)).toEqual(['ServiceAccount/report', 'NetworkPolicy/report', 'CronJob/report']);
    expect(codesOf(made)).toEqual([]);
  });

  test('tell their kind', () => {
    expect([Job.isJob(job()), Job.isJob(scheduled()), ScheduledJob.isScheduledJob(scheduled())]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('the Job', () => {
  test('has a deadline, a new pod for each try, and does not count what Kubernetes ends', () => {
    const { spec, metadata } = rendered('Job', job().workload);
    expect(metadata.labels['app.kubernetes.io/version']).toBe('1.4.2');
    expect(spec).toMatchObject({
      activeDeadlineSeconds: 3600,
      podFailurePolicy: {
        rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }],
      },
      template: { spec: { restartPolicy: 'Never', terminationGracePeriodSeconds: 30 } },
    });
    expect(spec).not.toHaveProperty('selector');
    expect(spec).not.toHaveProperty('ttlSecondsAfterFinished');
  });

  test('has pods as safe as those of a microservice, without probes and ports', () => {
    const { template } = rendered('Job', job({ pod: { args: ['--all'] } }).workload).spec;
    expect(template.spec).toMatchObject({
      serviceAccountName: 'report',
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(template.spec).not.toHaveProperty('topologySpreadConstraints');
    const [main] = template.spec.containers;
    expect(main).toMatchObject({
      name: 'report',
      image: IMAGE,
      args: ['--all'],
      securityContext: { readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
      volumeMounts: [{ mountPath: '/tmp' }],
    });
    for (const field of ['ports', 'livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'])
      expect(main).not.toHaveProperty(field);
  });

  test('shares out indexed work', () => {
    const made = job(
      {
        run: {
          ...RUN,
          indexed: true,
          completions: 10,
          parallelism: 5,
          backoffLimitPerIndex: 1,
          maxFailedIndexes: 2,
          successPolicy: [SuccessRule.indexes('0,2-4', 3), SuccessRule.count(8)],
          podFailurePolicy: [
            PodFailureRule.onExitCodes(PodFailureAction.FAIL_INDEX, [43, 42], { container: 'report' }),
            PodFailureRule.onExitCodes(PodFailureAction.COUNT, [1], { except: true }),
            PodFailureRule.onPodCondition(PodFailureAction.FAIL_JOB, 'ConfigIssue'),
          ],
          ttlAfterFinished: Duration.days(1),
          suspend: true,
        },
      },
      shopOn('1.31'),
    );
    expect(codesOf(made)).toEqual([]);
    expect(rendered('Job', made.workload).spec).toMatchObject({
      completionMode: 'Indexed',
      completions: 10,
      parallelism: 5,
      backoffLimitPerIndex: 1,
      maxFailedIndexes: 2,
      ttlSecondsAfterFinished: 86400,
      suspend: true,
      successPolicy: { rules: [{ succeededIndexes: '0,2-4', succeededCount: 3 }, { succeededCount: 8 }] },
      podFailurePolicy: {
        rules: [
          { action: 'FailIndex', onExitCodes: { containerName: 'report', operator: 'In', values: [42, 43] } },
          { action: 'Count', onExitCodes: { operator: 'NotIn', values: [1] } },
          { action: 'FailJob', onPodConditions: [{ type: 'ConfigIssue', status: 'True' }] },
        ],
      },
    });
  });

  test('can try again in the same pod', () => {
    const { spec } = rendered('Job', job({ run: { ...RUN, restartInPlace: true, backoffLimit: 2 } }).workload);
    expect(spec).toMatchObject({ backoffLimit: 2, template: { spec: { restartPolicy: 'OnFailure' } } });
    expect(spec).not.toHaveProperty('podFailurePolicy');
  });
});

describe('the CronJob', () => {
  test('forbids concurrent runs where nothing is stated', () => {
    const { spec } = rendered('CronJob', scheduled().workload);
    expect(spec).toMatchObject({ schedule: '0 3 * * *', concurrencyPolicy: 'Forbid' });
    expect(Object.keys(spec).sort()).toEqual(['concurrencyPolicy', 'jobTemplate', 'schedule']);
    expect(spec.jobTemplate.metadata.labels).toMatchObject({ 'app.kubernetes.io/name': 'report' });
    expect(spec.jobTemplate.spec).toEqual(rendered('Job', job().workload).spec);
  });

  test('has what is stated', () => {
    const made = scheduled({
      timeZone: 'Europe/Berlin',
      scheduling: {
        concurrencyPolicy: ConcurrencyPolicy.REPLACE,
        startingDeadline: Duration.minutes(5),
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 5,
        suspend: true,
      },
    });
    expect(rendered('CronJob', made.workload).spec).toMatchObject({
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Replace',
      startingDeadlineSeconds: 300,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 5,
      suspend: true,
    });
  });

  test('takes patches of its containers, variables and object', () => {
    const made = scheduled({ env: { DAY: 'today' } });
    made.patch({ spec: { jobTemplate: { spec: { backoffLimit: 1 } } } });
    made.patchContainer('report', { workingDir: '/work' });
    made.patchVariable('report', 'DAY', { value: 'yesterday' });
    expect(codesOf(made)).toEqual([]);
    const { jobTemplate } = rendered('CronJob', made.workload).spec;
    expect(jobTemplate.spec.backoffLimit).toBe(1);
    expect(jobTemplate.spec.template.spec.containers[0]).toMatchObject({
      workingDir: '/work',
      env: [{ name: 'DAY', value: 'yesterday' }],
    });
  });

  test('has final pods that are judged as those of other workloads', () => {
    const made = scheduled();
    made.patch({ spec: { jobTemplate: { spec: { template: { spec: { hostNetwork: true } } } } } });
    made.patchContainer('report', { image: 'ghcr.io/acme/report:latest' });
    expect(codesOf(made).sort()).toEqual(['MS1005', 'MS1026', 'MS1040']);
  });
});

describe('calls', () => {
  test('open the way of the job alone, and name it to the callee', () => {
    const stack = shop();
    const callee = cart({ ports: [Port.grpc(7070)] }, stack);
    const made = scheduled({}, stack);
    made.calls(callee, { addressEnv: 'CART_ADDR' });
    expect(codesOf(stack)).toEqual([]);
    const [ofCart, ofJob] = renderedAll('NetworkPolicy', stack).filter(
      ({ metadata }) => metadata.name !== 'default-deny',
    );
    const labels = (name: string) => ({ 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': name });
    expect(ofCart!.spec.ingress).toEqual([
      { from: [{ podSelector: { matchLabels: labels('report') } }], ports: [{ port: 7070, protocol: 'TCP' }] },
    ]);
    expect(ofJob!.spec.policyTypes).toEqual(['Ingress', 'Egress']);
    expect(ofJob!.spec).not.toHaveProperty('ingress');
    expect(ofJob!.spec.egress).toContainEqual({
      to: [{ podSelector: { matchLabels: labels('cart') } }],
      ports: [{ port: 7070, protocol: 'TCP' }],
    });
    const { containers } = rendered('CronJob', made.workload).spec.jobTemplate.spec.template.spec;
    expect(containers[0]!.env).toEqual([{ name: 'CART_ADDR', value: 'cart:7070' }]);
  });

  test('of the Kubernetes API mount the token', () => {
    const made = job();
    made.callsKubernetesApi();
    expect(rendered('Job', made.workload).spec.template.spec.automountServiceAccountToken).toBe(true);
  });
});

test('configuration of a program comes before the job, and puts no hash into a template that cannot change', () => {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop');
  job({ pod: { envFrom: [new EnvFrom(ConfigMap.fromConfigMapName(stack, 'name', 'settings'))] } }, stack);
  new ConfigMap(stack, 'settings', { metadata: { name: 'settings' }, data: { A: '1' } });
  const manifests = synthesize(app);
  expect(JSON.stringify(manifests)).not.toContain('configuration-hash');
  expect(manifests.map(({ kind }) => kind).filter((kind) => ['ConfigMap', 'Job'].includes(kind))).toEqual([
    'ConfigMap',
    'Job',
  ]);
});

test('a Service of others that selects a scheduled job is seen as one that leads to any other workload', () => {
  const stack = shop();
  scheduled({}, stack);
  new ApiObject(stack, 'way-in', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'way-in' },
    spec: { type: 'LoadBalancer', ports: [{ port: 80 }], selector: { 'app.kubernetes.io/name': 'report' } },
  });
  expect(codesOf(stack)).toEqual(['MS3012']);
});
