import { createInstance } from 'i18next';
import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';

export type Locale = 'zh-CN' | 'en';
export const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

/** Every sentence there is, by the Chinese dictionary: `meeting.planned`. */
export type Key = Leaves<typeof zhCN>;

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T &
	string];

export type Values = Readonly<Record<string, string | number>>;

/** Says a sentence in one language; values are put in as they are, escaping is the card's business. */
export interface Words {
	(key: Key, values?: Values): string;
	readonly locale: Locale;
	/** Whether there is such a sentence. */
	knows(key: string): key is Key;
}

/** The words of one language, Chinese where it lacks one; synchronous. */
export function createWords(locale: Locale): Words {
	const i18n = createInstance({
		lng: locale,
		fallbackLng: 'zh-CN',
		resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
		interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
		initAsync: false,
	});
	void i18n.init();
	const templates = new Map<Key, readonly string[]>();
	/** What the library resolves is kept: resolving a key anew each time was a tenth of a Turn. */
	const templateOf = (key: Key): readonly string[] => {
		const known = templates.get(key);
		if (known) return known;
		const made = i18n.t(key, { skipInterpolation: true }).split(/[{}]/);
		templates.set(key, made);
		return made;
	};
	const say = (key: Key, values: Values = {}): string =>
		'count' in values ? i18n.t(key, values) : fill(templateOf(key), values);
	return Object.assign(say, { locale, knows: (key: string): key is Key => i18n.exists(key) });
}

/** Every other piece of a template is a name; one that was given no value stays as it is written. */
function fill(pieces: readonly string[], values: Values): string {
	return pieces.map((piece, at) => (at % 2 === 0 ? piece : String(values[piece] ?? `{${piece}}`))).join('');
}
