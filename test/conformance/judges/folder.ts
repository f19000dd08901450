/** Folder of the modules and the pinned packages. */
export const FOLDER = __dirname;
