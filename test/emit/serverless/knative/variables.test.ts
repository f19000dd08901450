import { KnativeFeature, Tracing } from '../../../../lib';
import { containerOf, shop, thumbnail } from '../program';

const tracing = new Tracing({ collector: { service: 'otel', namespace: 'tracing', labels: { app: 'otel' } } });
const valueOf = (features: KnativeFeature[], name: string) =>
  (
    containerOf(thumbnail({}, shop({ features }, { observability: { tracing } }))).env as {
      name: string;
      value?: string;
    }[]
  ).find((variable) => variable.name === name);

test('a function is traced without what Knative refuses: the name of the pod', () => {
  expect(valueOf([], 'OTEL_SERVICE_NAME')).toEqual({ name: 'OTEL_SERVICE_NAME', value: 'thumbnail' });
  expect(valueOf([], 'OTEL_RESOURCE_ATTRIBUTES_POD_NAME')).toBeUndefined();
  const { value } = valueOf([], 'OTEL_RESOURCE_ATTRIBUTES')!;
  expect(value).toContain('k8s.namespace.name=shop');
  expect(value).not.toContain('$(');
});

test('where Knative takes fields of the pod, nothing is left out', () => {
  expect(valueOf([KnativeFeature.FIELD_REF], 'OTEL_RESOURCE_ATTRIBUTES_POD_NAME')).toMatchObject({
    valueFrom: { fieldRef: { fieldPath: 'metadata.name' } },
  });
  expect(valueOf([KnativeFeature.FIELD_REF], 'OTEL_RESOURCE_ATTRIBUTES')!.value).toContain(
    'k8s.pod.name=$(OTEL_RESOURCE_ATTRIBUTES_POD_NAME)',
  );
});
