import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { judged } from '../../arguments';
import { AbstractService } from './abstract-service';
import { buildService, builtService } from './build-service';
import { statefulServiceDefinition } from './stateful-service-definition';
import type { StatefulServiceProps } from './stateful-service-props';

const STATEFUL_SERVICE = Symbol.for('cdk8s-microservice.StatefulService');

/** Replicas with names and storage of their own, such as those of a database. Its id is its name. */
export class StatefulService extends AbstractService {
  /** Tells stateful services from other values, those of another installed copy of the library included. */
  public static isStatefulService(x: any): boolean {
    return x !== null && typeof x === 'object' && STATEFUL_SERVICE in x;
  }

  public constructor(scope: Construct, id: string, props: StatefulServiceProps) {
    super(scope, id);
    Object.defineProperty(this, STATEFUL_SERVICE, { value: true });
    const stated = judged(this, 'StatefulService', props);
    buildService(this, 'stateful service', (name, context, statements) =>
      statefulServiceDefinition(name, stated, context, statements),
    );
  }

  /** Service under which each replica has an address of its own. */
  public get headlessService(): ApiObject {
    return builtService(this).objects.headlessService!;
  }
}
