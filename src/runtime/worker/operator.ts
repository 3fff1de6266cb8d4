import type { Facts, Log, Metrics } from '../../bot/ports.ts';
import type { Checks } from '../../bot/ready.ts';
import { trailOf } from '../operator.ts';

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type Level = (typeof LEVELS)[number];

/** A line of JSON each; what may stand in it is said at `Facts`. */
export function consoleLog(level: Level, write: (line: string) => void = console.log): Log {
	const line = (of: Level, event: string, facts: Facts) => {
		if (LEVELS.indexOf(of) < LEVELS.indexOf(level)) return;
		write(JSON.stringify({ level: of, time: new Date().toISOString(), msg: event, ...facts }));
	};
	return {
		info: (event, facts = {}) => line('info', event, facts),
		warn: (event, facts = {}) => line('warn', event, facts),
		error: (event, error, facts = {}) => line('error', event, { ...facts, ...trailOf(error) }),
	};
}

export interface TextMetrics extends Metrics {
	/** A request that the ingress did not let through. */
	refused(code: string): void;
	voided(): void;
	/** The exposition text of Prometheus. */
	text(
		states: readonly { state: string; count: number }[],
		standing?: readonly string[],
		checks?: Checks,
	): string;
}

export const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

type Labels = Readonly<Record<string, string>>;

/** Counts since the object was last started, under the names the other runtime uses. */
export function textMetrics(): TextMetrics {
	const updates = new Series('zhibu_updates_total', 'counter', 'Updates by kind and what became of them');
	const heard = new Series('zhibu_heard_total', 'counter', 'Messages by the wish heard in them, and how');
	const refusals = new Series('zhibu_refused_total', 'counter', 'Requests that were not let in, by code');
	const sends = new Series('zhibu_sends_total', 'counter', 'Outbox rows by work and result');
	const delays = new Series('zhibu_send_delay_seconds_sum', 'counter', 'Seconds from saying to arrival');
	const voids = new Series('zhibu_batches_void_total', 'counter', 'Batches that were undone');
	return {
		update: (kind, result) => updates.add({ kind, result }),
		heard: (command, how) => heard.add({ command, how }),
		refused: (code) => refusals.add({ code }),
		send(work, result, delayMs) {
			sends.add({ work, result });
			if (result === 'sent') delays.add({ work }, Math.max(0, delayMs) / 1000);
		},
		voided: () => voids.add({}),
		text(states, standing = [], checks = {}) {
			const ready = new Series('zhibu_ready', 'gauge', 'Whether what /readyz asks holds, by check');
			for (const [check, why] of Object.entries(checks)) ready.add({ check }, why === undefined ? 1 : 0);
			const news = new Series(
				'zhibu_operator_news',
				'gauge',
				'What stands and the operator has to know, by code',
			);
			for (const code of standing) news.add({ code });
			const rows = new Series('zhibu_outbox_rows', 'gauge', 'Outbox rows by state');
			for (const { state, count } of states) rows.add({ state }, count);
			return [updates, heard, refusals, sends, delays, voids, rows, news, ready]
				.map((series) => series.text())
				.join('');
		},
	};
}

class Series {
	readonly #head: string;
	readonly #name: string;
	readonly #values = new Map<string, number>();

	constructor(name: string, type: 'counter' | 'gauge', help: string) {
		this.#name = name;
		this.#head = `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;
	}

	add(labels: Labels, by = 1): void {
		const key = Object.entries(labels)
			.map(([name, value]) => `${name}=${JSON.stringify(value)}`)
			.join(',');
		this.#values.set(key, (this.#values.get(key) ?? 0) + by);
	}

	text(): string {
		const lines = [...this.#values].map(([key, value]) => `${this.#name}${key && `{${key}}`} ${value}\n`);
		return this.#head + lines.join('');
	}
}
