/** A field that another controller than the program changes. A GitOps tool must ignore it. */
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
