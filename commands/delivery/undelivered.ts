import { botLeft } from '../../db/chats.ts';
import {
	cardsOf,
	isWaiting,
	noteUndelivered,
	openUndelivered,
	saidIn,
	settleUndelivered,
	type Undelivered,
	undeliveredOf,
} from '../../db/outbox/index.ts';
import { accountKnown } from '../../db/people.ts';
import { carried } from '../../src/bot/arguments/index.ts';
import { button, todo } from '../../src/bot/command.ts';
import { undeliveredKey } from '../../src/bot/courier/end.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { listen } from '../../src/bot/repertoire.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { text, view } from '../../src/bot/view.ts';
import { doneCard, opens } from '../../src/cards/frames.ts';
import { undeliveredCard } from '../../src/cards/undelivered.ts';
import { adviceFor, linesOf } from './lines.ts';

/**
 * Whoever said it hears that it did not arrive: in one message for all that one Turn said, drawn when it is sent and anew
 * when more of it fails.
 */
export const undeliveredHeard = listen('undelivered', (turn, { turn: saidBy, ...failed }) => {
	const { db, now } = turn;
	if (failed.anyOne && anotherMay(saidIn(db, saidBy), failed.about)) return;
	const { by, to, about, why, anyOne } = failed;
	if (to.kind === 'chat' && (why === 'bot-out' || why === 'no-group')) botLeft(db, to.chatId, now);
	tell(turn, { turn: saidBy, by, to, about, why, anyOne });
});

/** Whoever said it hears that it is refused for a while, and until when it is tried. */
export const heldUpHeard = listen(
	'held-up',
	(turn, { turn: saidBy, by, to, about, why, until: triedUntil }) => {
		tell(turn, { turn: saidBy, by, to, about, why, anyOne: false, triedUntil });
	},
);

function tell(turn: Turn, failed: Omit<Parameters<typeof noteUndelivered>[1], 'at'>): void {
	const { db, now } = turn;
	if (accountKnown(db, failed.by)?.leftAt != null) return;
	const isNews = noteUndelivered(db, { ...failed, at: now });
	const key = undeliveredKey(failed.turn);
	turn.redraw(key);
	if ((isNews || cardsOf(db, key).length === 0) && !isWaiting(db, key))
		turn.whisper(undeliveredView.of({ turn: failed.turn }), { about: key });
}

/** Whether another of those it was said to has it, may still get it, or need not get it any more. */
function anotherMay(said: ReturnType<typeof saidIn>, about: string | null): boolean {
	return said.some((each) => each.anyOne && each.about === about && each.state !== 'failed');
}

/** What of one Turn did not arrive; once it is settled, that it is. */
export const undeliveredView = view({
	name: 'undelivered',
	subject: { turn: text },
	draw(scene, { turn }) {
		const all = undeliveredOf(scene.db, turn);
		const open = all.filter(({ settledAt }) => settledAt === null);
		const [first] = all;
		if (!first) return undefined;
		const button = opens(scene.t('delivery.told'), 'delivery.told', { turn });
		const held = open.every(({ triedUntil }) => triedUntil !== null);
		const advice = held ? scene.t('delivery.advice-held') : adviceFor(scene, first);
		return undeliveredCard(scene.t, { lines: linesOf(scene, open), advice, held }, button);
	},
});

/** 已转告: its author has told them otherwise. */
export const retold = button({
	name: 'delivery.told',
	who: 'anyone',
	// What is kept of it is the outbox's: nobody's data changes.
	writes: false,
	args: { turn: carried() },
	run(turn, { turn: saidBy }) {
		const { db, me, now, t } = turn;
		if (!saidBy || !me.openId || !settleUndelivered(db, me.openId, saidBy, now))
			throw new Refusal('delivery.none');
		turn.redraw(undeliveredKey(saidBy));
		turn.say(doneCard({ title: t('delivery.settled'), text: t('delivery.settled-text') }));
	},
});

/** Each matter of which something did not arrive. */
export const undeliveredWaiting = todo((turn) => {
	const { openId } = turn.me;
	const open = openId === null ? [] : openUndelivered(turn.db, openId);
	const matters = Map.groupBy(open, (each: Undelivered) => each.turn);
	return {
		items: [...matters.values()].flatMap((rows) => linesOf(turn, rows)),
		buttons: [...matters.keys()]
			.slice(0, 1)
			.map((saidBy) => opens(turn.t('delivery.told'), 'delivery.told', { turn: saidBy })),
	};
});
