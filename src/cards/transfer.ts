import type { TransferSheet } from '../../db/transfers.ts';
import type { Block, Button, Card } from '../bot/vocabulary/index.ts';
import type { KeyFor, Words } from '../locales/index.ts';
import { actorNow, exemptOver, letterOver, responsible, type Step, waitedDays } from '../rules/transfers.ts';
import { sayDate } from './when.ts';

interface Shown {
	readonly today: string;
	/** What the viewer can do, the likeliest first. */
	readonly steps: readonly Step[];
	/** In clear, for those who may read it. */
	readonly reason?: string;
	readonly undo?: Button;
	/** What has just been done. */
	readonly title?: string;
}

/** It was taken back. */
export function transferGone(t: Words): Card {
	return {
		title: t('transfer.gone'),
		tone: 'plain',
		body: [{ kind: 'text', text: t('transfer.gone-text') }],
	};
}

/** 「现在该谁办 · 已等6天」: one transfer as it stands. */
export function transferCard(t: Words, face: TransferSheet, shown: Shown): Card {
	const { today, steps, reason, undo } = shown;
	const { stage, letterUntil, exemptUntil } = face;
	const day = (date: string) => sayDate(t, date, today);
	const rows: [string, string][] = [
		[t('float.who'), face.name],
		[t('transfer.from'), face.fromName],
		[t('transfer.to'), face.toName],
		[t('transfer.stage'), t(`transfer.stage-${stage}`)],
		[t('transfer.now'), nowLine(t, face, today)],
	];
	if (stage === 'letter' && letterUntil) rows.push([t('transfer.letter-until'), day(letterUntil)]);
	if (stage === 'exempt' && exemptUntil) rows.push([t('transfer.exempt-until'), day(exemptUntil)]);
	if (reason) rows.push([t('transfer.reason'), reason]);
	const body: Block[] = [{ kind: 'facts', rows }];
	if (stage !== 'done') body.push({ kind: 'text', text: responsibleLine(t, face) });
	const buttons = [...steps.map((step, at) => stepButton(t, face.id, step, at)), ...(undo ? [undo] : [])];
	if (buttons.length > 0) body.push({ kind: 'buttons', buttons: buttons.slice(0, 3) });
	return {
		title: shown.title ?? t('transfer.title', { id: face.id }),
		tone: stage === 'done' ? 'good' : letterOver(face, today) || stage === 'back' ? 'careful' : 'plain',
		body,
	};
}

/** 「“东湖”的上级党委开介绍信 · 已等6天」; on the first day nobody has waited yet. */
export function nowLine(t: Words, face: TransferSheet, today: string): string {
	const actor = actorNow(face, today);
	if (actor === 'nobody') return t('transfer.now-nobody');
	const who = t(nowKey(face, today), { from: face.fromName, to: face.toName });
	const count = waitedDays(face, today);
	return count > 0 ? [who, t('transfer.waited', { count })].join(t('list.dot')) : who;
}

function nowKey(face: TransferSheet, today: string): KeyFor<'from' | 'to'> {
	if (letterOver(face, today)) return 'transfer.now-letter-over';
	if (exemptOver(face, today)) return 'transfer.now-exempt-over';
	switch (face.stage) {
		case 'started':
			return 'transfer.now-started';
		case 'letter':
			return 'transfer.now-letter';
		case 'received':
			return 'transfer.now-received';
		default:
			return 'transfer.now-back';
	}
}

function responsibleLine(t: Words, { stage, fromName, toName }: TransferSheet): string {
	return responsible(stage) === 'home'
		? t('transfer.home-responsible', { name: fromName })
		: t('transfer.there-responsible', { name: toName });
}

const COMMANDS: Readonly<Record<Step, string>> = {
	letter: 'transfer.letter',
	receive: 'transfer.receive',
	'send-back': 'transfer.send-back',
	exempt: 'transfer.exempt',
	restart: 'transfer.start',
	finish: 'transfer.finish',
};

/** The button that says a step; the first of several is the likeliest. */
export function stepButton(t: Words, id: number, step: Step, at: number): Button {
	return {
		label: t(`transfer.do-${step}`),
		action: { command: COMMANDS[step], args: { transfer: String(id) } },
		style: at === 0 ? 'primary' : 'plain',
	};
}

/** One line of the list: 「#3 张三 · 东湖 → 西湖 · 西湖接收 · 已等6天」. */
export function transferLine(t: Words, face: TransferSheet, today: string): string {
	const { id, name, fromName, toName } = face;
	const waits = actorNow(face, today) !== 'nobody';
	const now = waits ? nowLine(t, face, today) : t(`transfer.stage-${face.stage}`);
	return t('transfer.line', { id, name, from: fromName, to: toName, now });
}
