import { minorOf } from '../../../values';

/** Oldest supported minor version of Istio 1: it injects native sidecars and has every field that is emitted. */
export const OLDEST_MINOR = 27;

/** A minor version of Istio. */
export class IstioVersion {
  /** A version such as `1.30`, 1.27 or newer. A patch version, as in `1.30.2`, is dropped. */
  public static of(version: string): IstioVersion {
    return new IstioVersion(version, minorOf(version));
  }

  private constructor(
    /** Version as given. */
    public readonly given: string,
    /** Minor version. Undefined for a text that is no version of Istio 1. */
    public readonly minor: number | undefined,
  ) {}

  /** True for a supported version. */
  public get supported(): boolean {
    return this.minor !== undefined && this.minor >= OLDEST_MINOR;
  }

  /** Version as Istio writes it, such as `1.30`. */
  public toString(): string {
    return this.minor === undefined ? this.given : `1.${this.minor}`;
  }
}
