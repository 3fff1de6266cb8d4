/** What is said out of courtesy is read where all words are. */
export { isAsked, isCallingOff, isGreeting, isThanks } from '../../reading/courtesy.ts';
