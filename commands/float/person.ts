import { z } from 'zod';
import { personIfNamed } from '../../src/bot/arguments/index.ts';
import type { Arg } from '../../src/bot/command.ts';
import { Said } from '../../src/bot/said.ts';
import { visibleFloats } from './whose.ts';

const schema = z.string().min(1).max(80).optional();

/** Somebody away or here: on a roster, mentioned, or (not on any roster) named in an entry the speaker may see. */
export function floatPerson(): Arg<string | undefined> {
	const known = personIfNamed();
	return {
		schema,
		read(said, turn) {
			const named = known.read?.(said, turn);
			if (named !== undefined) return named;
			const found = visibleFloats(turn).find(({ name }) => name !== '' && said.text.includes(name))?.name;
			if (found !== undefined) {
				const from = said.text.indexOf(found);
				return said.takeSpan(from, from + found.length);
			}
			return said.take(/^[\p{Script=Han}·]{2,4}(?=\s|$)/u)?.[0];
		},
	};
}

/** The same as the first word only, and only who is known: all other words are a reason (年底再说). */
export function floatPersonFirst(): Arg<string | undefined> {
	const known = personIfNamed();
	return {
		schema,
		read(said, turn) {
			const first = /^\S+/.exec(said.text)?.[0];
			if (first === undefined) return undefined;
			const named =
				known.read?.(new Said(first, said.mentions), turn) ??
				visibleFloats(turn).find(({ name }) => name === first)?.name;
			if (named !== undefined) said.takeSpan(0, first.length);
			return named;
		},
	};
}
