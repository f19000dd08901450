import { approximate, type FeatureSupport, type PolicyName } from '../../../program';

/** Every policy of calls, and the loss without a mesh. */
export const NO_MESH_POLICIES: Readonly<Record<PolicyName, FeatureSupport>> = {
  timeout: approximate('nothing ends a request that takes longer; the caller has to'),
  retries: approximate('nothing sends a failed request again; the caller has to'),
  headers: approximate('nothing sets or removes headers; the caller has to'),
};
