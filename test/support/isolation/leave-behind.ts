import { Yaml } from 'cdk8s';
import { App } from '../../../lib';

/* eslint-disable @typescript-eslint/no-require-imports -- the modules of the moment, mocked or loaded again */
const emitYaml = () => (require('../../../lib/app/emit-yaml') as typeof import('../../../lib/app/emit-yaml')).emitYaml;
const library = () => require('../../../lib') as typeof import('../../../lib');
/* eslint-enable @typescript-eslint/no-require-imports */

/** Fails where another test file left something behind, then leaves all of it behind. */
export function leaveBehind(): void {
  expect(jest.isMockFunction(emitYaml())).toBe(false);
  expect(jest.isMockFunction(Yaml.stringify)).toBe(false);
  expect(Object.hasOwn(App, 'left')).toBe(false);
  expect(Object.hasOwn(globalThis, 'left')).toBe(false);
  expect(Object.hasOwn(Array.prototype, 'left')).toBe(false);
  expect(process.env.LEFT_BEHIND).toBeUndefined();

  jest.doMock('../../../lib/app/emit-yaml', () => ({ emitYaml: jest.fn() }));
  jest.resetModules();
  expect(jest.isMockFunction(emitYaml())).toBe(true);
  expect(library().App).not.toBe(App);
  jest.spyOn(Yaml, 'stringify').mockReturnValue('');
  for (const place of [App, globalThis, Array.prototype]) Object.assign(place, { left: true });
  process.env.LEFT_BEHIND = 'yes';
}
