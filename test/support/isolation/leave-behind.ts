import { Yaml } from 'cdk8s';
import { App } from '../../../lib';

const emitYaml = async () => (await import('../../../lib/app/emit-yaml')).emitYaml;

/** Fails where another test file left something behind, then leaves all of it behind. */
export async function leaveBehind(): Promise<void> {
  expect(jest.isMockFunction(await emitYaml())).toBe(false);
  expect(jest.isMockFunction(Yaml.stringify)).toBe(false);
  expect(Object.hasOwn(App, 'left')).toBe(false);
  expect(Object.hasOwn(globalThis, 'left')).toBe(false);
  expect(Object.hasOwn(Array.prototype, 'left')).toBe(false);
  expect(process.env.LEFT_BEHIND).toBeUndefined();

  jest.doMock('../../../lib/app/emit-yaml', () => ({ emitYaml: jest.fn() }));
  jest.resetModules();
  expect(jest.isMockFunction(await emitYaml())).toBe(true);
  expect((await import('../../../lib')).App).not.toBe(App);
  jest.spyOn(Yaml, 'stringify').mockReturnValue('');
  for (const place of [App, globalThis, Array.prototype]) Object.assign(place, { left: true });
  process.env.LEFT_BEHIND = 'yes';
}
