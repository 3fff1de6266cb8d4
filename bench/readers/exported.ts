import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { zhibu } from '../../commands/index.ts';
import { learned, readSentence, type World } from '../../src/reading/sentence/index.ts';

/** Something that reads one text, by its name. */
export interface Reader {
	readonly name: string;
	read(text: string): unknown;
}

const world: World = {
	now: Date.parse('2026-11-23T10:00:00+08:00'),
	zone: 'Asia/Shanghai',
	today: '2026-11-23',
	people: Array.from({ length: 200 }, (_, id) => ({ id, name: `党员${id}`, mention: `@_user_${id}` })),
	branches: Array.from({ length: 2_000 }, (_, id) => ({ id, name: `第${id}支部` })),
};

/** What readers call the text they read, or what another has read in it, and what else they are given beside it. */
const TEXTS: ReadonlySet<string> = new Set([
	'text',
	'paste',
	'list',
	'name',
	'rest',
	'place',
	'line',
	'sentence',
	'words',
]);
const GIVEN: Readonly<Record<string, unknown>> = {
	world,
	today: world.today,
	now: world.now,
	zone: world.zone,
	learned,
	scene: { manages: true, may: () => true },
	likely: [{ wish: 'nothing', p: 1 }],
	isQuestion: () => false,
	lean: 'ahead',
	meaning: 'coming',
	before: /^(?:请假|同志)/u,
	signs: ' \t\n,，、。',
	spans: Array.from({ length: 1_000 }, (_, index) => ({ from: index * 20, to: index * 20 + 18 })),
	'{ months, days }': { months: 1, days: 1 },
	roster: world.people,
	vocabulary: zhibu.vocabulary,
	names: world.branches.map(({ name }) => name),
	fits: () => false,
};

const FOLDER = fileURLToPath(new URL('../../src/reading/', import.meta.url));

/**
 * Every function that takes a text and that src/reading lets others have: its files and its folders' tables of contents. Throws
 * for one whose other parameters nobody here knows, so that none is left out.
 */
export async function exportedReaders(): Promise<Reader[]> {
	const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
	const found: Reader[] = [];
	for (const file of files.filter((each) => /^\w[\w-]*\.ts$|\/index\.ts$/.test(each)).sort()) {
		const exported: Record<string, unknown> = await import(pathToFileURL(FOLDER + file).href);
		for (const [name, value] of Object.entries(exported))
			if (typeof value === 'function') found.push(...readerOf(`${file} ${name}`, value));
	}
	return found;
}

function readerOf(name: string, value: object): Reader[] {
	if (!isCallable(value)) return [];
	const parameters = parametersOf(String(value));
	const unknown = parameters.find((each) => !TEXTS.has(each) && !(each in GIVEN));
	if (unknown !== undefined) throw new Error(`${name}: nobody knows what to give it as «${unknown}»`);
	if (!parameters.some((each) => TEXTS.has(each))) return [];
	const given = (each: string, text: string) =>
		each === 'sentence' ? readSentence(text, world) : TEXTS.has(each) ? text : GIVEN[each];
	return [{ name, read: (text) => value(...parameters.map((each) => given(each, text))) }];
}

function isCallable(value: object): value is (...args: unknown[]) => unknown {
	return typeof value === 'function';
}

/** The names in the head of a function, as it is written: types are stripped, defaults fall away. */
function parametersOf(source: string): string[] {
	const head = source.slice(source.indexOf('(') + 1);
	const names: string[] = [];
	let depth = 0;
	let from = 0;
	for (let at = 0; at < head.length; at++) {
		const sign = head.charAt(at);
		if (depth === 0 && (sign === ',' || sign === ')')) {
			const name = head.slice(from, at).split('=')[0]?.replace(/\s+/g, ' ').trim() ?? '';
			if (name !== '') names.push(name.split(':')[0]?.trim() ?? name);
			from = at + 1;
		}
		if (depth === 0 && sign === ')') break;
		if ('({['.includes(sign)) depth++;
		if (')}]'.includes(sign)) depth--;
	}
	return names;
}
