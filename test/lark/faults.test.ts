import { describe, expect, it } from 'vitest';
import { faultOfAnswer, faultOfError, KIND_OF_CODE } from '../../src/lark/faults.ts';

const table: [kind: string, codes: number[]][] = [
	['retry', [99991400, 230020, 11232, 11233, 230049]],
	['target', [230002, 230006, 230013, 230018, 230027, 230029, 230034, 230035, 230053, 232009, 99992361]],
	['content', [230001, 230025, 230099, 11310, 230022, 230028]],
	['token', [99991661, 99991663, 99991664, 99991668, 99991671, 99991677]],
	['operator', [99991672, 99991401, 99991403]],
];
const rows = table.flatMap(([kind, codes]) => codes.map((code) => [code, kind] as const));

describe('the table of codes', () => {
	it.each(rows)('%i is %s, whatever the status', (code, kind) => {
		for (const status of [200, 400, 403, 500]) {
			expect(faultOfAnswer(status, { code, msg: '张三' })).toEqual({ kind, code: String(code) });
		}
	});

	it('has these rows and no others', () => {
		expect([...KIND_OF_CODE.keys()].sort()).toEqual(rows.map(([code]) => code).sort());
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
		[400, 'content'],
		[404, 'content'],
		[413, 'content'],
		[401, 'operator'],
		[403, 'operator'],
		[302, 'operator'],
	])('%i is %s', (status, kind) => {
		expect(faultOfAnswer(status, '<html>张三</html>')).toEqual({ kind, code: `http-${status}` });
		expect(faultOfAnswer(status, { code: 7, msg: '张三' })).toEqual({ kind, code: '7' });
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
