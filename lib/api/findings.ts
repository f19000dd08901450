import type { IConstruct } from 'constructs';
import { CATALOGUE } from '../checks';
import { acknowledge } from '../errors';

/** The findings of a construct and of everything below it. */
export class Findings {
  /** The findings of any construct, of this library or not. */
  public static of(construct: IConstruct): Findings {
    return new Findings(construct);
  }

  private constructor(private readonly construct: IConstruct) {}

  /** Accepts findings of a code. The reason has 10 characters or more. */
  public acknowledge(code: string, reason: string): void {
    acknowledge(this.construct, code, reason, CATALOGUE);
  }
}
