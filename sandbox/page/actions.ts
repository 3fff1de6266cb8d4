import { Hono } from 'hono';
import { validator } from 'hono/validator';
import { z } from 'zod';
import type { Feishu } from '../platform/contract.ts';
import { destination, whither } from './clock.ts';
import type { Scopes } from './scopes.ts';
import type { PageOptions } from './state.ts';

const id = z.string().min(1).max(100);
const share = z.number().min(0).max(1);

const said = z.object({
	by: id,
	chatId: id,
	text: z.string().trim().min(1).max(20_000),
	repliesTo: id.optional(),
});
const sent = z.object({ by: id, chatId: id, type: z.enum(['sticker', 'audio', 'image', 'file']) });
const tapped = z.object({
	by: id,
	messageId: id,
	action: z.object({
		tag: z.string().max(40),
		name: z.string().max(200).optional(),
		value: z.unknown(),
		formValue: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
		option: z.string().max(1000).optional(),
		options: z.array(z.string()).max(200).optional(),
	}),
});
const group = z.object({
	name: z.string().trim().min(1).max(60),
	members: z.array(id).min(1),
	hasBot: z.boolean(),
});
const member = z.object({ chatId: id, openId: id, in: z.boolean() });
const faults = z.object({
	busy: share,
	badGateway: share,
	dropped: share,
	lost: share,
	tokenLife: z.number().int().min(0).max(1000),
	delayMs: z.number().int().min(0).max(10_000),
	monthlyCalls: z.number().int().min(0).max(100_000),
	cardLockMs: z.number().int().min(0).max(60_000),
	machines: z.number().int().min(0).max(50),
});

/** What a person at the page can do: one POST each, answered with what came of it. */
export function actions(feishu: Feishu, options: PageOptions, scopes: Scopes): Hono {
	const app = new Hono();
	app.post('/say', json(said), async (c) => {
		const { by, chatId, text, repliesTo } = c.req.valid('json');
		const delivery = await feishu.say(by, chatId, text, repliesTo === undefined ? {} : { repliesTo });
		return c.json({ delivery });
	});
	app.post('/send', json(sent), async (c) => {
		const { by, chatId, type } = c.req.valid('json');
		return c.json({ delivery: await feishu.send(by, chatId, type) });
	});
	app.post('/tap', json(tapped), async (c) => {
		const { by, messageId, action } = c.req.valid('json');
		return c.json(await feishu.tap(by, messageId, { ...action, value: action.value }));
	});
	app.post('/enter', json(z.object({ by: id })), async (c) =>
		c.json({ delivery: await feishu.enterPrivateChat(c.req.valid('json').by) }),
	);
	app.post('/recall', json(z.object({ by: id, messageId: id })), async (c) => {
		const { by, messageId } = c.req.valid('json');
		return c.json({ delivery: await feishu.recall(by, messageId) });
	});
	app.post('/group', json(group), (c) =>
		c.json(
			feishu.addGroup({ ...c.req.valid('json'), chatId: `oc_${crypto.randomUUID().replaceAll('-', '')}` }),
		),
	);
	app.post('/bot', json(z.object({ chatId: id, by: id, in: z.boolean() })), async (c) => {
		const { chatId, by, in: comes } = c.req.valid('json');
		return c.json({ delivery: await (comes ? feishu.addBot(chatId, by) : feishu.removeBot(chatId, by)) });
	});
	app.post('/menu', json(z.object({ by: id, key: id })), async (c) => {
		const { by, key } = c.req.valid('json');
		return c.json({ delivery: await feishu.menu(by, key) });
	});
	app.post('/block', json(z.object({ openId: id, blocked: z.boolean() })), (c) => {
		const { openId, blocked } = c.req.valid('json');
		feishu.block(openId, blocked);
		return c.json({});
	});
	app.post('/hide', json(z.object({ openId: id, hidden: z.boolean() })), (c) => {
		const { openId, hidden } = c.req.valid('json');
		feishu.hide(openId, hidden);
		return c.json({});
	});
	app.post('/member', json(member), async (c) => {
		const { chatId, openId, in: comes } = c.req.valid('json');
		const delivery = comes ? feishu.addMember(chatId, openId) : feishu.removeMember(chatId, openId);
		return c.json({ delivery: await delivery });
	});
	app.post('/resign', json(z.object({ openId: id })), async (c) =>
		c.json({ delivery: await feishu.resign(c.req.valid('json').openId) }),
	);
	app.post('/faults', json(faults.partial()), (c) => {
		const asked = Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined);
		feishu.setFaults(Object.fromEntries(asked));
		return c.json(feishu.faults);
	});
	app.post('/scopes', json(z.object({ withheld: z.array(id).max(100) })), (c) => {
		scopes.withhold(c.req.valid('json').withheld);
		return c.json(scopes.list());
	});
	app.post('/clock', json(whither), (c) => {
		if (!options.clock) return c.json({ error: 'This clock cannot be moved.' }, 409);
		const at = destination(options.clock.now(), c.req.valid('json'));
		if (at < options.clock.now()) return c.json({ error: 'The clock never goes back.' }, 409);
		options.clock.moveTo(at);
		return c.json({ now: options.clock.now() });
	});
	app.post('/start-over', json(z.object({})), async (c) => {
		if (!options.startOver) return c.json({ error: 'Cannot start over here.' }, 409);
		await options.startOver();
		return c.json({});
	});
	return app;
}

/** The body checked; what is wrong comes back in one line with the field's name. */
function json<T>(schema: z.ZodType<T>) {
	return validator('json', (body, c) => {
		const read = schema.safeParse(body);
		if (read.success) return read.data;
		const [issue] = read.error.issues;
		return c.json({ error: `${issue?.path.join('.') || 'body'}: ${issue?.message}` }, 400);
	});
}
