/** Where the modules and the pinned packages are stated. */
export const FOLDER = __dirname;
