import { afterEach, beforeEach, expect, test } from 'vitest';
import { LONGEST_TEXT, MOST_FIELDS, MOST_MENTIONS } from '../../src/bot/intake.ts';
import { openTown, START, type Town } from '../town/town.ts';
import { eventOf, messageEvent, routesOf, sealedRequest } from './posted.ts';

let town: Town;
beforeEach(async () => {
	town = await openTown();
	await town.person('张三').says('你好');
});
afterEach(() => town.close());

/** Lets the platform tell this, and answers what 张三 hears and what stands in the answer itself. */
async function told(event: object): Promise<string> {
	const 张三 = town.person('张三');
	const before = 张三.heard().length;
	const response = await routesOf(town).request('/lark/events', sealedRequest(event));
	expect(response.status).toBe(200);
	await town.settle();
	return [...张三.heard().slice(before), await response.text()].join('\n');
}

const by = () => ({ openId: town.person('张三').openId, chatId: town.person('张三').desk, at: START });
const says = (text: string, mentions: readonly object[] = []) =>
	told(messageEvent({ ...by(), text, mentions }));

const mentioned = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		key: `@_user_${index + 1}`,
		id: { open_id: `ou_${index + 1}` },
		name: `党员${index + 1}`,
	}));

function fills(form: object): Promise<string> {
	const { openId, chatId } = by();
	return told(
		eventOf('card.action.trigger', START, {
			operator: { open_id: openId },
			action: { tag: 'button', value: { c: 'ticket.open', a: {} }, form_value: form },
			context: { open_message_id: 'om_1', open_chat_id: chatId },
		}),
	);
}

test('a message of more than 20,000 signs is refused with what to do; one of 20,000 is read', async () => {
	const words = '求助 ';
	expect(await says(words.padEnd(LONGEST_TEXT + 1, '长'))).toMatch(
		/最多20,?000字，您发了20,?001字.*分成两条/,
	);
	expect(town.refused).toEqual(['spine.message-too-long']);
	expect(await says(words.padEnd(LONGEST_TEXT, '长'))).not.toContain('分成两条');
});

test('who is in danger gets the numbers to call, however much they write', async () => {
	const answer = await says('我不想活了。'.padEnd(LONGEST_TEXT * 2, '长'));
	expect(answer).toContain('12356');
	expect(answer).toContain('分成两条');
});

test('more mentions than a message may hold, in words and in a rich text', async () => {
	expect(await says('名册 @_user_1', mentioned(MOST_MENTIONS))).not.toContain('分成两条');
	expect(await says('名册 @_user_1', mentioned(MOST_MENTIONS + 1))).toMatch(/最多@200人，您@了201人/);
	const event = messageEvent({ ...by(), text: '' });
	const runs = Array.from({ length: 15_000 }, (_, index) => ({ tag: 'at', user_id: `ou_${index}` }));
	const content = JSON.stringify({ content: [runs] });
	const post = { ...event.event, message: { ...messageOf(event), message_type: 'post', content } };
	expect(await told({ ...event, event: post })).toContain('您发了');
});

function messageOf(event: { readonly event: object }): object {
	return 'message' in event.event && typeof event.event.message === 'object'
		? (event.event.message ?? {})
		: {};
}

test('a form with more than its fields can hold changes nothing', async () => {
	const long = 'x'.repeat(LONGEST_TEXT);
	expect(await fills({ story: `${long}x` })).toContain('分成两条');
	expect(await fills({ story: long, words: 'x' })).toContain('分成两条');
	const many = Array.from({ length: MOST_FIELDS + 1 }, (_, index) => [`field${index}`, 'x'] as const);
	expect(await fills(Object.fromEntries(many))).toContain('没看懂');
	expect(await fills({ person: many.map(([name]) => name) })).toContain('没看懂');
	expect(town.refused).toEqual([
		'spine.message-too-long',
		'spine.message-too-long',
		'spine.not-readable',
		'spine.not-readable',
	]);
});
