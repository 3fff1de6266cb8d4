/** When something is: days, times, periods and lengths as people write them. */
export { type Lean, numeral } from './calendar.ts';
export { completed } from './complete.ts';
export { type HoursRead, readHours, readHoursWords } from './hours.ts';
export * from './periods.ts';
export type { Part } from './piece.ts';
export { type DateRead, type DayRead, readDate, readDayBehind, readDayUntil } from './read-date.ts';
export { readTimes, readWhen, type WhenRead } from './read-when.ts';
export { MOST_SESSIONS, readSessions, type Sessions } from './sessions.ts';
