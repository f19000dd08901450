import { minorOf } from '../../../values';

/** Oldest supported minor version of Gateway API 1: its standard HTTPRoute has timeouts. */
export const OLDEST_MINOR = 2;

/** A minor version of the Gateway API's standard channel, as its definitions are installed. */
export class GatewayApiVersion {
  /** A version such as `1.4`, 1.2 or newer. A patch version, as in `1.4.1`, is dropped. */
  public static of(version: string): GatewayApiVersion {
    return new GatewayApiVersion(version, minorOf(version));
  }

  private constructor(
    /** Version as given. */
    public readonly given: string,
    /** Minor version. Undefined for a text that is no version of Gateway API 1. */
    public readonly minor: number | undefined,
  ) {}

  /** True for a supported version. */
  public get supported(): boolean {
    return this.minor !== undefined && this.minor >= OLDEST_MINOR;
  }

  /** True for this minor version and newer ones. */
  public atLeast(minor: number): boolean {
    return (this.minor ?? OLDEST_MINOR) >= minor;
  }

  /** Version as the Gateway API writes it, such as `1.4`. */
  public toString(): string {
    return this.minor === undefined ? this.given : `1.${this.minor}`;
  }
}
