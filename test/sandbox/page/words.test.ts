import { expect, it } from 'vitest';
import { z } from 'zod';

const Words = z.record(z.string(), z.string().min(1));
const page = new URL('../../../sandbox/page/public/words/', import.meta.url);

it('says everything in both languages, with the same blanks to fill', async () => {
	const zh = Words.parse((await import(new URL('zh.js', page).href)).zh);
	const en = Words.parse((await import(new URL('en.js', page).href)).en);
	expect(Object.keys(en)).toEqual(Object.keys(zh));
	const blanks = (text = '') => text.match(/\{\w+\}/g)?.toSorted() ?? [];
	for (const key of Object.keys(zh)) expect([key, blanks(en[key])]).toEqual([key, blanks(zh[key])]);
});
