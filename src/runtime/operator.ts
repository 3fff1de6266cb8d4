import type { Facts } from '../bot/ports.ts';

/** The kind of error, its code, and where it was thrown; not its message. */
export function trailOf(error: unknown): Facts {
	if (!(error instanceof Error)) return { error: typeof error };
	const stack = error.stack
		?.split('\n')
		.filter((line) => line.startsWith('    at '))
		.join('\n');
	const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
	const cause = error.cause instanceof Error ? error.cause.name : undefined;
	return { error: error.name, code, cause, stack };
}

/** What the operator reads of the one-time code that makes an officer; the only place it is ever shown. */
export function codeNotice(code: string): string {
	return `  管理码 Admin code: ${code}\n  请组织员私聊机器人发送：管理码 ${code}`;
}

/** Said at a start that prints no code, since one was printed before and may be on its way. */
export const NO_OFFICER_YET =
	'  还没有组织员 There is no officer yet.\n  要新的管理码 For another code: npx zhibu officer-code';
