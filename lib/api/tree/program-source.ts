import type { IConstruct } from 'constructs';
import { type Program, resolve, type WorkloadStatements } from '../../program';
import { Registry } from './registry';

/** Statements of one tree, and the program that they resolve to: computed once for a count of statements. */
export class ProgramSource {
  /** Source of the tree of a construct. */
  public static of(construct: IConstruct): ProgramSource {
    const [known] = SOURCES.entries(construct, 'program');
    if (known !== undefined) return known;
    const source = new ProgramSource();
    SOURCES.add(construct, 'program', source);
    return source;
  }

  readonly #workloads: WorkloadStatements[] = [];
  #count = 0;
  #resolved?: { readonly count: number; readonly program: Program };

  /** Adds a workload. */
  public add(workload: WorkloadStatements): void {
    this.#workloads.push(workload);
    this.stated();
  }

  /** Takes note that a statement was made. */
  public stated(): void {
    this.#count += 1;
  }

  /** The program of all statements so far. */
  public get program(): Program {
    if (this.#resolved?.count !== this.#count)
      this.#resolved = { count: this.#count, program: resolve(this.#workloads) };
    return this.#resolved.program;
  }
}

const SOURCES = new Registry<'program', ProgramSource>();
