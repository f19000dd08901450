import { parseManifests } from '../../manifests';
import { knativeObjectsAmong, readAnswers, wordsOf } from './validation';

const [service] = parseManifests(
  'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: a }\nspec: {}\n',
  'a.yaml',
);
const defaulted = {
  apiVersion: 'serving.knative.dev/v1',
  kind: 'Service',
  metadata: { name: 'a' },
  spec: {},
  status: {},
};

test('only what is of Knative Serving is judged', () => {
  const others = parseManifests('apiVersion: v1\nkind: Service\nmetadata: { name: a }\n', 'b.yaml');
  expect(knativeObjectsAmong([...others, service!])).toEqual([service]);
});

test('answers are lines', () => {
  expect(readAnswers('{"complaints":["a\\nb"]}\n{"complaints":[]}\n')).toEqual([
    { complaints: ['a\nb'] },
    { complaints: [] },
  ]);
});

test('what is taken as it is has nothing against it', () => {
  expect(wordsOf(service!, { complaints: [], defaulted })).toEqual([]);
});

test('complaints and defaults are both said', () => {
  const answer = { complaints: ['no'], defaulted: { ...defaulted, spec: { traffic: [] } } };
  expect(wordsOf(service!, answer)).toEqual(['no', 'spec.traffic was nothing and becomes []']);
});

test('of what could not be read, only the complaint is said', () => {
  expect(wordsOf(service!, { complaints: ['json: unknown field "b"'] })).toEqual(['json: unknown field "b"']);
});
