import { normalise } from '../normalise.ts';
import { type Listed, namesIn } from '../people.ts';
import { isName } from '../roster/index.ts';
import { surnameLength } from '../roster/name.ts';
import type { Found } from './found.ts';

/** Signs that the standard list allows beside their simplified form, so that a whole text may keep or lose them. */
const SPELT: Readonly<Record<string, string>> = {
	乾: '干',
	徵: '征',
	於: '于',
	昇: '升',
	濛: '蒙',
	夥: '伙',
	麴: '曲',
	榘: '矩',
	拚: '拼',
	'•': '·',
	'・': '·',
	'‧': '·',
	'∙': '·',
};
const RESPELT = new RegExp(
	`[${Object.keys(SPELT).join('')}]|(?<=\\p{Script=Han})\\.(?=\\p{Script=Han})`,
	'gu',
);

/** One spelling of what may be written several ways, sign for sign, so that places stay where they are. */
export function respelt(text: string): string {
	return text.replace(RESPELT, (sign) => SPELT[sign] ?? '·');
}

type Named = ReturnType<typeof namesIn<string | number>>;
const known = new WeakMap<readonly Listed[], Named>();

/** The names made ready for looking up, once for each array: normalised, also without a bracket behind them (周杰（威达）). */
function named(listed: readonly Listed[]): Named {
	const made = known.get(listed);
	if (made) return made;
	const names = respelt(
		normalise(listed.map(({ name }) => name.replace(/\s+/gu, ' ') || '-').join('\n')),
	).split('\n');
	const spelt = listed.flatMap((each, at) => {
		const name = names.length === listed.length ? (names[at] ?? '') : respelt(normalise(each.name));
		const bare = name.replace(/\s?[([（].{0,20}[)\]）]$/u, '');
		const whole = name === '-' ? [] : [{ ...each, name }];
		return bare === name || bare === '' ? whole : [...whole, { ...each, name: bare }];
	});
	const index = namesIn(spelt);
	known.set(listed, index);
	return index;
}

/** Whoever is named of these, the longest name at each place; mentions too. `text` is respelt. */
export function readNamed(text: string, listed: readonly Listed[], kind: 'person' | 'branch'): Found[] {
	const at = named(listed);
	const found: Found[] = [];
	for (let from = 0; from < text.length; ) {
		const who = at(text, from);
		if (who) found.push({ kind, ids: who.ids, name: who.name, from, to: from + who.length });
		from += who?.length ?? 1;
	}
	return found;
}

const CALLED =
	/[老小](?<after>\p{Script=Han})|(?<before>\p{Script=Han})(?:书记|主任|经理|老师|师傅|支书|委员|组织员|指导员|厂长|总)/gu;
/** Words that only look like a surname behind 老 or 小, or before a title. */
const NO_SURNAME = /[支副正老小师员家时区组党任何请问找和为是当的我你他各全让跟叫向学]/u;

/** 老王, 小李, 王书记: a surname with what people are called by. */
export function readCalled(text: string): Found[] {
	return [...text.matchAll(CALLED)].flatMap((match): Found[] => {
		const surname = match.groups?.after ?? match.groups?.before ?? '';
		if (surnameLength(surname) === 0 || NO_SURNAME.test(surname)) return [];
		return [{ kind: 'surname', surname, from: match.index, to: match.index + match[0].length }];
	});
}

const LOOSE =
	/(?<![\p{Script=Han}·])(?:我是|我叫|姓名[:是]?)?([\p{Script=Han}·]{2,12})(?![\p{Script=Han}·])/gu;
/** Signs that hardly any given name has. */
const NO_NAME = /[了吗的不我你吧没在是到来去有一下上个着过呢么啊会开要这那什都全请谢好安满够应]/u;

/** A word by itself that can be nothing but a name, of whoever that is: 加两个人：卞晓东、麻志国. */
export function readStrangers(text: string): Found[] {
	return [...text.matchAll(LOOSE)].flatMap((match): Found[] => {
		const name = match[1] ?? '';
		if (name.length < 3 || !isName(name) || NO_NAME.test(name)) return [];
		const to = match.index + match[0].length;
		return [{ kind: 'stranger', from: to - name.length, to }];
	});
}
