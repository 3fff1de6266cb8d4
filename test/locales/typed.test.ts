import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url).pathname;
let folder: string;

/** Programs with one mistake each, on their only line that says something. */
const WRONG = {
	'a misspelt key': `t('meeting.plannd', { id: 1 });`,
	'a missing value': `t('meeting.planned');`,
	'another value than the sentence asks for': `t('meeting.planned', { number: 1 });`,
	'a value too many': `t('meeting.planned', { id: 1, name: 'x' });`,
	'a value where none is asked for': `t('meeting.which', { id: 1 });`,
	'a refusal without its values': `new Refusal('meeting.unknown');`,
	'a refusal with another value': `new Refusal('meeting.unknown', { number: 1 });`,
	'a question that needs values': `new Missing('when', 'meeting.planned');`,
};

/** What is changed in the English dictionary, and the key that the compiler has to name. */
const TWINS = {
	'a sentence less': { file: 'meetings.ts', from: /\t\twhich: .*\n/, to: '', names: 'meeting.which' },
	'a sentence more': {
		file: 'meetings.ts',
		from: /\t\twhich: /,
		to: "\t\textra: 'x',\n\t\twhich: ",
		names: 'meeting.extra',
	},
	'a value less': {
		file: 'people.ts',
		from: /(already:\s*\n?\s*)(['"]).*\2,/,
		to: "already: 'You are on the roster.',",
		names: 'register.already',
	},
} as const;

beforeAll(() => {
	folder = mkdtempSync(join(ROOT, 'node_modules', '.typed-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the compiler says of the files of a folder. */
function compile(place: string): string {
	const config = {
		extends: join(ROOT, 'tsconfig.json'),
		include: ['*.ts'],
		compilerOptions: { rootDir: ROOT },
	};
	writeFileSync(join(place, 'tsconfig.json'), JSON.stringify(config));
	const { stdout, error } = spawnSync('tsc', ['-p', place], { encoding: 'utf8' });
	if (error) throw error;
	return stdout;
}

test('what is said wrongly does not compile', () => {
	const place = mkdtempSync(join(folder, 'calls-'));
	const head = `import { createWords } from '${ROOT}src/locales/index.ts';
import { Missing, Refusal } from '${ROOT}src/bot/refusal.ts';
export const t = createWords('en');
export const used = [Missing, Refusal];
`;
	const right = `t('meeting.planned', { id: 1 });\nt('meeting.which');\nnew Refusal('meeting.unknown', { id: 1 });\n`;
	writeFileSync(join(place, 'right.ts'), head + right);
	const files = Object.entries(WRONG).map(([what, line], at) => {
		const file = `wrong${at}.ts`;
		writeFileSync(join(place, file), `${head}${line}\n`);
		return { what, file };
	});
	const said = compile(place);
	expect(said).not.toContain('right.ts');
	for (const { what, file } of files) expect(said, what).toMatch(new RegExp(`${file}\\(5,\\d+\\): error`));
});

test.each(Object.entries(TWINS))('an English dictionary with %s does not compile', (_what, twin) => {
	const place = mkdtempSync(join(folder, 'twin-'));
	cpSync(join(ROOT, 'src', 'locales'), join(place, 'locales'), { recursive: true });
	writeFileSync(join(place, 'says.ts'), `export { createWords } from './locales/index.ts';\n`);
	const file = join(place, 'locales', 'en', twin.file);
	const before = readFileSync(file, 'utf8');
	const after = before.replace(twin.from, twin.to);
	expect(after).not.toBe(before);
	writeFileSync(file, after);
	expect(compile(place)).toContain(twin.names);
});
