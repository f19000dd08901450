import type { IConstruct } from 'constructs';

/** Not registered: another installed copy may mean another form by it. */
const CONTENT = Symbol('content');

/** Content of an object as data; undefined where only `toJson` tells it. */
export type Content = () => object | undefined;

/**
 * States the content of an object as data: lists, maps, texts, numbers and truth values, as `toJson` would return it
 * but for the order of keys, and for keys that hold nothing.
 */
export function keepContent(construct: IConstruct, content: Content): void {
  Object.defineProperty(construct, CONTENT, { value: content });
}

/** Content of an object as data. Throws what the production of a field throws. */
export function contentAsData(construct: IConstruct): object | undefined {
  return (construct as { [CONTENT]?: Content })[CONTENT]?.();
}
