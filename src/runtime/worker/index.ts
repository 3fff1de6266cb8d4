import { BadConfig } from '../settings.ts';
import { type Env, misconfigured, readSettings } from './settings.ts';

export { Zhibu } from './zhibu.ts';

/** The platform's servers and nearly all who use the bot are there. */
const NEAR = { locationHint: 'apac' };

export default {
	/** Everything goes to the one object of the app. Wrong settings let nothing in, and are answered by name. */
	async fetch(request: Request, env: Env): Promise<Response> {
		try {
			const { LARK_APP_ID } = readSettings(env);
			return await env.ZHIBU.get(env.ZHIBU.idFromName(LARK_APP_ID), NEAR).fetch(request);
		} catch (error) {
			if (!(error instanceof BadConfig)) throw error;
			for (const line of error.lines) console.error(line);
			return misconfigured(error);
		}
	},
};
