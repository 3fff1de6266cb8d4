import { en } from './words/en.js';
import { zh } from './words/zh.js';

let words = zh;

export function setLocale(locale) {
	words = locale === 'en' ? en : zh;
	document.documentElement.lang = locale;
	document.title = words.title;
}

/** The words for a key, with `{name}` filled in. */
export function t(key, values = {}) {
	return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}
