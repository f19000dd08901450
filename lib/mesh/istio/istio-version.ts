/** A minor version of Istio. */
export class IstioVersion {
  /** A version such as `1.30`; the oldest is 1.27. */
  public static of(version: string): IstioVersion {
    return new IstioVersion(version);
  }

  private constructor(
    /** The version as it was stated. */
    public readonly text: string,
  ) {}

  /** Whether it is a minor version that the library knows how to write for. */
  public get isSupported(): boolean {
    const [, minor] = /^1\.(\d+)$/.exec(this.text) ?? [];
    return minor !== undefined && Number(minor) >= OLDEST_MINOR;
  }

  public toString(): string {
    return this.text;
  }
}

/** 1.27 puts native sidecars into pods by default and has every field that is written here. */
export const OLDEST_MINOR = 27;
