/** Checks of the kubelet before it mounts a path of the node. */
export enum HostPathType {
  /** None. A directory is made where nothing is there. */
  ANY = '',

  /** A directory is there. */
  DIRECTORY = 'Directory',

  /** A directory is there, or is made. */
  DIRECTORY_OR_CREATE = 'DirectoryOrCreate',

  /** A file is there. */
  FILE = 'File',

  /** A file is there, or is made. */
  FILE_OR_CREATE = 'FileOrCreate',

  /** A Unix socket is there. */
  SOCKET = 'Socket',

  /** A character device is there. */
  CHAR_DEVICE = 'CharDevice',

  /** A block device is there. */
  BLOCK_DEVICE = 'BlockDevice',
}

/** Options of a path of the node. */
export interface HostPathOptions {
  /**
   * Check before the path is mounted. A pod whose path fails it does not start.
   *
   * @default HostPathType.ANY
   */
  readonly type?: HostPathType;
}
