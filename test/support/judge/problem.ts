/** Something that a cluster would refuse, at a JSON pointer inside an object. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}
