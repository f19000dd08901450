import type { Construct } from 'constructs';
import { judged } from '../../arguments';
import { AbstractService } from './abstract-service';
import { buildService } from './build-service';
import { microserviceDefinition } from './microservice-definition';
import type { MicroserviceProps } from './microservice-props';

const MICROSERVICE = Symbol.for('cdk8s-microservice.Microservice');

/** One deployable with its identity, ports and policies. Its id is its name. */
export class Microservice extends AbstractService {
  /** Tells microservices from other values, those of another installed copy of the library included. */
  public static isMicroservice(x: any): boolean {
    return x !== null && typeof x === 'object' && MICROSERVICE in x;
  }

  public constructor(scope: Construct, id: string, props: MicroserviceProps) {
    super(scope, id);
    Object.defineProperty(this, MICROSERVICE, { value: true });
    const stated = judged(this, 'Microservice', props);
    buildService(this, 'microservice', (name, context, statements) =>
      microserviceDefinition(name, stated, context, statements),
    );
  }
}
