import { judged } from '../../../arguments';
import { evaluateRules, type Problem } from '../../../errors';
import type { DeploymentWorkload, WayInFacts } from '../../../program';
import { keepOwn } from '../../../values';
import { nodePortSpec } from '../../kubernetes';
import { ServiceObjects } from '../service-objects';
import { type Entered, WayIn, type WayInObjects, type WayInUse } from '../way-in';
import { NODE_PORT_FEATURES } from './features';
import { MS2056, MS2056_TWICE } from './rules/ms2056';

/** Range of the node ports of a cluster. */
export interface NodePortProps {
  /**
   * Lowest node port, as `--service-node-port-range` of the API server has it.
   *
   * @default 30000
   */
  readonly lowest?: number;

  /**
   * Highest node port.
   *
   * @default 32767
   */
  readonly highest?: number;
}

/** A Service of type NodePort for each exposed microservice. */
export class NodePort extends WayIn {
  /** Name of the way in, for findings. */
  public readonly name = 'NodePort';

  /** @internal */
  public readonly _features = NODE_PORT_FEATURES;

  private readonly lowest: number;
  private readonly highest: number;

  public constructor(props: NodePortProps = {}) {
    super();
    const { lowest = 30000, highest = 32767 } = judged(this, 'NodePort', props);
    this.lowest = lowest;
    this.highest = highest;
    keepOwn(this, NodePort);
  }

  /** @internal */
  public _facts(): WayInFacts {
    return { provider: this.name, isDefault: false };
  }

  /** @internal */
  public _declareMicroservice(entered: Entered): WayInObjects {
    return new ServiceObjects(entered, () => nodePortSpec(entered.workload()));
  }

  /** @internal */
  public _platformProblems({ microservices }: WayInUse): Problem[] {
    return evaluateRules([MS2056_TWICE], microservices);
  }

  /** @internal */
  public _problems(microservice: DeploymentWorkload): Problem[] {
    const { lowest, highest } = this;
    return evaluateRules([MS2056], { microservice, lowest, highest });
  }
}
