/** A field that somebody else than the program changes: what a GitOps tool has to leave alone. */
export interface FieldOwner {
  /** API version of the object. */
  readonly apiVersion: string;

  /** Kind of the object. */
  readonly kind: string;

  /** Name of the object. */
  readonly name: string;

  /** Namespace of the object. */
  readonly namespace: string;

  /** JSON pointer. `*` stands for every element of a list. */
  readonly path: string;

  /** Controller that changes it, such as `HorizontalPodAutoscaler`. */
  readonly owner: string;
}
