/** A new version of a microservice that takes part of its requests. */
export interface CandidateProps {
  /** Image of the new version. The platform's image map applies. */
  readonly image: string;

  /** Percent of the requests that go to it: 0, or the weight of one of the rollout's steps. */
  readonly weight: number;
}
