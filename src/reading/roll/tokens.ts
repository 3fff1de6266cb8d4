import { type Listed, namesIn } from '../people.ts';
import { isName } from '../roster/index.ts';
import { surnameLength } from '../roster/surnames.ts';
import { type Mark, type Word, wordAt } from './words.ts';

export type Token<Id extends string | number> =
	| Exclude<Word, { kind: 'noise' | 'mark' | 'unclear' }>
	/** `glued`: it stands right behind a person, without a sign between. */
	| { readonly kind: 'mark'; readonly mark: Mark; readonly glued: boolean }
	| { readonly kind: 'unclear'; readonly text: string }
	/** One id: somebody on the roster. None: not on it. Several: the same name. */
	| { readonly kind: 'person'; readonly name: string; readonly ids: readonly Id[] }
	| { readonly kind: 'text'; readonly text: string };

/** Reasons in brackets are nobody's business; 「张三(迟到)」 in brackets is a mark. */
function withoutReasons(line: string): string {
	return line.replace(/[(（]([^()（）]*)[)）]/gu, (_whole, inside: string, at: number) => {
		const words = [...inside].map((_sign, index) => wordAt(inside, index)?.word.kind);
		const before = /(?:假|到|席|缺|来|上|班|差)\s*$/u.test(line.slice(0, at));
		return !before && words.some((kind) => kind === 'mark' || kind === 'reason') ? ` ${inside} ` : ' ';
	});
}

function tokenOf(word: Word, text: string, glued: boolean): Token<never>[] {
	if (word.kind === 'noise') return [];
	if (word.kind === 'mark') return [{ ...word, glued }];
	return word.kind === 'unclear' ? [{ ...word, text }] : [word];
}

/** Takes a line of a roll apart into people, marks and what is neither. */
export function tokenizer<Id extends string | number>(roster: readonly Listed<Id>[]) {
	const named = namesIn(roster);
	return (whole: string): Token<Id>[] => {
		const line = withoutReasons(whole);
		const tokens: Token<Id>[] = [];
		let run = '';
		let personEnd = -1;
		const flush = () => {
			if (isName(run)) tokens.push({ kind: 'person', name: run, ids: [] });
			else if (run !== '') tokens.push({ kind: 'text', text: run });
			run = '';
		};
		for (let at = 0; at < line.length; ) {
			const person = named(line, at);
			if (person) {
				flush();
				tokens.push({ kind: 'person', name: person.name, ids: person.ids });
				at += person.length;
				personEnd = at;
				continue;
			}
			const found = wordAt(line, at);
			// a stranger's surname keeps the next sign, so that 王和平 is not cut at 和
			const opens = run.length === 1 && surnameLength(run) > 0 && /\p{Script=Han}/u.test(line.charAt(at));
			if (!found || (opens && found.length === 1)) {
				run += line.charAt(at++);
				continue;
			}
			flush();
			tokens.push(...tokenOf(found.word, line.slice(at, at + found.length), at === personEnd));
			at += found.length;
		}
		flush();
		return tokens;
	};
}
