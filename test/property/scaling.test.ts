import { Duration, Testing } from 'cdk8s';
import * as fc from 'fast-check';
import {
  ApplicationStack,
  Autoscaling,
  Backlog,
  HorizontalPodAutoscaling,
  Keda,
  Microservice,
  Platform,
  Port,
  Rollout,
  Scaling,
  ScalingMetric,
} from '../../lib';
import { ScalingMetricKind } from '../../lib/values';
import { isError } from '../../lib/errors';
import { findingsOf } from '../checks/cases';
import { MEASURED } from '../emit/scaling/program';
import { all, find, synthesize } from '../support/manifests';
import { runs } from './runs';

const AUTOSCALERS: readonly Autoscaling[] = [
  new HorizontalPodAutoscaling({
    metricsAdapter: { requestsPerSecond: 'requests', concurrency: 'at_once', latency: 'latency', backlogs: true },
  }),
  new Keda({ prometheus: { serverAddress: 'http://prometheus:9090' } }),
];

const metric = fc.oneof(
  fc.integer({ min: 1, max: 200 }).map((percent) => ScalingMetric.cpu(percent)),
  fc.integer({ min: 1, max: 200 }).map((percent) => ScalingMetric.memory(percent)),
  fc.double({ min: 0.001, max: 1e6, noNaN: true }).map((perReplica) => ScalingMetric.requestsPerSecond(perReplica)),
  fc.double({ min: 0.001, max: 1e6, noNaN: true }).map((perReplica) => ScalingMetric.concurrency(perReplica)),
  fc
    .tuple(fc.constantFrom(50, 95, 99, 99.9), fc.integer({ min: 1, max: 60_000 }))
    .map(([percentile, millis]) => ScalingMetric.latency(percentile, Duration.millis(millis))),
  fc
    .integer({ min: 1, max: 10_000 })
    .map((perReplica) => ScalingMetric.backlog(Backlog.kafka(1000, { consumerGroup: 'cart' }), perReplica)),
);

const scaling: fc.Arbitrary<Scaling> = fc.oneof(
  fc
    .record({
      metrics: fc.uniqueArray(metric, { minLength: 1, maxLength: 4, selector: ({ _kind: kind }) => kind }),
      min: fc.integer({ min: 1, max: 50 }),
      more: fc.nat({ max: 100 }),
    })
    .map(({ metrics, min, more }) => Scaling.on(metrics, { min, max: min + more })),
  fc
    .record({
      peak: fc.integer({ min: 1, max: 10_000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      perReplica: fc.integer({ min: 10, max: 1000 }),
      growth: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }),
    })
    .map(({ peak, share, perReplica, growth }) =>
      Scaling.forLoad({
        peakRequestsPerSecond: peak,
        quietRequestsPerSecond: peak * share,
        requestsPerSecondPerReplica: perReplica,
        ...(growth !== undefined && { growthPerMinute: growth }),
      }),
    ),
);

const rollout: fc.Arbitrary<Rollout> = fc.oneof(
  fc.integer({ min: 1, max: 100 }).map((maxSurge) => Rollout.rolling({ maxSurge })),
  fc.constant(Rollout.recreate()),
);

interface Bounds {
  readonly minReplicas?: number;
  readonly minReplicaCount?: number;
  readonly maxReplicas?: number;
  readonly maxReplicaCount?: number;
  readonly behavior?: Behavior;
  readonly advanced?: { readonly horizontalPodAutoscalerConfig: { readonly behavior: Behavior } };
}

interface Behavior {
  readonly scaleDown: { readonly policies: readonly { readonly periodSeconds: number; readonly value: number }[] };
}

test(
  'whatever is stated of scaling, one decides about replicas, within bounds that drains, quotas and requests ' +
    'live with',
  () => {
    const facts = fc.record({
      longestRequest: fc.integer({ min: 1, max: 1700 }),
      startupTime: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(
        scaling,
        rollout,
        facts,
        fc.constantFrom(...AUTOSCALERS),
        (stated, exchanged, { longestRequest, startupTime }, autoscaling) => {
          const app = Testing.app();
          const stack = new ApplicationStack(app, 'shop', { platform: new Platform({ ...MEASURED, autoscaling }) });
          const cart = new Microservice(stack, 'cart', {
            image: 'acme/cart:1',
            ports: [Port.http(80)],
            scaling: stated,
            lifecycle: {
              rollout: exchanged,
              longestRequest: Duration.seconds(longestRequest),
              startupTime: Duration.seconds(startupTime),
            },
          });
          new Microservice(stack, 'web', {
            image: 'acme/web:1',
            lifecycle: { longestRequest: Duration.seconds(1) },
          }).calls(cart, {
            timeout: Duration.seconds(1),
          });
          expect(findingsOf(app).filter(isError)).toEqual([]);

          const manifests = synthesize(app);
          const owners = manifests.filter(({ kind }) => kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject');
          expect(owners).toHaveLength(1);
          const spec = owners[0]!['spec'] as Bounds;
          const [min, max] = [spec.minReplicas ?? spec.minReplicaCount!, spec.maxReplicas ?? spec.maxReplicaCount!];
          const deployment = all(manifests, 'Deployment').find(({ metadata }) => metadata.name === 'cart')!;
          expect(deployment.spec).not.toHaveProperty('replicas');
          expect(cart.ownership.map(({ path, kind }) => `${kind} ${path}`)).toContain('Deployment /spec/replicas');
          expect(max).toBeGreaterThanOrEqual(min);

          // A drain at the fewest replicas goes on, and leaves something where there is a budget.
          const budget = all(manifests, 'PodDisruptionBudget').find(({ metadata }) => metadata.name === 'cart');
          expect(budget === undefined).toBe(max < 2);
          const evictable = Number(budget?.spec.maxUnavailable ?? 1);
          expect(evictable).toBeGreaterThanOrEqual(1);
          if (min > 1) expect(evictable).toBeLessThan(min);

          // What a quota has to allow is what the Deployment's controller makes of the emitted strategy at the most
          // replicas.
          const surge = Number(`${deployment.spec.strategy?.rollingUpdate?.maxSurge ?? '0%'}`.replace('%', ''));
          expect(cart.setting('scaling.pods')!.value).toMatch(
            new RegExp(`^${max + Math.ceil((max * surge) / 100)} = `),
          );

          // Those that leave have gone before the next do, and no more of them at once than a budget would let.
          const [policy] = (spec.behavior ?? spec.advanced!.horizontalPodAutoscalerConfig.behavior).scaleDown.policies;
          expect(policy!.periodSeconds).toBeGreaterThanOrEqual(
            deployment.spec.template.spec.terminationGracePeriodSeconds,
          );
          expect(policy!.value).toBeLessThanOrEqual(25);
        },
      ),
      runs(60),
    );
  },
);

test(
  'whatever is stated of scaling on requests, callers and what holds these wait for a start, and nothing but ' +
    'whole numbers is counted',
  () => {
    const stated = fc.record({
      metrics: fc
        .uniqueArray(
          fc.oneof(
            fc.integer({ min: 1, max: 1000 }).map((each) => ScalingMetric.concurrency(each)),
            fc.integer({ min: 1, max: 1000 }).map((each) => ScalingMetric.requestsPerSecond(each)),
            fc.integer({ min: 1, max: 200 }).map((each) => ScalingMetric.cpu(each)),
          ),
          { minLength: 1, maxLength: 3, selector: ({ _kind: kind }) => kind },
        )
        .filter((all) => all.some(({ _kind: kind }) => kind !== ScalingMetricKind.CPU)),
      max: fc.integer({ min: 1, max: 50 }),
      longestRequest: fc.integer({ min: 1, max: 1700 }),
      startupTime: fc.integer({ min: 1, max: 300 }),
      reaction: fc.nat({ max: 120 }),
      inMesh: fc.boolean(),
      timeout: fc.option(fc.integer({ min: 1, max: 2_200_000 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(stated, ({ metrics, max, longestRequest, startupTime, reaction, inMesh, timeout }) => {
        const { mesh, ...meshless } = MEASURED;
        const app = Testing.app();
        const stack = new ApplicationStack(app, 'shop', {
          platform: new Platform({
            ...(inMesh ? MEASURED : meshless),
            autoscaling: new Keda({ httpAddOn: { reaction: Duration.seconds(reaction) } }),
          }),
        });
        const cart = new Microservice(stack, 'cart', {
          image: 'acme/cart:1',
          ports: [Port.http(80)],
          scaling: Scaling.on(metrics, { min: 0, max }),
          lifecycle: { longestRequest: Duration.seconds(longestRequest), startupTime: Duration.seconds(startupTime) },
        });
        new Microservice(stack, 'web', { image: 'acme/web:1' }).calls(
          cart,
          timeout === undefined ? {} : { timeout: Duration.millis(timeout) },
        );
        const start = reaction + startupTime;
        const errors = findingsOf(app)
          .filter(isError)
          .map(({ code }) => code);
        // Too short for a start, or longer than anything takes.
        expect(errors).toEqual(
          timeout === undefined
            ? []
            : [
                ...(timeout > (start + longestRequest) * 1000 ? ['MS2008'] : []),
                ...(timeout < start * 1000 ? ['MS6015'] : []),
              ],
        );
        if (errors.length > 0) return;

        const manifests = synthesize(app);
        const { scalingMetric, timeouts } = find(manifests, 'InterceptorRoute', 'cart').spec;
        expect([scalingMetric.concurrency?.targetValue, scalingMetric.requestRate?.targetValue]).toEqual(
          [ScalingMetricKind.CONCURRENCY, ScalingMetricKind.REQUESTS_PER_SECOND].map(
            (wanted) => metrics.find(({ _kind: kind }) => kind === wanted)?.target,
          ),
        );
        expect(timeouts).toEqual({
          readiness: `${start}s`,
          request: `${start + longestRequest}s`,
          responseHeader: `${longestRequest}s`,
        });
        const { triggers, minReplicaCount, maxReplicaCount } = find(manifests, 'ScaledObject', 'cart').spec;
        expect([minReplicaCount, maxReplicaCount, triggers.map(({ type }) => type)]).toEqual([
          0,
          max,
          ['external-push', ...metrics.filter(({ _kind: kind }) => kind === ScalingMetricKind.CPU).map(() => 'cpu')],
        ]);
        expect(find(manifests, 'Deployment', 'cart').spec).not.toHaveProperty('replicas');
      }),
      runs(60),
    );
  },
);
