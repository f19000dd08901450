import { Names, YamlOutputType } from 'cdk8s';
import { IConstruct } from 'constructs';
import { areTwins, Finding, finding, MS0010 } from '../errors';
import { folded } from './disk';
import { EmittedObject, Identity } from './emitted-object';
import { EmittedChart } from './render';

/** A file of the output before it is text. */
export interface PlannedFile {
  /** Relative to the folder of the app, with `/`. */
  readonly path: string;
  readonly construct: IConstruct;
  readonly objects: readonly EmittedObject[];
}

/** Options for the names of files. */
export interface Layout {
  readonly outputType: YamlOutputType;
  readonly extension: string;
  /** True when file names begin with the position of their chart. */
  readonly indexed: boolean;
}

/** Divides the objects into files, with the names that cdk8s gives them. */
export function planFiles(charts: readonly EmittedChart[], layout: Layout): PlannedFile[] {
  const objects = charts.flatMap((chart) => chart.objects);
  const { extension } = layout;
  switch (layout.outputType) {
    case YamlOutputType.FILE_PER_APP:
      return charts.slice(0, 1).map(({ chart }) => ({ path: `app${extension}`, construct: chart.node.root, objects }));
    case YamlOutputType.FILE_PER_CHART:
      return charts.map((chart, index) => ({
        path: chartName(chart, index, layout) + extension,
        construct: chart.chart,
        objects: chart.objects,
      }));
    case YamlOutputType.FILE_PER_RESOURCE:
      return filePerObject(objects, '', extension);
    case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
      return charts.flatMap((chart, index) =>
        filePerObject(chart.objects, `${chartName(chart, index, layout)}/`, extension),
      );
    default:
      return [];
  }
}

/**
 * Files that would overwrite each other on some disk, but for those of constructs whose one id has been reported.
 */
export function fileFindings(files: readonly PlannedFile[]): Finding[] {
  const first = new Map<string, PlannedFile>();
  return files.flatMap((file) => {
    const earlier = first.get(folded(file.path));
    if (earlier === undefined) {
      first.set(folded(file.path), file);
      return [];
    }
    return areTwins(earlier.construct, file.construct)
      ? []
      : [
          finding(file.construct, {
            definition: MS0010,
            message:
              earlier.path === file.path
                ? `two files of the output are ${file.path}`
                : `two files of the output are one where case does not count: ${earlier.path} and ${file.path}`,
            given: `${earlier.construct.node.path} and ${file.construct.node.path}`,
            fix: 'rename one of them, or choose another yamlOutputType',
          }),
        ];
  });
}

/** Files that would overwrite those of another app of the process. */
export function sharedFileFindings(
  files: readonly PlannedFile[],
  otherOwner: (path: string) => string | undefined,
): Finding[] {
  return files.flatMap(({ path, construct }) => {
    const other = otherOwner(path);
    return other === undefined
      ? []
      : [
          finding(construct, {
            definition: MS0010,
            message: `two apps of the process write ${path}`,
            given: `${other} and ${construct.node.path === '' ? 'this app' : construct.node.path}`,
            fix: 'give each App a folder of its own, or one of the two charts another id',
          }),
        ];
  });
}

function chartName({ chart }: EmittedChart, index: number, { indexed }: Layout): string {
  const name = Names.toDnsLabel(chart);
  return indexed ? `${String(index).padStart(4, '0')}-${name}` : name;
}

/**
 * Formats `Kind.name`, as in cdk8s.
 *
 * Where several objects would get that name, `Kind.namespace.name`.
 */
function filePerObject(objects: readonly EmittedObject[], folder: string, extension: string): PlannedFile[] {
  const holders = new Map<string, number>();
  for (const { identity } of objects) holders.set(shortName(identity), (holders.get(shortName(identity)) ?? 0) + 1);
  return objects.map((object) => {
    const name = holders.get(shortName(object.identity))! > 1 ? longName(object.identity) : shortName(object.identity);
    return { path: folder + name + extension, construct: object.construct, objects: [object] };
  });
}

function shortName({ kind, name }: Identity): string {
  return fileName([kind, name]);
}

function longName({ kind, namespace, name }: Identity): string {
  return fileName(namespace === undefined ? [kind, name] : [kind, namespace, name]);
}

function fileName(parts: readonly (string | undefined)[]): string {
  return parts.join('.').replaceAll(/[^0-9a-zA-Z-_.]/g, '');
}
