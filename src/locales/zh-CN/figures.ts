/** The overview of all four jobs. */
export const figures = {};
