import { ApiObject, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { environments } from '../../../../apps/online-boutique/environments';
import { onlineBoutique } from '../../../../apps/online-boutique/online-boutique';
import { App, Microservice } from '../../../../lib';

/** A change of a program, and all the objects that it is to change. */
export interface Change {
  readonly name: string;
  /** The application that is changed. */
  readonly application: string;
  /** States the program, as it was and as it is then. */
  readonly state: (app: App, changed: boolean) => void;
  /** The objects that it changes or adds, such as `Deployment shop/cart`. */
  readonly changes: readonly string[];
}

/** Changes that users make to a system, on Online Boutique. */
export const CHANGES: readonly Change[] = [
  ofOnlineBoutique(
    'one more call',
    (stack) => microservice(stack, 'adservice').calls(microservice(stack, 'currencyservice')),
    [
      'Deployment online-boutique/adservice',
      'NetworkPolicy online-boutique/adservice',
      'NetworkPolicy online-boutique/currencyservice',
    ],
  ),
  ofOnlineBoutique(
    'a new image',
    (stack) => {
      ApiObject.of(microservice(stack, 'emailservice')).addJsonPatch(
        JsonPatch.replace('/spec/template/spec/containers/0/image', 'registry.example.com/emailservice:v1'),
      );
    },
    ['Deployment online-boutique/emailservice'],
  ),
  ofOnlineBoutique(
    'one more exposure',
    (stack) => microservice(stack, 'adservice').expose({ public: true, host: 'ads.example.com' }),
    ['NetworkPolicy online-boutique/adservice', 'Service online-boutique/adservice-external'],
  ),
];

function ofOnlineBoutique(name: string, change: (stack: Construct) => void, changes: readonly string[]): Change {
  const { platform, acknowledged = {}, ...options } = environments.production;
  return {
    name,
    changes,
    application: 'online-boutique/production',
    state: (app, changed) => {
      const stack = onlineBoutique(app, platform, options);
      for (const [code, reason] of Object.entries(acknowledged)) stack.acknowledge(code, reason);
      if (changed) change(stack);
    },
  };
}

function microservice(stack: Construct, id: string): Microservice {
  return stack.node.findChild(id) as Microservice;
}
