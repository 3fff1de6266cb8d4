const DIGITS = '零一二三四五六七八九';

/** The source of a pattern for 0–99 in either script, without a group. */
export const NUMERAL = String.raw`(?:\d{1,2}|[零〇一二两三四五六七八九十]{1,3})`;

function digit(sign: string): number | undefined {
	if (sign === '〇') return 0;
	if (sign === '两') return 2;
	const value = DIGITS.indexOf(sign);
	return sign.length === 1 && value >= 0 ? value : undefined;
}

/** 0–99 from `12`, `十二`, `二十`, `零五`, `两`; undefined for anything else. */
export function numeral(text: string | undefined): number | undefined {
	if (text === undefined || text === '') return undefined;
	if (/^\d{1,2}$/.test(text)) return Number(text);
	const zero = /^[零〇](.)$/u.exec(text);
	if (zero) return digit(zero[1] ?? '');
	const tens = /^(.?)十(.?)$/u.exec(text);
	if (!tens) return digit(text);
	const ten = tens[1] ? digit(tens[1]) : 1;
	const one = tens[2] ? digit(tens[2]) : 0;
	return ten === undefined || one === undefined ? undefined : ten * 10 + one;
}

/** A year from `2026`, `26` or `二〇二六`. */
export function yearNumeral(text: string): number | undefined {
	const digits = [...text].map((sign) => (/\d/.test(sign) ? Number(sign) : digit(sign)));
	if (digits.includes(undefined) || (digits.length !== 4 && digits.length !== 2)) return undefined;
	const value = Number(digits.join(''));
	return digits.length === 2 ? 2000 + value : value;
}
