import type { ApiObject } from 'cdk8s';
import { dataAsJson } from './data-as-json';
import { beginTest, endTest, judge, judgeWhatRenders } from './rendered';
import { recordObject } from './written';

// By mock, so that the class is watched only where a test loads it, and again after `jest.resetModules()`, which makes
// a second copy of the library (within `jest.isolateModules` it would be the first one's: jest shares mocks there).
jest.mock('../../lib/emit/kubernetes/manifest', () => {
  const actual = jest.requireActual<typeof import('../../lib/emit/kubernetes/manifest')>(
    '../../lib/emit/kubernetes/manifest',
  );
  judgeWhatRenders(actual.Manifest);
  return actual;
});

jest.mock('../../lib/app/emitted-object', () => {
  const actual = jest.requireActual<typeof import('../../lib/app/emitted-object')>('../../lib/app/emitted-object');
  const emitObject: typeof actual.emitObject = (json, construct, from) => {
    const emitted = actual.emitObject(json, construct, from);
    const object = from === 'data' ? dataAsJson(json) : json;
    if (from === 'data') judge(object, construct as ApiObject);
    recordObject(object);
    return emitted;
  };
  return { ...actual, emitObject };
});

beforeEach(beginTest);
// What is rendered while tests are described, or before all of them, counts for the first.
afterEach(endTest);
afterAll(endTest);
