import { expect, test } from 'vitest';
import { kindOfName, readLastWord, readOrganisation, unquoted } from '../../src/reading/organisations.ts';

test.each([
	['张三 西山村党支部 7月', '西山村党支部'],
	['东湖总支', '东湖总支'],
	['高新区党委', '高新区党委'],
	['支部', undefined],
	['西山村党支部书记', undefined],
	['', undefined],
])('%s names %s', (text, name) => {
	const found = readOrganisation(text);
	expect(found?.words).toBe(name);
	expect(found && text.slice(found.from, found.to)).toBe(name);
});

test.each([
	['星光支部 高新区两新党委', '高新区两新党委'],
	['高新区两新党委 ', '高新区两新党委'],
	[' ', undefined],
])('«%s» ends with %s', (text, word) => {
	const found = readLastWord(text);
	expect(found?.words).toBe(word);
	expect(found && text.slice(found.from, found.to)).toBe(word);
});

test.each([
	['“星光电子党支部”。', '星光电子党支部'],
	['「东湖支部」', '东湖支部'],
	['东湖支部', '东湖支部'],
])('%s is kept as %s', (said, name) => expect(unquoted(said)).toBe(name));

test.each([
	['东湖党总支', 'general-branch'],
	['高新区党委', 'committee'],
	['街道党工委', 'committee'],
	['高新区委员会', 'committee'],
	['星光支部委员会', 'branch'],
	['第一党小组', 'group'],
	['District Committee', 'committee'],
	['星光党支部', 'branch'],
])('%s is a %s', (name, kind) => expect(kindOfName(name)).toBe(kind));
