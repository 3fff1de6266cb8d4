import type { Job } from '../../src/bot/repertoire.ts';
import { consentToFloat, declineFloat } from './consent.ts';
import { cameBack, contacted } from './contact.ts';
import { floatList, floatsWaiting } from './list.ts';
import { floatFormCommand, registerFloat } from './register.ts';
import { said } from './said.ts';

/** Floating members: who is away or here, since when, and who was in touch with them. */
export const floats: Job = {
	isPrivate: true,
	commands: [registerFloat, floatList, contacted, cameBack],
	said,
	buttons: [floatFormCommand, consentToFloat, declineFloat],
	todo: [floatsWaiting],
};
