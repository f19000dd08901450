import { KnativeIngress } from '../../../../lib';

test('Kourier and net-istio are found where their manifests put them', () => {
  expect(KnativeIngress.kourier()._facts).toEqual({
    name: 'Kourier',
    namespace: 'kourier-system',
    labels: { app: '3scale-kourier-gateway' },
    service: 'kourier-internal',
    targetPort: 8081,
    serviceAccount: 'default',
  });
  expect(KnativeIngress.istio()._facts).toEqual({
    name: 'net-istio',
    namespace: 'istio-system',
    labels: { istio: 'ingressgateway' },
    service: 'knative-local-gateway',
    targetPort: 8081,
    serviceAccount: 'istio-ingressgateway-service-account',
  });
});

test('another one is where it is stated to be', () => {
  const contour = {
    name: 'Contour',
    namespace: 'contour-internal',
    labels: { app: 'envoy' },
    service: 'envoy',
    targetPort: 8080,
  };
  expect(KnativeIngress.of(contour)._facts).toEqual({ ...contour, serviceAccount: 'default' });
});
