import { distance } from 'fastest-levenshtein';
import { asks, negates } from './doubts.ts';
import { openingAt, openingLimit } from './openings.ts';
import { ordinary } from './ordinary.ts';
import { soundAlike, soundNearly, soundsOf } from './sound.ts';
import type { Entry, Heard, Lexicon } from './spoken.ts';

const longestSentence = 20;
const longestToken = 8;
const firstToken = /^[^\s，,。、.;:!?~…(（[#@\d]+/u;
const separators = /^[\s，,。、.;:!?~…]+/u;

type Sounds = readonly (readonly string[])[];

interface Token {
	readonly text: string;
	readonly characters: readonly string[];
	readonly sounds: Sounds;
}

const tokens = new WeakMap<Entry, Token>();

/** The command whose word the first token of a short sentence was probably meant to be. */
export function nearest(text: string, lexicon: Lexicon): Heard | undefined {
	if (text.length > longestSentence || text.includes('\n') || asks(text)) return undefined;
	for (let at = 0; at < Math.min(text.length, openingLimit); ) {
		const token = firstToken.exec(text.slice(at))?.[0] ?? '';
		const meant = nearestTo(token, lexicon);
		if (meant) {
			const after = meant.rest + text.slice(at + token.length);
			const { command, word } = meant.entry.spoken;
			return { kind: 'nearest', command, word, rest: after.replace(separators, '') };
		}
		const piece = openingAt(text, at);
		if (!piece) return undefined;
		at += piece.length;
	}
	return undefined;
}

function nearestTo(text: string, lexicon: Lexicon): { entry: Entry; rest: string } | undefined {
	const token = heardAs(text.toLowerCase());
	if (token.characters.length < 2 || token.characters.length > longestToken) return undefined;
	if (ordinary.has(token.text) || lexicon.entries.some(({ letters }) => letters === token.text))
		return undefined;
	let best: { entry: Entry; edits: number } | undefined;
	for (const entry of lexicon.entries) {
		const edits = editsBetween(token, asToken(entry));
		if (edits !== undefined && edits < (best?.edits ?? Infinity)) best = { entry, edits };
	}
	if (best) return { entry: best.entry, rest: '' };
	return gluedTo(token, lexicon);
}

/** 清假出差: the word misspelt by its sound, with its arguments right behind. */
function gluedTo(token: Token, lexicon: Lexicon): { entry: Entry; rest: string } | undefined {
	for (const entry of lexicon.entries) {
		const word = asToken(entry);
		const length = word.characters.length;
		if (length < 2 || length >= token.characters.length) continue;
		const rest = token.characters.slice(length).join('');
		const start = token.characters.slice(0, length).join('');
		if (start === word.text || ordinary.has(start) || !entry.spoken.glued?.(rest)) continue;
		if (word.sounds.every((sounds, at) => soundAlike(sounds, token.sounds[at] ?? []))) return { entry, rest };
	}
	return undefined;
}

/** How many slips lie between what was typed and a word; nothing when they are too many, or of the wrong kind. */
function editsBetween(token: Token, word: Token): number | undefined {
	const length = word.characters.length;
	const difference = token.characters.length - length;
	if (Math.abs(difference) > 2 || length < 2) return undefined;
	if ((negates(token.text) || asks(token.text)) && !(negates(word.text) || asks(word.text))) return undefined;
	const typed = respelt(token, word);
	// A word with something before or behind it is another word: 请假条, 会议室.
	if (difference > 0 && (typed.startsWith(word.text) || typed.endsWith(word.text))) return undefined;
	const edits = isSwapped(typed, word.text) ? 1 : distance(typed, word.text);
	if (/^[\x20-\x7e]+$/.test(word.text))
		return length >= 4 && edits <= (length >= 6 ? 2 : 1) ? edits : undefined;
	if (edits > (length >= 4 ? 2 : 1)) return undefined;
	if (edits === 0 || isSwapped(typed, word.text)) return edits;
	if (length <= 3) {
		const slip = difference > 0 ? /[个一下]/.test(token.text) : difference === 0 && slipsOfEar(token, word);
		return slip ? edits : undefined;
	}
	// Two of four characters exchanged: 支部书记 is not 支部列表.
	if (length === 4 && edits === 2 && (difference === 0 || difference === -2)) return undefined;
	return edits;
}

/** In short words half of the word would be changed, so a changed character must at least sound nearly the same. */
function slipsOfEar(token: Token, word: Token): boolean {
	return word.sounds.every((sounds, at) => soundNearly(sounds, token.sounds[at] ?? []));
}

/** What was typed, with characters that sound like one of the word's written as the word writes them. */
function respelt(token: Token, word: Token): string {
	return token.characters
		.map((character, at) => {
			if (word.text.includes(character)) return character;
			const alike = word.sounds.findIndex((sounds) => soundAlike(sounds, token.sounds[at] ?? []));
			return word.characters[alike] ?? character;
		})
		.join('');
}

function isSwapped(typed: string, word: string): boolean {
	if (typed.length !== word.length) return false;
	const at = [...typed].findIndex((character, index) => character !== word[index]);
	if (at < 0) return false;
	return typed.slice(0, at) + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2) === word;
}

function asToken(entry: Entry): Token {
	const made = tokens.get(entry) ?? heardAs(entry.letters.toLowerCase());
	tokens.set(entry, made);
	return made;
}

function heardAs(text: string): Token {
	return { text, characters: [...text], sounds: soundsOf(text) };
}
