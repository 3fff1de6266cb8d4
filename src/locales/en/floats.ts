/** Floating members and transfers. */
export const floats = {};
