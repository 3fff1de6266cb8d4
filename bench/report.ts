import { type Ingested, LONGEST_SECONDS, type Side } from './ingest/index.ts';
import type { Knocked } from './knock.ts';
import { median } from './median.ts';
import type { Held } from './readers/index.ts';
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
	readonly held: Held;
}

/** One promise of the budgets and what became of it, in the words of both READMEs. */
export interface Judged {
	readonly english: Row;
	readonly chinese: Row;
	readonly reached: boolean;
}
type Row = readonly [what: string, budget: string, measured: string];

/** Each budget of DESIGN with what was measured, and whether that reaches it. */
export function judge({ ingested, knocked, reminded, counted, started, held }: Results): Judged[] {
	const { ours, peer, bare } = medians(ingested);
	const toPeer = ours / peer;
	const toBare = ours / bare;
	const share = reminded.arrived / reminded.possible;
	const growth = counted.large.p50 / counted.small.p50;
	const line = (reached: boolean, english: Row, chinese: Row): Judged => ({ english, chinese, reached });
	const times = (value: number) => value.toFixed(2);
	const rows = thousands(counted.large.rows);
	const p95 = counted.large.p95.toFixed(0);
	const cases = thousands(knocked.cases);
	const knock = knocked.p95.toFixed(1);
	const letters = thousands(reminded.rows);
	const watched = reminded.seconds.toFixed(0);
	const percent = (100 * share).toFixed(1);
	const { refused, most } = reminded;
	const ready = started.seconds.toFixed(2);
	const idle = `${started.idle.toFixed(0)} MiB`;
	const longest = held.worst.toFixed(0);
	return [
		line(
			toPeer >= 3,
			['events beside the peer', '≥ 3 ×', `${times(toPeer)} ×`],
			['事件处理，与同类写法相比', '≥ 3 倍', `${times(toPeer)} 倍`],
		),
		line(
			toBare >= 0.4,
			['events beside a bare route', '≥ 0.4 ×', `${times(toBare)} ×`],
			['事件处理，与只读请求体的空路由相比', '≥ 0.4 倍', `${times(toBare)} 倍`],
		),
		line(
			counted.large.p95 < 50,
			[`statistics over ${rows} rows, p95`, '< 50 ms', `${p95} ms`],
			[`对 ${rows} 行出席记录作统计，p95`, '< 50 毫秒', `${p95} 毫秒`],
		),
		line(
			growth <= 2,
			['ten times the rows', '≤ 2 × the time', `${times(growth)} ×`],
			['行数增至十倍，用时', '≤ 2 倍', `${times(growth)} 倍`],
		),
		line(
			knocked.p95 < 10,
			[`knock, ${cases} open cases, nothing due, p95`, '< 10 ms', `${knock} ms`],
			[`${cases} 件未办事项而无一到期时巡检一次，p95`, '< 10 毫秒', `${knock} 毫秒`],
		),
		line(
			share >= 0.95 && refused === 0 && most === 1,
			[
				`${letters} reminders, share of the platform's rate in ${watched} s`,
				'≥ 95 %, no 429, no one twice',
				`${percent} %, ${refused} × 429, at most ${most} each`,
			],
			[
				`${letters} 条提醒，前 ${watched} 秒达到平台限速的比例`,
				'≥ 95 %, 无 429，无人收到两次',
				`${percent} %, ${refused} 次 429, 每人至多 ${most} 条`,
			],
		),
		line(
			held.worst < 50,
			['hostile text of 20,000 signs, the slowest reader', '< 50 ms', `${longest} ms`],
			['2万字的刁难文本，最慢的一处读取', '< 50 毫秒', `${longest} 毫秒`],
		),
		line(
			started.seconds < 1.5,
			['start to ready', '< 1.5 s', `${ready} s`],
			['从启动到就绪', '< 1.5 秒', `${ready} 秒`],
		),
		line(
			started.idle < 150,
			['idle memory (RSS)', '< 150 MiB', idle],
			['空闲内存（RSS）', '< 150 MiB', idle],
		),
	];
}

/** The whole report as Markdown. */
export function report(results: Results): string {
	const { ingested, reminded, counted, started, held } = results;
	return `# Figures

Written by \`npm run bench${results.quick ? ' -- --quick' : ''}\`.${results.quick ? ' A smoke run: too short to be quoted.' : ''}

${results.machine.map((each) => `- ${each}`).join('\n')}

## Budgets

${figures(results)}

## Events

Signed and encrypted \`im.message.receive_v1\` over loopback, 64 kept-alive connections, from a process of its own that has made all
requests beforehand. Each event is a member's answer to an invitation in private (参加, 请假 with and without a reason, 晚点到) with an event
id of its own, in a database of 1,024 members. ${ingested.perSecond.ours.length} rounds, the sides in alternation, each with fresh processes on a
fresh copy of one database; at most ${thousands(ingested.warmUp)} events to warm up and ${thousands(ingested.events)} measured, ${LONGEST_SECONDS} s each at most; medians of
the rounds. After each round the rows are counted: a side that answered without writing would fail the run. Processor time is the
server's own for one event; waiting for the disk is not in it.

${table(['side', 'events/s', 'p50', 'p99', 'processor', 'of ours'], sides(ingested))}

- **ours**: the app as it is started for real credentials; signature, decryption, group commit with \`synchronous=FULL\`, WAL,
  \`secure_delete\`, answers and reasons sealed, metrics and log on. Each event leaves its message in the outbox; the courier is held to one
  message a minute, since the peer sends none (what sending costs is measured below).
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
- **Hostile texts**: ${thousands(held.readers)} readers (each that reads words, each argument of each command, each command behind its word, each field
  of a card), ${thousands(held.texts)} texts of 20,000 signs each: repetitions of every class of sign, alone and in frames, with 200 mentions. The slowest
  is «${held.by}» with ${held.of}; processor time, the best of three.
- **Start and memory**: the entry with real credentials against a platform in another process, until \`/readyz\` answers 200; memory by its own
  \`/metrics\` after ${started.idleAfter} s without work, of which the JavaScript heap is ${started.heap.toFixed(0)} MiB.
`;
}

/** The budgets alone, as the English README repeats them. */
export function figures(results: Results): string {
	const rows = judge(results).map(({ english, reached }) => [
		...english,
		reached ? 'reached' : 'not reached',
	]);
	return table(['what', 'budget', 'measured', ''], rows);
}

/** The same for the Chinese one. */
export function figuresInChinese(results: Results): string {
	const rows = judge(results).map(({ chinese, reached }) => [...chinese, reached ? '达到' : '未达到']);
	return table(['内容', '指标', '实测', ''], rows);
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
		`${ingested.perEvent[side].toFixed(0)} µs`,
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
