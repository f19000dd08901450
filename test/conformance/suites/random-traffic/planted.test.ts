import { askedAbout } from './planted';
import { probesOf } from './probes';
import { drawnSystems } from './systems';

test.each(Array.from({ length: 8 }, (_, seed) => seed))('the systems of seed %s show every planted fault', (seed) => {
  expect(Object.keys(askedAbout(probesOf(drawnSystems(seed))))).toHaveLength(4);
});
