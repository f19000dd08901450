import { beginTest, endTest, judgeWhatRenders } from './rendered';

// By mock, so that the class is watched only where a test loads it, and again after `jest.resetModules()`, which makes
// a second copy of the library (within `jest.isolateModules` it would be the first one's: jest shares mocks there).
jest.mock('../../lib/emit/kubernetes/manifest', () => {
  const actual = jest.requireActual<typeof import('../../lib/emit/kubernetes/manifest')>(
    '../../lib/emit/kubernetes/manifest',
  );
  judgeWhatRenders(actual.Manifest);
  return actual;
});

beforeEach(beginTest);
// What is rendered while tests are described, or before all of them, counts for the first.
afterEach(endTest);
afterAll(endTest);
