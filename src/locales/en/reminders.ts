/** What is said unasked, the rules behind it, and how to have less of it. */
export const reminders = {};
