import * as fs from 'node:fs';
import * as path from 'node:path';
import { Autoscaling, HorizontalPodAutoscaling, Keda, Platform, Scaling } from '../../../lib';
import { AUTOSCALERS, autoscalersWith, FEATURE_OF, ScalingFeature } from '../../../lib/emit/scaling';
import { MEASURED, scaled, written } from './program';

/** Every provider, with all that it can be told; a new one without is noticed. */
const PROVIDERS: Readonly<Record<string, Autoscaling>> = {
  HorizontalPodAutoscaling: new HorizontalPodAutoscaling({
    metricsAdapter: { requestsPerSecond: 'a', concurrency: 'b', latency: 'c', backlogs: true },
  }),
  Keda: new Keda({ prometheus: { serverAddress: 'http://prometheus:9090' }, httpAddOn: {} }),
};

test('every provider says what it does', () => {
  expect(Object.keys(PROVIDERS)).toEqual(Object.keys(AUTOSCALERS));
  for (const [name, provider] of Object.entries(PROVIDERS))
    expect([provider.name, provider._features]).toEqual([name, AUTOSCALERS[name]]);
  expect(Object.values(FEATURE_OF).filter((feature) => autoscalersWith(feature).length === 0)).toEqual([]);
});

test('the documentation has the same table', () => {
  const rows = Object.values(ScalingFeature).map(
    (feature) =>
      `| ${feature} | ${Object.values(AUTOSCALERS)
        .map((table) =>
          table[feature].supported
            ? table[feature].reason === undefined
              ? 'yes'
              : `with ${table[feature].reason}`
            : 'no',
        )
        .join(' | ')} |`,
  );
  // The formatter pads the cells of tables.
  const text = fs.readFileSync(path.join(__dirname, '../../../docs/scaling/README.md'), 'utf8').replace(/ +/g, ' ');
  expect(rows.filter((row) => !text.includes(row))).toEqual([]);
});

test('Kubernetes scales on use of resources where the platform says nothing', () => {
  expect(new Platform().autoscaling.name).toBe('HorizontalPodAutoscaling');
});

test('a change of scaling leaves pods alone', () => {
  const templates = [
    scaled(Scaling.fixed(2), MEASURED),
    scaled(Scaling.onCpu({ max: 9 }), MEASURED),
    scaled(Scaling.forLoad({ peakRequestsPerSecond: 900, requestsPerSecondPerReplica: 100 }), MEASURED),
    ...Object.values(PROVIDERS).map((autoscaling) =>
      scaled(Scaling.onMemory({ max: 9 }), { ...MEASURED, autoscaling, resourceRecommendations: true }),
    ),
  ].map((microservice) =>
    JSON.stringify(
      (
        written(microservice).find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'cart') as
          { spec: { template: unknown } } | undefined
      )?.spec.template,
    ),
  );
  expect(templates[0]).toContain('"containers"');
  expect(new Set(templates).size).toBe(1);
});
