import type { Construct } from 'constructs';
import { judged } from '../../arguments';
import { AbstractService } from './abstract-service';
import { agentDefinition } from './agent-definition';
import type { AgentProps } from './agent-props';
import { buildService } from './build-service';

const AGENT = Symbol.for('cdk8s-microservice.Agent');

/** One pod on every node that is selected, such as a collector of logs. Its id is its name. */
export class Agent extends AbstractService {
  /** Tells agents from other values, those of another installed copy of the library included. */
  public static isAgent(x: any): boolean {
    return x !== null && typeof x === 'object' && AGENT in x;
  }

  public constructor(scope: Construct, id: string, props: AgentProps) {
    super(scope, id);
    Object.defineProperty(this, AGENT, { value: true });
    const stated = judged(this, 'Agent', props);
    buildService(this, 'agent', (name, context, statements) => agentDefinition(name, stated, context, statements));
  }
}
