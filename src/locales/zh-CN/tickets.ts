/** Help: from the first word to the confirmed end. */
export const tickets = {};
