import type { App } from 'cdk8s';
import type { ApplicationStack } from '../../lib';

/** The start of an example: an app with one empty stack, `shop`. */
export interface Start {
  readonly app: App;
  readonly shop: ApplicationStack;
}
