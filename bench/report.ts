import type { Ingested, Side } from './ingest/index.ts';
import type { Knocked } from './knock.ts';
import { median } from './median.ts';
import type { Reminded } from './reminders.ts';
import type { Started } from './startup.ts';
import type { Counted } from './statistics.ts';

export interface Results {
	readonly machine: readonly string[];
	readonly quick: boolean;
	readonly ingested: Ingested;
	readonly knocked: Knocked;
	readonly reminded: Reminded;
	readonly counted: { readonly small: Counted; readonly large: Counted };
	readonly started: Started;
}

/** One promise of the budgets and what became of it. */
export interface Judged {
	readonly what: string;
	readonly budget: string;
	readonly measured: string;
	readonly reached: boolean;
}

/** Each budget of DESIGN with what was measured, and whether that reaches it. */
export function judge({ ingested, knocked, reminded, counted, started }: Results): Judged[] {
	const { ours, peer, bare } = medians(ingested);
	const toPeer = ours / peer;
	const toBare = ours / bare;
	const share = reminded.arrived / reminded.possible;
	const growth = counted.large.p50 / counted.small.p50;
	const line = (what: string, budget: string, measured: string, reached: boolean): Judged => ({
		what,
		budget,
		measured,
		reached,
	});
	return [
		line('events beside the peer', '≥ 3 ×', `${toPeer.toFixed(2)} ×`, toPeer >= 3),
		line('events beside a bare route', '≥ 0.4 ×', `${toBare.toFixed(2)} ×`, toBare >= 0.4),
		line(
			`statistics over ${thousands(counted.large.rows)} rows, p95`,
			'< 50 ms',
			`${counted.large.p95.toFixed(0)} ms`,
			counted.large.p95 < 50,
		),
		line('ten times the rows', '≤ 2 × the time', `${growth.toFixed(2)} ×`, growth <= 2),
		line(
			`knock, ${thousands(knocked.cases)} open cases, nothing due, p95`,
			'< 10 ms',
			`${knocked.p95.toFixed(1)} ms`,
			knocked.p95 < 10,
		),
		line(
			`${thousands(reminded.rows)} reminders, share of the platform's rate in ${reminded.seconds.toFixed(0)} s`,
			'≥ 95 %, no 429, no one twice',
			`${(100 * share).toFixed(1)} %, ${reminded.refused} × 429, at most ${reminded.most} each`,
			share >= 0.95 && reminded.refused === 0 && reminded.most === 1,
		),
		line('start to ready', '< 1.5 s', `${started.seconds.toFixed(2)} s`, started.seconds < 1.5),
		line('idle memory (RSS)', '< 150 MiB', `${started.idle.toFixed(0)} MiB`, started.idle < 150),
	];
}

/** The whole report as Markdown. */
export function report(results: Results): string {
	const { ingested, reminded, counted, started } = results;
	return `# Figures

Written by \`npm run bench${results.quick ? ' -- --quick' : ''}\`.${results.quick ? ' A smoke run: too short to be quoted.' : ''}

${results.machine.map((each) => `- ${each}`).join('\n')}

## Budgets

${table(['what', 'budget', 'measured', ''], budgets(results))}

## Events

Signed and encrypted \`im.message.receive_v1\` over loopback, 64 kept-alive connections, from a process of its own that has made all
requests beforehand. Each event is a member's answer to an invitation in private (参加, 请假 with and without a reason, 晚点到) with an event
id of its own, in a database of 1,024 members. ${ingested.perSecond.ours.length} rounds, the sides in alternation, each with fresh processes on a
fresh copy of one database; ${thousands(ingested.warmUp)} events to warm up, ${thousands(ingested.events)} measured; medians of the rounds. After each
round the rows are counted: a side that answered without writing would fail the run.

${table(['side', 'events/s', 'p50', 'p99', 'of ours'], sides(ingested))}

- **ours**: the app as it is started for real credentials; signature, decryption, group commit with \`synchronous=FULL\`, WAL,
  \`secure_delete\`, answers and reasons sealed, metrics and log on. The courier runs meanwhile, through the official SDK to the
  sandbox platform with the real limits (50/s): ${ingested.sent.toFixed(0)} messages went out in a round's measured part.
- **peer**: the SDK's EventDispatcher on Express with better-sqlite3, the same pragmas, prepared statements, one FULL commit an event. It
  reads and writes the same rows of the same tables, but seals nothing, draws no card, reads no language, counts nothing and sends nothing.
- **bare**: a Hono route on @hono/node-server that only reads the body.

## The others

- **Knock**: 33,333 floating members, transfers and tickets each, and 100,000 rows each of cards, questions, poison events and inbox; p50
  ${results.knocked.p50.toFixed(2)} ms, its FULL commit included.
- **Statistics**: one quarter's attendance of the whole tree (2,000 branches, 100,000 people; ${thousands(counted.large.inQuarter)} rows lie in the quarter).
  ${thousands(counted.large.rows)} rows: p50 ${counted.large.p50.toFixed(0)} ms, p95 ${counted.large.p95.toFixed(0)} ms. ${thousands(counted.small.rows)} rows: p50 ${counted.small.p50.toFixed(0)} ms. The time is the
  reading of the quarter's own rows; older quarters cost nothing.
- **Reminders**: ${thousands(reminded.rows)} rows to as many people due at once, through the SDK to the sandbox platform at 50/s and 1000/min. Watched for the
  first ${reminded.seconds.toFixed(0)} s (all of them take ten minutes: \`--all-reminders\`): ${thousands(reminded.arrived)} of ${thousands(Math.round(reminded.possible))} that the platform would have taken.
- **Start and memory**: the entry with real credentials against a platform in another process, until \`/readyz\` answers 200; memory by its own
  \`/metrics\` after ${started.idleAfter} s without work, of which the JavaScript heap is ${started.heap.toFixed(0)} MiB.
`;
}

/** For the README: the budgets alone. */
export function budgets(results: Results): string[][] {
	return judge(results).map(({ what, budget, measured, reached }) => [
		what,
		budget,
		measured,
		reached ? 'reached' : 'not reached',
	]);
}

function medians({ perSecond }: Ingested): Record<Side, number> {
	return { ours: median(perSecond.ours), peer: median(perSecond.peer), bare: median(perSecond.bare) };
}

function sides(ingested: Ingested): string[][] {
	const perSecond = medians(ingested);
	return (['ours', 'peer', 'bare'] as const).map((side) => [
		side,
		thousands(Math.round(perSecond[side])),
		`${ingested.p50[side].toFixed(1)} ms`,
		`${ingested.p99[side].toFixed(1)} ms`,
		`${(perSecond.ours / perSecond[side]).toFixed(2)} ×`,
	]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function thousands(value: number): string {
	return value.toLocaleString('en');
}
