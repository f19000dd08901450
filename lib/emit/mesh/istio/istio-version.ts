import { minorOf } from '../../../values';

/**
 * Oldest minor version of Istio 1 that is supported: it puts native sidecars into pods and has every field that is
 * written here.
 */
export const OLDEST_MINOR = 27;

/** A minor version of Istio. */
export class IstioVersion {
  /** A version such as `1.30`, the oldest is 1.27; what stands behind the minor, as in `1.30.2`, is dropped. */
  public static of(version: string): IstioVersion {
    return new IstioVersion(version, minorOf(version));
  }

  private constructor(
    /** Given text. */
    public readonly given: string,
    /** The minor version. None where what was given is no version of Istio 1. */
    public readonly minor: number | undefined,
  ) {}

  /** Tells that manifests can be made for this version. */
  public get supported(): boolean {
    return this.minor !== undefined && this.minor >= OLDEST_MINOR;
  }

  /** The version as Istio writes it, such as `1.30`. */
  public toString(): string {
    return this.minor === undefined ? this.given : `1.${this.minor}`;
  }
}
