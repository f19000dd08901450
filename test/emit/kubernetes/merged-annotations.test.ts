import { App, Testing } from 'cdk8s';
import { ApplicationStack, KnativeServing, Microservice, Platform, Port, ServerlessFunction } from '../../../lib';
import { find, ManifestObject, synthesize } from '../../support/manifests';

test('maps in the annotations of exposures of one load balancer are merged', () => {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop');
  const web = new Microservice(stack, 'web', {
    image: 'acme/web:1',
    ports: [Port.http(80), Port.http(81, { name: 'b' })],
  });
  const key = 'cloud.example/backends';
  web.expose({ public: true, port: 80, annotations: { [key]: '{"80":{"name":"a"}}' } });
  web.expose({ public: true, port: 81, annotations: { [key]: '"81":\n  name: b' } });
  const { annotations } = find(synthesize(app), 'Service', 'web-external').metadata;
  expect(JSON.parse(annotations[key]!)).toEqual({ 80: { name: 'a' }, 81: { name: 'b' } });
});

test('annotations of a function stand beside those of its runtime', () => {
  const stack = new ApplicationStack(Testing.app(), 'shop', {
    platform: new Platform({ functions: new KnativeServing() }),
  });
  new ServerlessFunction(stack, 'resize', { image: 'acme/resize:1', metadata: { podAnnotations: { team: 'a' } } });
  const service = (Testing.synth(stack) as ManifestObject[]).find(
    ({ apiVersion }) => apiVersion === 'serving.knative.dev/v1',
  ) as unknown as { spec: { template: { metadata: { annotations: Record<string, string> } } } };
  const { annotations } = service.spec.template.metadata;
  expect(annotations).toMatchObject({ team: 'a', 'autoscaling.knative.dev/max-scale': '10' });
});
