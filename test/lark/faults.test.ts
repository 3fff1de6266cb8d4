import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { faultOfAnswer, faultOfError, ROW_OF_CODE } from '../../src/lark/faults.ts';
import { fixture } from './sealing.ts';

const answered = z.object({ status: z.number(), body: z.unknown() });
const answer = (name: string) => answered.parse(fixture(`more/${name}`));

const table: [kind: string, codes: number[]][] = [
	['retry', [99991400, 230020, 11232, 11233, 11247, 1000004, 1000005, 230049, 230018, 230035]],
	['target', [230002, 230011, 230013, 230027, 230029, 230034, 230053, 232006, 232009, 232011]],
	['target', [41012, 41050, 99992361]],
	['content', [230001, 230025, 230031, 230054, 230099, 11310, 230022, 230028]],
	['token', [99991661, 99991663, 99991664, 99991665, 99991668, 99991671, 99991677]],
	['operator', [99991672, 99991401, 99991662, 99991673, 230006, 99991403]],
];
const rows = table.flatMap(([kind, codes]) => codes.map((code) => [code, kind] as const));

describe('the table of codes', () => {
	it.each(rows)('%i is %s, whatever the status', (code, kind) => {
		for (const status of [200, 400, 403, 500]) {
			expect(faultOfAnswer(status, { code, msg: '张三' })).toMatchObject({ kind, code: String(code) });
		}
	});

	it('has these rows and no others', () => {
		expect([...ROW_OF_CODE.keys()].sort()).toEqual(rows.map(([code]) => code).sort());
	});

	it('keeps the month’s quota until the next month, and a disabled app for the operator', () => {
		const { status, body } = answer('answer-monthly-quota');
		expect(faultOfAnswer(status, body, { 'x-ogw-ratelimit-reset': '2' })).toEqual({
			kind: 'operator',
			code: '99991403',
			whole: true,
			until: 'next-month',
		});
		const disabled = answer('answer-app-disabled');
		expect(faultOfAnswer(disabled.status, disabled.body)).toEqual({
			kind: 'operator',
			code: '99991662',
			whole: true,
		});
	});

	it('tries a card that somebody is tapping again after 0.3, 0.8 and 1.6 s', () => {
		const { status, body } = answer('answer-patch-card-action-is-lock');
		expect(faultOfAnswer(status, body)).toEqual({ kind: 'retry', code: '230099', waits: [300, 800, 1600] });
		expect(faultOfAnswer(400, { code: 11310, msg: 'Card action is lock' })).toMatchObject({ kind: 'retry' });
	});

	it('names a mention that the platform does not take', () => {
		const msg = 'Failed to create card content, ext=ErrCode: 100290; ErrMsg: invalid at; code:230099';
		expect(faultOfAnswer(400, { code: 230099, msg })).toMatchObject({
			kind: 'content',
			code: 'invalid-mention',
		});
		expect(faultOfAnswer(400, { code: 230099, msg: 'ErrCode: 1002901' })).toMatchObject({
			kind: 'content',
			code: '230099',
		});
	});

	it('judges 230027 by its message', () => {
		for (const msg of ['Lack of necessary permissions, ext=need scope: im:message', 'needs im:message']) {
			expect(faultOfAnswer(400, { code: 230027, msg })).toEqual({ kind: 'operator', code: '230027' });
		}
		const msg = 'Lack of necessary permissions';
		expect(faultOfAnswer(400, { code: 230027, msg })).toMatchObject({ kind: 'target', code: '230027' });
	});

	it('keeps for hours what may pass, and tells what was taken back', () => {
		for (const code of [230018, 230035]) {
			expect(faultOfAnswer(400, { code })).toMatchObject({ patience: { forMs: 6 * 3_600_000 } });
		}
		expect(faultOfAnswer(400, { code: 230011 })).toMatchObject({ kind: 'target', recalled: true });
	});
});

describe('an HTTP status without a code of the table', () => {
	it.each([
		[429, 'retry'],
		[500, 'unknown'],
		[502, 'unknown'],
		[503, 'unknown'],
		[504, 'unknown'],
		[408, 'unknown'],
		[200, 'unknown'],
		[400, 'retry'],
		[404, 'retry'],
		[422, 'retry'],
		[413, 'content'],
		[401, 'operator'],
		[403, 'operator'],
		[302, 'operator'],
	])('%i is %s', (status, kind) => {
		expect(faultOfAnswer(status, '<html>张三</html>')).toMatchObject({ kind, code: `http-${status}` });
		expect(faultOfAnswer(status, { code: 7, msg: '张三' })).toMatchObject({ kind, code: '7' });
	});

	it('is tried again within reason where nobody knows it', () => {
		const patience = { forMs: 600_000, attempts: 5 };
		expect(faultOfAnswer(404, '404 page not found')).toEqual({ kind: 'retry', code: 'http-404', patience });
		expect(faultOfAnswer(400, { code: 2200, msg: '' })).toEqual({ kind: 'retry', code: '2200', patience });
	});
});

describe('the wait after a rate limit', () => {
	const after = (reset: unknown, status = 429) =>
		faultOfAnswer(status, { code: 99991400 }, { 'x-ogw-ratelimit-reset': reset });

	it('is the header in milliseconds, on older APIs with 400, too', () => {
		expect(after('3')).toEqual({ kind: 'retry', code: '99991400', afterMs: 3000 });
		expect(after('0')).toEqual({ kind: 'retry', code: '99991400', afterMs: 0 });
		expect(after('60', 400)).toEqual({ kind: 'retry', code: '99991400', afterMs: 60_000 });
	});

	it.each(['', 'soon', '-1', '3601', '99999999', undefined])(
		'is left open when the header says %j',
		(reset) => {
			expect(after(reset)).toEqual({ kind: 'retry', code: '99991400' });
		},
	);
});

describe('what a call throws', () => {
	it.each([
		[{ code: 'ECONNREFUSED' }, 'retry', 'ECONNREFUSED'],
		[{ code: 'ENOTFOUND' }, 'retry', 'ENOTFOUND'],
		[{ code: 'EAI_AGAIN' }, 'retry', 'EAI_AGAIN'],
		[{ code: 'ECONNRESET' }, 'unknown', 'ECONNRESET'],
		[{ code: 'ECONNABORTED' }, 'unknown', 'ECONNABORTED'],
		[{ code: 'ETIMEDOUT' }, 'unknown', 'ETIMEDOUT'],
		[{ code: '张三 请假' }, 'unknown', 'network'],
		[{ code: 5 }, 'unknown', 'network'],
		[new TypeError('张三'), 'unknown', 'network'],
		[undefined, 'unknown', 'network'],
	])('%j is %s', (error, kind, code) => {
		expect(faultOfError(error)).toEqual({ kind, code });
	});
});
