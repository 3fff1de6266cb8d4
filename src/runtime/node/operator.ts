import pino, { type DestinationStream } from 'pino';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Facts, Log, Metrics } from '../../bot/ports.ts';
import type { Checks } from '../../bot/ready.ts';
import { trailOf } from '../operator.ts';
import type { CommitWatch } from './group-commit.ts';

/** What the operator reads: facts, and of an error its kind and stack. Messages of errors may quote people: left out. */
export function pinoLog(level: string, stream?: DestinationStream): Log {
	const logger = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, stream);
	return {
		info: (event, facts: Facts = {}) => logger.info(facts, event),
		warn: (event, facts: Facts = {}) => logger.warn(facts, event),
		error: (event, error, facts: Facts = {}) => logger.error({ ...facts, ...trailOf(error) }, event),
	};
}

export interface PromMetrics extends Metrics {
	readonly commits: Pick<CommitWatch, 'committed'> & { voided(): void };
	/** A request that the ingress did not let through. */
	refused(code: string): void;
	/** The exposition text; `states` is asked at each scrape. */
	text(
		states: () => readonly { state: string; count: number }[],
		standing?: readonly string[],
		checks?: Checks,
	): Promise<string>;
	readonly contentType: string;
}

/** Counters and histograms; their labels are ours or the platform's codes, never anybody's words. */
export function promMetrics(): PromMetrics {
	const register = new Registry();
	collectDefaultMetrics({ register });
	const registers = [register];
	const updates = new Counter({
		name: 'zhibu_updates_total',
		help: 'Updates by kind and what became of them',
		labelNames: ['kind', 'result'],
		registers,
	});
	const heard = new Counter({
		name: 'zhibu_heard_total',
		help: 'Messages by the wish heard in them, and how',
		labelNames: ['command', 'how'],
		registers,
	});
	const refusals = new Counter({
		name: 'zhibu_refused_total',
		help: 'Requests that were not let in, by code',
		labelNames: ['code'],
		registers,
	});
	const sends = new Counter({
		name: 'zhibu_sends_total',
		help: 'Outbox rows by work and result',
		labelNames: ['work', 'result'],
		registers,
	});
	const delays = new Histogram({
		name: 'zhibu_send_delay_seconds',
		help: 'From the Turn that said it to its arrival',
		labelNames: ['work'],
		buckets: [0.05, 0.1, 0.3, 1, 3, 10, 60, 600],
		registers,
	});
	const sizes = new Histogram({
		name: 'zhibu_commit_size',
		help: 'Parts that shared one commit',
		buckets: [1, 2, 5, 10, 20, 50, 100],
		registers,
	});
	const times = new Histogram({
		name: 'zhibu_commit_seconds',
		help: 'From BEGIN to the end of COMMIT',
		buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3],
		registers,
	});
	const voided = new Counter({
		name: 'zhibu_batches_void_total',
		help: 'Batches that were undone',
		registers,
	});
	const outbox = new Gauge({
		name: 'zhibu_outbox_rows',
		help: 'Outbox rows by state',
		labelNames: ['state'],
		registers,
	});
	const operator = new Gauge({
		name: 'zhibu_operator_news',
		help: 'What stands and the operator has to know, by code',
		labelNames: ['code'],
		registers,
	});
	const ready = new Gauge({
		name: 'zhibu_ready',
		help: 'Whether what /readyz asks holds, by check',
		labelNames: ['check'],
		registers,
	});
	return {
		update: (kind, result) => updates.inc({ kind, result }),
		heard: (command, how) => heard.inc({ command, how }),
		refused: (code) => refusals.inc({ code }),
		send(work, result, delayMs) {
			sends.inc({ work, result });
			if (result === 'sent') delays.observe({ work }, Math.max(0, delayMs) / 1000);
		},
		commits: {
			committed(size, ms) {
				sizes.observe(size);
				times.observe(ms / 1000);
			},
			voided: () => voided.inc(),
		},
		async text(states, standing = [], checks = {}) {
			ready.reset();
			for (const [check, why] of Object.entries(checks)) ready.set({ check }, why === undefined ? 1 : 0);
			operator.reset();
			for (const code of standing) operator.set({ code }, 1);
			outbox.reset();
			for (const { state, count } of states()) outbox.set({ state }, count);
			return register.metrics();
		},
		contentType: register.contentType,
	};
}
