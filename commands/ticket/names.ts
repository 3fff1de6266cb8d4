import type { Person } from '../../db/people.ts';
import type { Words } from '../../src/locales/index.ts';

/** How a person who may help is called; somebody whose name the platform has not told yet is still an officer. */
export function helperName(t: Words, { name, accountName }: Pick<Person, 'name' | 'accountName'>): string {
	return name ?? accountName ?? t('role.officer');
}

/** Everybody who will be told, none left out. */
export function helperNames(t: Words, people: readonly Pick<Person, 'name' | 'accountName'>[]): string {
	return people.map((each) => helperName(t, each)).join(t('list.comma'));
}
