import type { Rules } from './book.ts';
import { addDays, addMonths, daysBetween } from './dates.ts';
import type { HeldRole } from './roles.ts';

export type Stage = 'started' | 'letter' | 'received' | 'back' | 'exempt' | 'done';
export type Step = 'letter' | 'receive' | 'send-back' | 'exempt' | 'restart' | 'finish';

/**
 * DOMAIN «who transfers»: 转出支部 → 转出基层党委 → 转入基层党委 → 转入支部 → 回执. What may follow on what, the likeliest first.
 */
const STEPS: Readonly<Record<Stage, Readonly<Partial<Record<Step, Stage>>>>> = {
	started: { letter: 'letter', exempt: 'exempt' },
	letter: { receive: 'received', 'send-back': 'back' },
	received: { finish: 'done' },
	back: { restart: 'started', exempt: 'exempt' },
	exempt: { restart: 'started' },
	done: {},
};

/** A letter whose time is over is written anew or sent back; nobody can be received with it. */
const AFTER_THE_LETTER: Readonly<Partial<Record<Step, Stage>>> = { letter: 'letter', 'send-back': 'back' };

/** What was put off for a time is begun, or put off once more. */
const AFTER_THE_TIME: Readonly<Partial<Record<Step, Stage>>> = { restart: 'started', exempt: 'exempt' };

/** Where a transfer stands on a day; `letterUntil` is the last day its letter is good for. */
export interface Standing {
	readonly stage: Stage;
	readonly letterUntil: string | null;
	/** 暂不转: the last day it is put off. */
	readonly exemptUntil: string | null;
}

/** Whether the letter under way is over on this day; on its last day it is still good. */
export function letterOver({ stage, letterUntil }: Standing, today: string): boolean {
	return stage === 'letter' && letterUntil !== null && letterUntil < today;
}

/** Whether it was put off until a day that is over. */
export function exemptOver({ stage, exemptUntil }: Standing, today: string): boolean {
	return stage === 'exempt' && exemptUntil !== null && exemptUntil < today;
}

/** The steps that are possible now, the likeliest first. */
export function stepsFrom(at: Standing, today: string): readonly Step[] {
	const named = Object.keys(stepsOf(at, today));
	return ALL_STEPS.filter((step) => named.includes(step));
}

const ALL_STEPS: readonly Step[] = ['letter', 'receive', 'finish', 'restart', 'send-back', 'exempt'];

function stepsOf(at: Standing, today: string): Readonly<Partial<Record<Step, Stage>>> {
	if (exemptOver(at, today)) return AFTER_THE_TIME;
	return letterOver(at, today) ? AFTER_THE_LETTER : STEPS[at.stage];
}

export type Decision =
	| { readonly kind: 'to'; readonly stage: Stage }
	| { readonly kind: 'not-now' | 'letter-over'; readonly possible: readonly Step[] };

/** What a step leads to, or why it can't be taken and what can. */
export function decide(at: Standing, step: Step, today: string): Decision {
	const stage = stepsOf(at, today)[step];
	if (stage !== undefined) return { kind: 'to', stage };
	const over = step === 'receive' && letterOver(at, today);
	return { kind: over ? 'letter-over' : 'not-now', possible: stepsFrom(at, today) };
}

/** Whose turn it is: the committee above the home branch, the home branch, the receiving side, or nobody's. */
export type Actor = 'home-committee' | 'home-branch' | 'receiving' | 'nobody';

const ACTORS: Readonly<Record<Stage, Actor>> = {
	started: 'home-committee',
	letter: 'receiving',
	received: 'home-branch',
	back: 'home-branch',
	exempt: 'nobody',
	done: 'nobody',
};

/** Who must act now; when the letter is over, the committee that wrote it; when the time it was put off is, the branch. */
export function actorNow(at: Standing, today: string): Actor {
	if (exemptOver(at, today)) return 'home-branch';
	return letterOver(at, today) ? 'home-committee' : ACTORS[at.stage];
}

/** For how many days it has waited for them: since the stage began, or since the time ran out. */
export function waitedDays(at: Standing & { readonly stageOn: string }, today: string): number {
	const over = letterOver(at, today) ? at.letterUntil : exemptOver(at, today) ? at.exemptUntil : null;
	return Math.max(0, daysBetween(over ?? at.stageOn, today));
}

/** Art. 25 of the 2019 regulation: the home organisation answers for the member until the other side accepts. */
export function responsible(stage: Stage): 'home' | 'receiving' {
	return stage === 'received' || stage === 'done' ? 'receiving' : 'home';
}

/** Whether somebody is on the way: two of these at once can't be. */
export function isUnderWay(stage: Stage): boolean {
	return stage === 'started' || stage === 'letter' || stage === 'received';
}

/** Whether nothing has to be begun on this day: somebody is on the way with a letter that is still good, or it is put off beyond it. */
export function isSettled(at: Standing, today: string): boolean {
	const onTheWay = isUnderWay(at.stage) && !letterOver(at, today);
	return onTheWay || (at.stage === 'exempt' && !exemptOver(at, today));
}

/**
 * The last day of a letter written on a day: the day that is wanted, else 30 days later by local custom; undefined when that is
 * before the day itself or more than three months away (中组发〔2004〕10号, its sentence not seen).
 */
export function letterEnd(rules: Rules, on: string, wanted?: string): string | undefined {
	const end = wanted ?? addDays(on, rules.value('letter.valid'));
	return end < on || end > addMonths(on, rules.value('letter.longest')) ? undefined : end;
}

/**
 * Only a committee able to approve probationary members writes a letter, a branch secretary can't (regulations,
 * second-hand): its officers, or those of the whole tree. `committees` are those above the home branch.
 */
export function mayWriteLetter(roles: readonly HeldRole[], committees: readonly number[]): boolean {
	return roles.some(
		({ role, branchId }) => role === 'officer' && (branchId === null || committees.includes(branchId)),
	);
}
