/** A field that somebody else than the program changes: what a GitOps tool has to leave alone. */
export interface FieldOwner {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** JSON pointer; `*` stands for every element of a list. */
  readonly path: string;
  /** Who changes it, such as `HorizontalPodAutoscaler`. */
  readonly owner: string;
}
