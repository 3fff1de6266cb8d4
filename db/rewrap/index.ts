/** Everything that lies sealed, sealed anew under another first key, a step at a time. */
export { type RewrapState, rewrapState, rewrapStep } from './step.ts';
