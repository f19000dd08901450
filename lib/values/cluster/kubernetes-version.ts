/** Oldest minor version of Kubernetes 1 that is supported. */
export const OLDEST_MINOR = 27;

/** Newest minor version of Kubernetes 1 that the fields were compared with. */
export const NEWEST_MINOR = 36;

/** Minor of a version 1 with any suffix. Undefined for another text. */
export function minorOf(version: string): number | undefined {
  const match = /^v?1\.(\d{1,3})(?:[.+-].*)?$/.exec(version);
  return match === null ? undefined : Number(match[1]);
}

/** A minor version of Kubernetes. */
export class KubernetesVersion {
  /** The oldest version that is supported. */
  public static readonly OLDEST = KubernetesVersion.of(`1.${OLDEST_MINOR}`);

  /** The newest version that the fields were compared with. */
  public static readonly NEWEST = KubernetesVersion.of(`1.${NEWEST_MINOR}`);

  /** A version such as `1.34`. A suffix of the minor, as in `v1.34.2-gke.1`, is dropped. */
  public static of(version: string): KubernetesVersion {
    return new KubernetesVersion(version, minorOf(version));
  }

  private constructor(
    /** Given text. */
    public readonly given: string,
    /** The minor version. Undefined for a text that is no version of Kubernetes 1. */
    public readonly minor: number | undefined,
  ) {}

  /** True for a supported version. */
  public get supported(): boolean {
    return this.minor !== undefined && this.minor >= OLDEST_MINOR;
  }

  /**
   * Tells that the cluster has the features of a minor version. An unreadable version has those of the oldest alone.
   */
  public atLeast(minor: number): boolean {
    return (this.minor ?? OLDEST_MINOR) >= minor;
  }

  /** The version as Kubernetes writes it, such as `1.34`. */
  public toString(): string {
    return this.minor === undefined ? this.given : `1.${this.minor}`;
  }
}
