import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEvent } from '../../src/lark/events/index.ts';
import { CALLBACKS, EVENTS, SCOPES } from '../../src/lark/index.ts';
import { eventOf } from './sealing.ts';

describe.each(['README.md', 'README.zh-CN.md'])('%s', (name) => {
	const text = readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

	it('names every scope, event and callback, and no other scope', () => {
		for (const wanted of [...SCOPES, ...EVENTS, ...CALLBACKS]) expect(text).toContain(`\`${wanted}\``);
		const named = [...text.matchAll(/`((?:im|contact):[\w.:]+)`/g)].map(([, scope]) => scope);
		expect(named.toSorted()).toEqual([...SCOPES].toSorted());
	});
});

it('every event asked for has a reader', () => {
	for (const type of [...EVENTS, ...CALLBACKS])
		expect(readEvent(eventOf(type, {}))).toMatchObject({ kind: 'unreadable', type });
});
