import * as fc from 'fast-check';
import { App } from '../../lib';
import { build, inOrder, Shuffle } from './build-program';
import type { ProgramSpec } from './program-spec';

/** The program in an App of ours, stated in an order. */
export function appOf(spec: ProgramSpec, shuffle: Shuffle = inOrder): App {
  const app = new App({ outdir: 'nowhere' });
  build(app, spec, shuffle);
  return app;
}

/** Parameters of a property, with warnings off the screen. */
export function holdsFor(
  programs: fc.Arbitrary<ProgramSpec>,
  property: (spec: ProgramSpec, seed: number) => void,
  runs: fc.Parameters<[ProgramSpec, number]>,
): void {
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    fc.assert(fc.property(programs, fc.integer(), property), runs);
  } finally {
    stderr.mockRestore();
  }
}
