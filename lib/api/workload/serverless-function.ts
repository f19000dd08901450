import { Chart } from 'cdk8s';
import { type Construct, RootConstruct } from 'constructs';
import { checkFunction, checkHalves } from '../../checks';
import { judged } from '../../arguments';
import { check, idText } from '../../errors';
import { KnativeServing } from '../../emit/serverless';
import { type FunctionWorkload, functionSettings } from '../../program';
import { FUNCTION } from '../../values';
import { withoutFaulty } from '../tree/faulty-ends';
import { halfFacts } from './half-facts';
import { environmentProblems } from './environment-problems';
import { homeOf, joinProgram } from './join-program';
import { functionDefinition, functionStatements } from './serverless-function-definition';
import { ServerlessFunctionObjects } from './serverless-function-objects';
import type { FunctionExposeOptions, ServerlessFunctionProps } from './serverless-function-props';
import { AbstractWorkload } from './abstract-workload';
import { workloadContext } from './workload-context';
import { keepState, noStatements, stateOf } from './workload-state';

const FUNCTION_SYMBOL = Symbol.for('cdk8s-microservice.ServerlessFunction');

/**
 * A program that runs while there are requests for it: the platform's functions provider starts and stops its replicas.
 * Its id is its name.
 */
export class ServerlessFunction extends AbstractWorkload {
  /** Tells functions from other values, those of another installed copy of the library included. */
  public static isServerlessFunction(x: any): boolean {
    return x !== null && typeof x === 'object' && FUNCTION_SYMBOL in x;
  }

  readonly #resolved: () => FunctionWorkload;

  public constructor(scope: Construct, id: string, props: ServerlessFunctionProps) {
    super(scope, id);
    Object.defineProperty(this, FUNCTION_SYMBOL, { value: true });
    const stated = judged(this, 'ServerlessFunction', props);
    const name = idText(id);
    const context = workloadContext(this, name, 'function');
    const { platform } = context;
    const { functions, mesh } = platform;
    const statements = noStatements();
    const definition = functionDefinition(name, stated, context, statements);
    const { resolved, stated: noteStatement } = joinProgram(
      this,
      definition,
      functionStatements(definition, statements, platform),
    );
    this.#resolved = resolved;
    const home = functions === undefined ? chartOutsideOfTheProgram() : homeOf(this);
    const objects = new ServerlessFunctionObjects(home, definition, resolved, functions ?? new KnativeServing());
    if (functions !== undefined) this.node.defaultChild = objects.workload;
    keepState(this, {
      platform,
      definition,
      statements,
      objects,
      stated: noteStatement,
      settings: () => functionSettings(definition),
      ownership: () => functions?._ownership(resolved()) ?? [],
    });
    context.functions.push({ workload: this, facts: resolved });
    check(this, () => {
      const facts = withoutFaulty(this, resolved());
      return [
        ...checkFunction(functions, mesh, facts),
        ...environmentProblems(this, facts),
        ...checkHalves(halfFacts(this, facts)),
      ];
    });
  }

  /** @internal */
  public get _facts(): FunctionWorkload {
    return this.#resolved();
  }

  /**
   * Lets traffic from outside of the cluster in, under a host of the platform's domain for functions. It is public
   * where one statement says so.
   */
  public expose(options: FunctionExposeOptions = {}): void {
    const { platform, statements, definition, stated } = stateOf(this);
    const isPublic = options.public === true || statements.exposures.some((exposure) => exposure.public);
    const host = platform.functions?._exposedHost(definition.name, definition.namespace);
    stated();
    statements.exposures.splice(0, 1, {
      port: FUNCTION.port,
      public: isPublic,
      ...(host !== undefined && { host }),
      addresses: [],
      allowedSources: [],
      annotations: {},
    });
  }
}

/** Makes a chart outside of the program for the objects of functions that no provider runs; they reach no output. */
function chartOutsideOfTheProgram(): Chart {
  return new Chart(new RootConstruct(), 'nowhere');
}
