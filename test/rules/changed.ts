import { defaultBook, type NumberKey, openBook, type RuleBook } from '../../src/rules/book.ts';

/** The book as it comes, with one number that is another from a day on. */
export function changedBook(key: NumberKey, value: number, since: string): RuleBook {
	const { rules } = defaultBook();
	const [rule] = rules.filter((each) => each.key === key);
	if (rule?.unit == null) throw new Error(`the rule ${key} sets no number`);
	return openBook([{ ...rule, value, since }, ...rules]);
}
