import { CodeEntry, error, refused, warning } from './entry';

/** Findings about the program as a whole and about its output. */
export const PROGRAM_CODES = {
  MS0001: refused(
    'a validation failed',
    'A construct that is not of this library has added a validation to the tree, and it failed, or a check threw ' +
      'an error. The text is its own; what to do follows from it.',
  ),
  MS0002: refused(
    'two objects share kind, namespace and name',
    'The cluster would keep only the object that is applied last. Rename one of the two constructs that the ' +
      'finding names, or give their stacks different namespaces.',
  ),
  MS0003: refused(
    'dependencies form a cycle',
    'Explicit dependencies (`addDependency`) order the objects of the output, and these lead back to where they ' +
      'began. Remove one of them. Calls are no dependencies: microservices may call each other.',
  ),
  MS0004: refused(
    'an object cannot be rendered',
    'A value that is computed at synthesis, or an overridden `toJson`, threw an error. The finding shows its message.',
  ),
  MS0005: error(
    'a patch has no effect',
    'The object is the same with the patch and without it: its path is wrong, or it states what holds anyway. ' +
      'Compare it with the rendered object, and correct or remove it.',
  ),
  MS0006: refused(
    'a patch cannot be applied',
    'The patch replaces, removes or merges something that the object does not have, or an element of a list ' +
      ('without the key that Kubernetes merges the list by (`name`, `containerPort` with `protocol` where TCP and ' +
        ('UDP share a number, `mountPath`, `topologyKey`). Compare its path, or the name of the container or ' +
          'variable, with the rendered object.')),
  ),
  MS0007: warning(
    'an acknowledgement matches nothing',
    'What was acknowledged is not found any more, here or below. Remove the acknowledgement, so that it cannot ' +
      'hide a later finding.',
  ),
  MS0008: refused(
    'an acknowledgement cannot be accepted',
    'The code does not exist, or cannot be acknowledged since Kubernetes or the synthesis would fail, or the ' +
      'reason is shorter than 10 characters.',
  ),
  MS0009: refused(
    'two copies of the library are installed',
    'Constructs, platforms or callees come from different copies of cdk8s-microservice, whose insides may differ. ' +
      ('`npm ls cdk8s-microservice` shows who brings the second one; packages of constructs and platforms list the ' +
        'library among their peer dependencies.'),
  ),
  MS0010: refused(
    'two files of the output share a name',
    'Two charts, or two objects where each has a file of its own, would be written to one file, and the first ' +
      ('would be lost. Rename one of the two constructs that the finding names. Objects of different namespaces ' +
        'are told apart by the namespace in the name of the file.'),
  ),
  MS0011: refused(
    'the folder of an app leaves the output',
    'The `folder` of an `App` is joined to the output folder that the CLI gives, so it is relative and does not ' +
      'lead upwards.',
  ),
  MS0012: refused(
    'the output cannot be written',
    'The operating system refused to write, rename or remove a file, or a file stands where a folder is needed. ' +
      'The files that were written before that are whole, and no file was removed.',
  ),
  MS0013: refused(
    'a dependency leads out of the charts',
    'Only charts and what is in them have an order; one end of the dependency is in no chart. Add it between the ' +
      'charts or between constructs within them.',
  ),
  MS0014: refused(
    'an id is taken or empty',
    'Constructs of one scope have ids of their own, and an id is the name of what it stands for. Give one of the ' +
      ('constructs that the finding names another id. The second construct of an id stands in the tree with `#2` ' +
        'behind it, so that everything else can be checked too.'),
  ),
} as const satisfies Record<string, CodeEntry>;
