import { afterEach, beforeEach, expect, test } from 'vitest';
import { newsStanding } from '../../db/operator.ts';
import { accountKnown } from '../../db/people.ts';
import { openTown, type Town } from '../town/town.ts';
import { behind, type Gateway, openGateway } from './gateway.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const OFFICER = `ou_${Buffer.from('王芳').toString('hex')}`;

let gateway: Gateway;
let town: Town;
const lines: string[] = [];
beforeEach(async () => {
	lines.splice(0);
	gateway = await openGateway();
	town = await openTown({
		log: (line) => lines.push(line),
		overrides: { admins: [OFFICER] },
		between: behind(gateway),
	});
});
afterEach(async () => {
	await town.close();
	await gateway.close();
});

/** contact:user.base:readonly is missing: the call succeeds, and says no name. */
function withhold(): void {
	gateway.refuse(({ what }) =>
		what.includes('/contact/v3/users/')
			? { code: 0, msg: 'success', status: 200, data: { user: { open_id: 'ou_x' } } }
			: undefined,
	);
}

const asked = () => gateway.calls.filter(({ what }) => what.includes('/contact/v3/users/')).length;
const standing = () => town.look((db) => newsStanding(db).map(({ code }) => code));
const nameOf = (openId: string) => town.look((db) => accountKnown(db, openId)?.name);

test('withheld names: told once, asked for again at the next word of another day, and known when they are given', async () => {
	withhold();
	const [张三, 李四, 王芳] = ['张三', '李四', '王芳'].map((name) => town.person(name));
	for (const person of [张三, 李四]) {
		await town.feishu.enterPrivateChat(person?.openId ?? '');
		await town.settle();
	}
	expect(asked()).toBe(2);
	expect(await standing()).toEqual(['names-withheld']);
	expect(lines.filter((line) => line.includes('"msg":"names-withheld"'))).toHaveLength(1);
	for (let minutes = 0; minutes < 120; minutes += 10) await town.pass(10 * MINUTE);
	await 张三?.says('你好');
	await 张三?.says('帮助');
	expect(asked()).toBe(2);
	expect(王芳?.heard()).toEqual([expect.stringContaining('contact:user.base:readonly')]);

	await town.pass(DAY);
	expect(asked()).toBe(2);
	await 张三?.says('你好');
	await 张三?.says('帮助');
	expect(asked()).toBe(3);
	expect(await standing()).toEqual(['names-withheld']);

	await town.pass(DAY);
	gateway.refuse(() => undefined);
	await 张三?.says('你好');
	await 张三?.says('帮助');
	expect(asked()).toBe(4);
	expect(await nameOf(张三?.openId ?? '')).toBe('张三');
	expect(await nameOf(李四?.openId ?? '')).toBeNull();
	expect(await standing()).toEqual([]);
	await 李四?.says('你好');
	expect(await nameOf(李四?.openId ?? '')).toBe('李四');
	await town.pass(3 * DAY);
	await 张三?.says('你好');
	expect(asked()).toBe(5);
	expect(王芳?.heard()).toHaveLength(1);
});

test('a scope for reading that is missing altogether waits for the operator, and ends the news by itself', async () => {
	const refused = { code: 99991672, status: 403 };
	gateway.refuse(({ what }) => (what.includes('/contact/') ? refused : undefined));
	const 张三 = town.person('张三');
	await town.feishu.enterPrivateChat(张三.openId);
	await town.running.courier.caughtUp();
	expect(await standing()).toEqual(['reading-refused']);
	expect(张三.heard()).toHaveLength(1);
	gateway.refuse(() => undefined);
	await town.pass(10 * MINUTE);
	expect(await standing()).toEqual([]);
	expect(await nameOf(张三.openId)).toBe('张三');
});
