import { thumbnail } from '../program';

test('Knative changes who made it and who changed it last, and nothing that is stated', () => {
  const by = (annotation: string) => ({
    apiVersion: 'serving.knative.dev/v1',
    kind: 'Service',
    namespace: 'shop',
    name: 'thumbnail',
    path: `/metadata/annotations/serving.knative.dev~1${annotation}`,
    owner: 'Knative Serving',
  });
  expect(thumbnail().ownership).toEqual([by('creator'), by('lastModifier')]);
});
