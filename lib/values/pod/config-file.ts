import { Mount, Volume } from './volume';

/** Options of a file of the program. */
export interface ConfigFileOptions {
  /**
   * Permissions of the file, as in `0o440`.
   *
   * @default 0o644
   */
  readonly mode?: number;

  /**
   * Mounts the folder of the file as a whole, which holds the files of the program alone: files of the image in it
   * are hidden. Other files below the folder stand in it too.
   *
   * @default false
   */
  readonly wholeFolder?: boolean;

  /**
   * Puts the content into an immutable ConfigMap whose name has a hash of the content: pods of an old version keep the
   * old content. Pruning removes ConfigMaps that no pod reads any more. Of one file of a whole folder, it holds for
   * all.
   *
   * @default false
   */
  readonly immutable?: boolean;
}

/** Content of a file of the program, as it is stated. */
export type ConfigFileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'base64'; readonly base64: string }
  | { readonly kind: 'file'; readonly source: string };

/** Stands in the place of the volume, which follows from all files of a workload. */
const UNRESOLVED = Volume._of('config-files', { kind: 'configMap', objectName: 'config-files', options: {} });

/**
 * A file in a container whose content the program states: among its mounts. The workload gets a ConfigMap for it, and
 * another content restarts the pods. A file of the image at the path is hidden, and those beside it are not.
 */
export class ConfigFile extends Mount {
  /** A file at an absolute path with a text of one line or of many. */
  public static fromText(path: string, text: string, options: ConfigFileOptions = {}): ConfigFile {
    return new ConfigFile(path, { kind: 'text', text }, options);
  }

  /** A file at an absolute path with bytes in Base64, as `buffer.toString('base64')` writes them. */
  public static fromBase64(path: string, base64: string, options: ConfigFileOptions = {}): ConfigFile {
    return new ConfigFile(path, { kind: 'base64', base64 }, options);
  }

  /**
   * A file at an absolute path with the content of a file of the program, text or bytes. It is read when the workload
   * is made; a relative source is below the working directory.
   */
  public static fromFile(path: string, source: string, options: ConfigFileOptions = {}): ConfigFile {
    return new ConfigFile(path, { kind: 'file', source }, options);
  }

  private constructor(
    path: string,
    /** @internal */
    public readonly _content: ConfigFileContent,
    /** @internal */
    public readonly _options: ConfigFileOptions,
  ) {
    super(UNRESOLVED, path, true, undefined);
  }
}
