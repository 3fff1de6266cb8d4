import { statfsSync } from 'node:fs';
import { settle, tell } from '../../bot/operator.ts';
import type { Tenant } from '../../bot/tenant.ts';

const MIB = 1024 * 1024;
/** Ours, in bytes: a few days of work, and room to end what is under way. */
const ENOUGH = 64 * MIB;

/** What is left (bytes) for this user where the directory lies. */
export function freeBytes(directory: string): number {
	const { bavail, bsize } = statfsSync(directory);
	return bavail * bsize;
}

/** Why so much is too little; undefined when it is enough. */
export function tooLittle(free: number): string | undefined {
	return free < ENOUGH ? `disk: ${Math.floor(free / MIB)} MiB left` : undefined;
}

/** Inside a transaction, once a minute: the operator hears of it before the disk is full. */
export function watchDisk(bot: Tenant, free: number): void {
	if (tooLittle(free) === undefined) settle(bot, 'disk-low');
	else tell(bot, 'disk-low', { mib: Math.floor(free / MIB) });
}
