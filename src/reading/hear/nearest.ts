import { distance } from 'fastest-levenshtein';
import { polyphonic } from 'pinyin-pro';
import { asks, negates, openingAt, openingLimit } from './doubts.ts';
import type { Entry, Heard, Lexicon } from './spoken.ts';

const longestSentence = 20;
const longestToken = 8;
const firstToken = /^[^\s，,。、.;:!?~…(（[#@\d]+/u;
const separators = /^[\s，,。、.;:!?~…]+/u;

/** Ordinary words that look or sound like a command's word; nobody who writes them mistyped. */
const ordinary: ReadonlySet<string> = new Set(
	`会计 会议室 会意 回忆 统一 同一 同意 同级 同济 痛击 参见 参军 参与 餐具 请教 请客 请问 请进 吃到 知道 直到
	夜半 一句 县上 除夕 机要 人名 人命 意义 一一 恢复 劝导 全都 开花 公正 返还 反悔
	知道了 明白了 我要求参加 怎么办 怎么样 怎么了 为啥 什么 还有什么 支部书记 支部委员 支部名称 组织生活 组织部 组织员 党员大会 主题教育
	我不是 我们是 我的天 我的家 我来了 我来自 我爱你 我知道 大家好 早上好 晚上好 下午好 中午好 新年好 节日快乐
	到底 到点 到会 到场 到达 主题党课 名字 名称 名片 点赞 点心 认识 认真 任务 流程 流量 流动性 流动站 流动岗 转接头 转接线 转接器 转接口 规矩 规模 转账 转发 转交 联系 关系
	date gate rate hate mate lake lane lately hello hell held state states stars start role rules floats lease`
		.split(/\s+/)
		.filter((word) => word !== ''),
);

/** How one character may be read. */
/** Who speaks of others gives no answer: 你参加, 我们参加. */
const OF_OTHERS = /^(?:[你您他她]|我们|咱们|大家)/u;

type Readings = readonly string[];
type Sounds = readonly Readings[];

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
	if (
		ordinary.has(token.text) ||
		OF_OTHERS.test(token.text) ||
		lexicon.entries.some(({ letters }) => letters === token.text)
	)
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
	// Two of four characters exchanged or left out: 支部书记 is not 支部列表, and 知道了 not 全都到了.
	if (length <= 5 && edits === 2 && difference <= 0) return undefined;
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

/**
 * How each character may be read, tones left out: 会 → hui, kuai. `polyphonic` looks characters up one by
 * one; `pinyin` would build its phrase dictionary first (20 ms and 16 MB).
 */
function soundsOf(text: string): Sounds {
	return polyphonic(text, { toneType: 'none', type: 'array' });
}

/** Whether two characters can be read the same. */
function soundAlike(a: Readings, b: Readings): boolean {
	return a.some((sound) => b.includes(sound));
}

/** What many accents don't tell apart: zh and z, ng and n, l and n. */
function inAccent(sound: string): string {
	return sound
		.replace(/^([zcs])h/, '$1')
		.replace(/ng$/, 'n')
		.replace(/^l/, 'n');
}

/** Whether two characters can be read the same in some accent; 调 is not 导. */
function soundNearly(a: Readings, b: Readings): boolean {
	return a.some((sound) => b.some((other) => inAccent(sound) === inAccent(other)));
}
