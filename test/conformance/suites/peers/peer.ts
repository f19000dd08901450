/** The judges of this suite. */
export const PEERS = ['kube-score', 'checkov', 'trivy'] as const;
export type PeerName = (typeof PEERS)[number];

/** Place of a finding: an object, or a line in it. */
export type Target =
  { readonly kind: string; readonly namespace?: string; readonly name: string } | { readonly line: number };

/** Finding of a peer on an object. */
export interface Finding {
  readonly check: string;
  /** In the peer's words. */
  readonly words: string;
  /** The file, in the folder that was judged. */
  readonly file: string;
  readonly target: Target;
}

/** Report of a peer on a folder. */
export interface Report {
  /** Number of checks. */
  readonly checks: number;
  readonly findings: readonly Finding[];
}

/** A peer's command line and how its answer is read. */
export interface Peer {
  readonly name: PeerName;
  /** Judges the files of a folder that holds nothing else. */
  judge(folder: string): Promise<Report>;
}
