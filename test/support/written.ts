import { Yaml } from 'cdk8s';

let recorded: unknown[] | undefined;

/** Adds an object to the record, if there is one. */
export function recordObject(object: unknown): void {
  recorded?.push(object);
}

/** Objects that a function hands to the YAML writers of cdk8s and of this library. The one of cdk8s writes nothing. */
export function recordWritten(write: () => void): readonly unknown[] {
  const objects: unknown[] = [];
  recorded = objects;
  const stringify = jest.spyOn(Yaml, 'stringify').mockImplementation((...documents) => {
    objects.push(...documents);
    return '';
  });
  try {
    write();
    return objects;
  } finally {
    recorded = undefined;
    stringify.mockRestore();
  }
}
