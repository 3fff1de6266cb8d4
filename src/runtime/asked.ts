import { Hono } from 'hono';
import { z } from 'zod';
import { selfOf } from '../../db/app.ts';
import { rewrapState } from '../../db/rewrap/index.ts';
import { issueOfficerCode } from '../bot/first-officer.ts';
import { takeMachineAtItsWord } from '../bot/hour.ts';
import { BatchVoid } from '../bot/ports.ts';
import type { Tenant } from '../bot/tenant.ts';

/** What whoever runs the bot may ask of it, past all that people can say. */
export const operatorAsk = z.enum(['officer-code', 'clock', 'key']);
export type OperatorAsk = z.infer<typeof operatorAsk>;

/** All instants in ms. */
export const operatorAnswers = {
	'officer-code': z.object({ code: z.string() }),
	clock: z.object({
		/** What the bot's own clock shows. */
		bot: z.number(),
		/** What the machine's clock shows. */
		machine: z.number(),
		/** What the platform's last answer showed; null before the first, and where the clock was given. */
		platform: z.number().nullable(),
		/** The bot's clock will not show an earlier instant than this after a start. */
		floor: z.number(),
		/** The floor that was wrong and has been lowered by this very question. */
		loweredFrom: z.number().nullable(),
		zone: z.string(),
	}),
	/** Ids of data keys, never a key. */
	key: z.object({
		seals: z.string().nullable(),
		others: z.array(z.string()),
		rewrap: z.enum(['finished', 'under-way', 'stuck']),
	}),
} satisfies Readonly<Record<OperatorAsk, z.ZodType>>;
export type OperatorAnswer<A extends OperatorAsk = OperatorAsk> = z.infer<(typeof operatorAnswers)[A]>;

type Asked = Pick<Tenant, 'db' | 'store' | 'clock' | 'zone' | 'log'>;

/** Settles when what it did is durable; rejects with `BatchVoid` when the database could not keep it. */
export async function answerOperator(
	{ db, store, clock, zone, log }: Asked,
	ask: OperatorAsk,
): Promise<OperatorAnswer> {
	if (ask === 'clock') {
		const { clockFloor } = selfOf(db);
		const lowered = await store.commit(() => takeMachineAtItsWord({ db, clock, zone, log }));
		return {
			bot: clock.now(),
			machine: clock.wall(),
			platform: clock.setting?.platform() ?? null,
			floor: selfOf(db).clockFloor,
			loweredFrom: lowered ? clockFloor : null,
			zone,
		};
	}
	if (ask === 'key') return rewrapState(db);
	const code = await store.commit(() => issueOfficerCode(db));
	log.info('officer-code-issued');
	return { code };
}

/** `POST /:ask` for each. Who may come here is decided before: by the socket's mode, or by a token. */
export function operatorRoutes(bot: Asked): Hono {
	const app = new Hono();
	app.post('/:ask', async (context) => {
		const ask = operatorAsk.safeParse(context.req.param('ask'));
		return ask.success ? context.json(await answerOperator(bot, ask.data)) : context.notFound();
	});
	app.notFound((context) => context.json({ code: 'not-found' }, 404));
	app.onError((error, context) => {
		bot.log.error('operator-not-answered', error);
		return context.json({ code: error instanceof BatchVoid ? 'try-again' : 'internal' }, 503);
	});
	return app;
}
