import type { App } from 'cdk8s';
import * as fc from 'fast-check';
import { isError } from '../../../../lib/errors';
import { findingsOf } from '../../../checks/cases';
import { functionOf, FunctionSpec, functionSpecs } from '../../../property/random-functions';
import { parseManifests } from '../../manifests';
import { quietly } from '../random-systems/programs';
import { withFeatures } from './installation';
import { Asked, knativeObjectsAmong } from './validation';

/** Many random functions are refused before anything is written: so many are drawn for each that is wanted. */
const DRAWN_FOR_EACH = 8;

/** Valid functions, each for the installation that it states; the same for the same seed. */
export function randomFunctions(seed: number, count: number): Asked[] {
  const specs = fc.sample(functionSpecs(), { seed, numRuns: count * DRAWN_FOR_EACH });
  const asked: Asked[] = [];
  for (const [at, spec] of specs.entries()) {
    if (asked.length >= count) break;
    asked.push(...askedOf(spec, `function-${at}.yaml`));
  }
  return asked;
}

/** Nothing where the program is refused before anything is written. */
function askedOf(spec: FunctionSpec, file: string): Asked[] {
  const app = functionOf(spec).node.root as App;
  if (findingsOf(app).some(isError)) return [];
  const objects = knativeObjectsAmong(
    parseManifests(
      quietly(() => app.synthYaml()),
      file,
    ),
  );
  return objects.map((object) => ({ object, installation: withFeatures(spec.installed.features ?? []) }));
}
