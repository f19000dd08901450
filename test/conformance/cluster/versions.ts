/** The oldest minor version that the API server can behave as: three back. */
export const OLDEST = '1.33';
