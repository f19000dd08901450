import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import { TestEnvironment } from 'jest-environment-node';
import { judge, knownKinds } from './judge/judge';

declare global {
  /** Globals that the environment gives to the tests. */
  var manifestJudge: { readonly judge: typeof judge; readonly knownKinds: typeof knownKinds };
}

/**
 * Judges manifests outside of the sandbox that tests run in: the validators are ES modules, which Node can load
 * synchronously and the sandbox cannot, and out here they are loaded once for each worker and not for each test file.
 */
export default class JudgingEnvironment extends TestEnvironment {
  public constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    this.global.manifestJudge = { judge, knownKinds };
  }
}
