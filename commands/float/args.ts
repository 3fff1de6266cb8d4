import { z } from 'zod';
import {
	branchNamed,
	dayBehind,
	dayUntil,
	ID_NUMBER,
	isCallingOff,
	oneOf,
	personIfNamed,
	withoutIdNumbers,
} from '../../src/bot/arguments/index.ts';
import type { Arg, Values } from '../../src/bot/command.ts';
import { isName } from '../../src/reading/roster/index.ts';

const INWARD = /流入|流进来/;

/** The organisation the relation still belongs to; only said of somebody who came in. */
const home: Arg<string | undefined> = {
	schema: z.string().trim().min(2).max(60).optional(),
	question: 'float.ask-home',
	read(said) {
		const named = said.take(/(?:原属|组织关系(?:还|仍)?在|关系(?:还|仍)?在|来自)[:：]?\s*(\S+)/)?.[1];
		const alone = /^\S+$/.test(said.text);
		if (named || !(alone || INWARD.test(said.text))) return named;
		return said.take(/\S+(支部|总支|党委|工委|党组)(?=\s|$)/)?.[0];
	},
};

/** The name of somebody who came in and is on no roster here. */
const newcomer: Arg<string | undefined> = {
	schema: z.string().trim().min(2).max(40).optional(),
	question: 'float.ask-newcomer',
	read(said) {
		const match = /(流入|流进来)\s*([\p{Script=Han}·]{2,6})(?=\s|$)/u.exec(said.text);
		const [whole = '', word = '', name = ''] = match ?? [];
		if (!match || !isName(name)) return undefined;
		const from = match.index + whole.length - name.length;
		return from >= word.length ? said.takeSpan(from, from + name.length) : undefined;
	},
};

/** 13800000000, 138 0000 0000, +86 138-0000-0000, with the word before it. */
const PHONE =
	/(?:(?:联系)?(?:电话|手机|方式)[号码]*|\b(?:phone|tel|mobile)\b)?[:：.\s]*((?<![\d+])(?:(?:\+|00)?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d))/i;
const OTHER_CONTACT =
	/(?:微信|QQ|邮箱|电话|座机|\b(?:wechat|weixin|vx|e-?mail)\b)[号码]*[:：]?\s*[\w@.+-]{4,40}/i;

const contact: Arg<string | undefined> = {
	schema: z
		.string()
		.trim()
		.max(100)
		.transform((text) => withoutIdNumbers(text) || undefined)
		.optional(),
	read(said) {
		// An identity-card number is nobody's business; half of one would read as a telephone number or a place.
		said.takeEvery(ID_NUMBER);
		const phone = said.take(PHONE)?.[1];
		if (phone) return phone.replace(/\D/g, '').slice(-11);
		return said.take(OTHER_CONTACT)?.[0];
	},
};

const known = personIfNamed();

/** Somebody on a roster of the speaker's, or the speaker: 流动登记 张三 深圳, says 张三. */
const personOrMe: typeof known = {
	...known,
	read(said, turn) {
		const other = known.read?.(said, turn);
		const { id, name } = turn.me;
		const [first] = /^\S+/.exec(said.text) ?? [];
		if (other !== undefined || name === null || first !== name) return other;
		said.takeSpan(0, name.length);
		return String(id);
	},
};

const fixed: Arg<boolean | undefined> = {
	schema: z
		.enum(['yes', 'no', 'unknown'])
		.transform((word) => (word === 'unknown' ? undefined : word === 'yes'))
		.optional(),
	read(said) {
		if (said.take(/(地点|单位|住处|住所)?(不固定|不确定|经常换)/)) return 'no';
		return said.take(/(地点|单位|住处|住所)?(固定)/) ? 'yes' : undefined;
	},
};

/** Up to what looks like a day or a telephone number. */
const place: Arg<string | undefined> = {
	schema: z
		.string()
		.trim()
		.max(60)
		.transform((text) => withoutIdNumbers(text) || undefined)
		.optional(),
	question: 'float.ask-place',
	read(said) {
		said.take(/^(去了?|在|到了?|人在|来)\s*/);
		const end = /\s*(\d{1,2}\s*月|\d{4}[年-]|1[3-9]\d{9})/.exec(said.text)?.index ?? said.text.length;
		const words = said.takeSpan(0, end).replace(/^[\s,，、。]+|了?[\s,，、。]*$/g, '');
		return words || undefined;
	},
};

/** 不去深圳了, 别登记: nothing that somebody agrees to. */
export function isOff({ place: words = '' }: FloatArgs): boolean {
	return isCallingOff(words) || /[不没别](?:再|想|打算)?(?:去|走|登记|外出|出去)|取消/.test(words);
}

/** What 流动登记 takes, in any order; the place is what is left. */
export const floatArgs = {
	home,
	newcomer,
	direction: oneOf<'out' | 'in'>({ 流入: 'in', 流进来: 'in', incoming: 'in', 流出: 'out', 外出: 'out' }, [
		'out',
		'in',
	]),
	person: personOrMe,
	branch: branchNamed({ elsewhere: true }),
	// Before the days: its digits could be read as one.
	contact,
	until: dayUntil(),
	since: dayBehind('float.ask-since'),
	fixed,
	place,
};

export type FloatArgs = Values<typeof floatArgs>;

/** The same as strings, as buttons and questions carry them. */
export function carriedWords(args: Partial<FloatArgs>): Record<string, string> {
	const { fixed: isFixed, branch, ...words } = args;
	const all = {
		...words,
		...(branch === undefined ? {} : { branch: String(branch) }),
		...(isFixed === undefined ? {} : { fixed: isFixed ? 'yes' : 'no' }),
	};
	const kept = Object.entries(all).filter((pair): pair is [string, string] => Boolean(pair[1]));
	return Object.fromEntries(kept);
}

/** What waited as strings, checked anew; throws when somebody else wrote them. */
export function checkedWords(given: Readonly<Record<string, string>>): FloatArgs {
	const { home, newcomer, direction, person, branch, until, since, contact, fixed, place } = floatArgs;
	return {
		home: home.schema.parse(given.home),
		newcomer: newcomer.schema.parse(given.newcomer),
		direction: direction.schema.parse(given.direction),
		person: person.schema.parse(given.person),
		branch: branch.schema.parse(given.branch),
		until: until.schema.parse(given.until),
		since: since.schema.parse(given.since),
		contact: contact.schema.parse(given.contact),
		fixed: fixed.schema.parse(given.fixed),
		place: place.schema.parse(given.place),
	};
}
