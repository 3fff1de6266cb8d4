import { createHash, randomBytes } from 'node:crypto';

/** A fresh id as the platform writes them: `om_` and 32 hex digits. */
export function freshId(prefix: 'om' | 'oc' | 'ou' | 't' | 'img' | 'file' | 'event'): string {
	const digits = randomBytes(16).toString('hex');
	return prefix === 'event'
		? digits
		: prefix === 't' || prefix === 'img'
			? `${prefix}-${digits}`
			: `${prefix}_${digits}`;
}

/** The same digits for the same words, so that the bot keeps its open_id over restarts. */
export function steadyId(prefix: 'ou' | 'on', words: string): string {
	return `${prefix}_${createHash('sha256').update(words).digest('hex').slice(0, 32)}`;
}

/** The three ids of a person as events carry them; user_id stays away without its scope. */
export function idsOf(openId: string) {
	return { open_id: openId, union_id: steadyId('on', openId) };
}
