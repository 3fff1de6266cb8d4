import { type News, newsBegin, newsEnd, newsOver, newsStanding, newsTold } from '../../db/operator.ts';
import { enqueue } from '../../db/outbox/index.ts';
import { chiefOfficers } from '../../db/people.ts';
import type { Key, Values } from '../locales/index.ts';
import { localDate } from '../rules/dates.ts';
import type { Facts } from './ports.ts';
import type { Tenant } from './tenant.ts';
import { momentFor, readerOf } from './timetable/person.ts';
import { text, toContent, view } from './view.ts';
import type { Block } from './vocabulary/index.ts';

type CodeOf<K> = K extends `operator.news.${infer Code}` ? Code : never;
/** What the operator can be told; each has its sentence in the locales. */
export type OperatorCode = CodeOf<Key>;

interface Kind {
	readonly key: Key;
	/** Nothing comes in or goes out while it stands: `/readyz` answers 503. */
	readonly blocks: boolean;
	/** People are told when it has stood so long (ms): what mends itself at once is in the log alone. */
	readonly after: number;
	/** Nothing goes out while it stands: people are told of it when it is over. */
	readonly mutes?: true;
}

/** What the operator may ask of the month's calls (WORDING 10). */
export const WHERE_CALLS_WENT = 'quota.spent';
export const MORE_CALLS = 'quota.more';

const FIVE_MINUTES = 5 * 60_000;

const KINDS: Readonly<Record<OperatorCode, Kind>> = {
	'line-down': { key: 'operator.news.line-down', blocks: true, after: FIVE_MINUTES },
	'line-refused': { key: 'operator.news.line-refused', blocks: true, after: 0 },
	'two-machines': { key: 'operator.news.two-machines', blocks: false, after: 0 },
	'sending-refused': { key: 'operator.news.sending-refused', blocks: false, after: 0, mutes: true },
	'reading-refused': { key: 'operator.news.reading-refused', blocks: false, after: 0 },
	'names-withheld': { key: 'operator.news.names-withheld', blocks: false, after: 0 },
	'clock-slow': { key: 'operator.news.clock-slow', blocks: false, after: FIVE_MINUTES },
	'clock-fast': { key: 'operator.news.clock-fast', blocks: false, after: FIVE_MINUTES },
	'clock-lowered': { key: 'operator.news.clock-lowered', blocks: false, after: 0 },
	'disk-low': { key: 'operator.news.disk-low', blocks: false, after: 0 },
	'quota-70': { key: 'operator.news.quota-70', blocks: false, after: 0 },
	'quota-90': { key: 'operator.news.quota-90', blocks: false, after: 0 },
	'quota-gone': { key: 'operator.news.quota-gone', blocks: false, after: 0, mutes: true },
};
const KIND_OF: ReadonlyMap<string, Kind> = new Map(Object.entries(KINDS));

/** What telling needs of a tenant. */
type Telling = Pick<Tenant, 'db' | 'clock' | 'log'>;

/** Inside a transaction: this stands. The log says so once, until {@link settle} says that it is over. */
export function tell({ db, clock, log }: Telling, code: OperatorCode, facts: Facts): void {
	if (newsBegin(db, code, JSON.stringify(facts), clock.now())) log.warn(code, { ...facts, operator: true });
}

/** Inside a transaction: this does not stand any more; it may be told anew another time. True when one of it stood. */
export function settle({ db, clock, log }: Telling, ...codes: readonly OperatorCode[]): boolean {
	const over = codes.filter((code) => newsEnd(db, code, clock.now()));
	for (const code of over) log.info(`${code}-over`, { operator: true });
	return over.length > 0;
}

/** The platform's codes for which nothing is sent, as the outbox names them; empty when all goes out. */
export function whySendingRests({ db }: Tenant): ReadonlySet<string | null> {
	const standing = newsStanding(db).filter(({ code }) => code === 'sending-refused' || code === 'quota-gone');
	return new Set(standing.map(({ facts }): string | null => JSON.parse(facts).code ?? null));
}

/** Inside a transaction: what kept this errand from being run does not stand any more. */
export function settleErrand(tenant: Tenant, errand: string): void {
	for (const { code, facts } of newsStanding(tenant.db)) {
		if (isCode(code) && JSON.parse(facts).errand === errand) settle(tenant, code);
	}
}

/** What is said of a month is over with it. */
const ofMonth = (code: string) => code.startsWith('quota-');

function isCode(code: string): code is OperatorCode {
	return code in KINDS;
}

/** What stands and keeps the bot from its work; undefined when nothing does. */
export function blockedBy({ db }: Tenant): string | undefined {
	return newsStanding(db).find(({ code }) => KIND_OF.get(code)?.blocks)?.code;
}

/**
 * Inside a transaction, once a minute: all that nobody was told yet goes to the officers of the whole in one private
 * message, one a day at most, in their hours. While there is no officer it waits for one.
 */
export function tellOfficers(bot: Tenant): void {
	const { db, clock, zone, vault, book } = bot;
	const now = clock.now();
	const today = localDate(now, zone);
	const standing = newsStanding(db);
	if (standing.some(({ code }) => mutes(code))) return;
	const told = [...standing, ...newsOver(db)];
	const fresh = told.filter((news) => news.toldOn === null && isDue(news, now));
	if (fresh.length === 0 || told.some(({ toldOn }) => toldOn === today)) return;
	const rules = book.at(today);
	const readers = chiefOfficers(db).map(({ id }) => readerOf(db, id, rules));
	const reached = readers.filter(({ account }) => account !== undefined);
	if (reached.length === 0) return;
	for (const { code } of fresh) newsTold(db, code, today);
	for (const reader of reached) {
		if (reader.account === undefined) continue;
		enqueue(db, vault, {
			turn: `operator:${today}`,
			target: { kind: 'account', openId: reader.account },
			content: JSON.stringify(toContent(operatorNews.of({ day: today }))),
			notBefore: momentFor(reader, zone, now, { anyDay: true, urgent: true }),
			now,
		});
	}
}

function mutes(code: string): boolean {
	return KIND_OF.get(code)?.mutes === true;
}

function isDue({ code, since, overAt }: News, now: number): boolean {
	const kind = KIND_OF.get(code);
	return kind !== undefined && (overAt === null ? now - since >= kind.after : mutes(code));
}

/** What the message of one day says: of all it was to tell, what still stands when it is sent, and what kept it back. */
export const operatorNews = view({
	name: 'operator-news',
	subject: { day: text },
	draw({ db, t, now, zone }, { day }) {
		const month = localDate(now, zone).slice(0, 7);
		const current = newsStanding(db).filter(
			({ code, since }) => !ofMonth(code) || localDate(since, zone).startsWith(month),
		);
		const muted = newsOver(db).filter(({ code }) => mutes(code));
		const standing = [...current, ...muted].filter(({ toldOn }) => toldOn === day);
		const items = standing.flatMap((news) => sentenceOf(news, t.say));
		if (items.length === 0) return undefined;
		const body: Block[] = [{ kind: 'list', items }];
		if (standing.some(({ code }) => ofMonth(code))) {
			const asks = (label: 'operator.spent.button' | 'operator.more.button', command: string) =>
				({ label: t(label), action: { command, args: {}, opens: true }, style: 'plain' }) as const;
			body.push({
				kind: 'buttons',
				buttons: [asks('operator.spent.button', WHERE_CALLS_WENT), asks('operator.more.button', MORE_CALLS)],
			});
		}
		return { title: t('operator.title'), tone: 'careful', body };
	},
});

function sentenceOf(
	{ code, facts }: News,
	say: (sentence: { key: Key; values: Values }) => string,
): string[] {
	const kind = KIND_OF.get(code);
	return kind ? [say({ key: kind.key, values: JSON.parse(facts) })] : [];
}
