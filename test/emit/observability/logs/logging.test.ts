import { Duration } from 'cdk8s';
import { IstioMesh, Logging, Platform } from '../../../../lib';
import { templateOf, writtenOf } from '../program';

const labelsWith = (logging: Logging | undefined, logRetention?: Duration) =>
  templateOf(
    writtenOf(
      { ...(logging && { observability: { logging } }) },
      { ...(logRetention && { telemetry: { logRetention } }) },
    ),
  ).metadata.labels;

test('collectors route by labels of the pods', () => {
  const without = labelsWith(undefined);
  expect(labelsWith(new Logging({ podLabels: { 'logs.example.com/stream': 'shop' } }))).toEqual({
    ...without,
    'logs.example.com/stream': 'shop',
  });
});

test('logs are kept as long as is stated, in days', () => {
  const logging = new Logging({ retentionLabel: 'logs.example.com/days' });
  expect(labelsWith(logging, Duration.days(30))).toHaveProperty(['logs.example.com/days'], '30');
  expect(labelsWith(logging)).not.toHaveProperty(['logs.example.com/days']);
});

test('what is said of proxies is not in the pods', () => {
  const mesh = new IstioMesh();
  const template = (platform: Platform) => JSON.stringify(templateOf(writtenOf(platform)));
  expect(template(new Platform({ mesh, observability: { logging: new Logging({ everyRequest: true }) } }))).toBe(
    template(new Platform({ mesh })),
  );
});
