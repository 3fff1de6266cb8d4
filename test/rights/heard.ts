import { partOf } from './cast.ts';
import type { Strings } from './combinations.ts';
import type { Forged, Heard, Outcome } from './forged.ts';
import type { House } from './house.ts';
import { ALL_SECRETS } from './secrets.ts';

/** What was said because of a tap, and not for those ears: a secret, or words in a group that is not theirs. One line each. */
export function outOfTurn({ tree }: House, { by }: Forged, { heard }: Outcome): string[] {
	return heard.flatMap(({ openId, chatId, text, redrawn }) => {
		const reader = tree.everybody.find((each) => each.openId === openId);
		const isFor = (secret: (typeof ALL_SECRETS)[number]) =>
			chatId ? secret.inGroup === true : reader !== undefined && secret.for.includes(reader.role);
		const told = ALL_SECRETS.filter((secret) => text.includes(secret.words) && !isFor(secret));
		const whom = chatId ? 'the group' : (reader?.role ?? 'an account');
		const speaks = chatId === tree.group && !redrawn && !partOf(by.role).over.includes('x');
		return [
			...told.map(({ words }) => `${words} reaches ${whom}`),
			...(speaks ? ['speaks in a group that is not theirs'] : []),
		];
	});
}

/** Any number that nothing has. */
const NOTHING = '98765';

/** The same tap on things that don't exist, where it names some that don't exist for this person; undefined where it names none. */
export function onNothing({ things }: House, forged: Forged): Forged | undefined {
	const hidden = Object.entries(forged.args).filter(([name, value]) => {
		const known = things.known.get(`${name} ${value}`);
		return known && !known.includes(forged.by.role);
	});
	if (hidden.length === 0) return undefined;
	const args: Strings = { ...forged.args, ...Object.fromEntries(hidden.map(([name]) => [name, NOTHING])) };
	return { ...forged, args };
}

/** Whether two outcomes look the same to who tapped, but for the numbers they named. */
export function looksAlike(one: Outcome, other: Outcome): boolean {
	const seen = ({ refused, heard }: Outcome) =>
		JSON.stringify([
			refused,
			heard.map((each: Heard) => ({ ...each, text: each.text.replace(/\d+/g, '0') })),
		]);
	return seen(one) === seen(other);
}
