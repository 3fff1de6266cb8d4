import { carriedBy, finish, reminderById } from '../../../db/reminders.ts';
import type { PlainKey, Words } from '../../locales/index.ts';
import type { Rules } from '../../rules/book.ts';
import type { Condition, Scene, View } from '../view.ts';
import type { Card } from '../vocabulary/index.ts';
import type { Reminder, Timetable, Why } from './reminder.ts';
import { itemOf, reminderOf, type Stand, standOf } from './stand.ts';
import { drop } from './tell.ts';

interface Line {
	readonly heading: PlainKey;
	readonly line: string;
}

/** How messages with reminders, and the answers to 为什么, are drawn; `carrier`: what 为什么 asks about. */
export interface Drawing {
	digestCard(t: Words, lines: readonly Line[], carrier: string): Card;
	aloneCard(t: Words, line: Line, carrier: string): Card;
	whyCard(t: Words, line: string, why: Why, rules: Rules): Card;
	whichWhyCard(t: Words, told: readonly { readonly id: number; readonly line: string }[]): Card;
}

/** Reminders with what draws the messages that carry them, and asks at the moment of sending whether they still stand. */
export function timetableOf(reminders: readonly Reminder[], drawing: Drawing): Timetable {
	return {
		reminders,
		views: [remindersView(reminders, drawing), whyView(reminders, drawing)],
		conditions: [standing(reminders)],
	};
}

/** What a message carries, each with where it stands now; asked and then drawn over one scene, it is worked out once. */
function standsOf(scene: Scene, reminders: readonly Reminder[], turn: string): readonly Stand[] {
	const known = lastSeen.get(scene);
	if (known?.turn === turn) return known.stands;
	const stands = carriedBy(scene.db, turn).map((row) => standOf(scene, reminders, row));
	lastSeen.set(scene, { turn, stands });
	return stands;
}

const lastSeen = new WeakMap<Scene, { readonly turn: string; readonly stands: readonly Stand[] }>();

/** Does anything of what a message carries still stand? At its end each reminder learns its own. */
function standing(reminders: readonly Reminder[]): Condition {
	return {
		kind: 'condition',
		name: 'reminders-stand',
		holds: (scene, turn) => standsOf(scene, reminders, turn).some(({ cause }) => cause === undefined),
		ended(scene, turn, cause) {
			for (const stand of standsOf(scene, reminders, turn)) {
				const why = stand.cause ?? cause;
				if (why === null) finish(scene.db, stand.row.id, scene.now, null);
				else drop(scene, stand, why);
			}
		},
	};
}

/** One message with reminders; the subject is what carries them: `digest:3:2026-11-23`, or `reminder:7` for one alone. */
function remindersView(reminders: readonly Reminder[], { digestCard, aloneCard }: Drawing): View {
	return {
		kind: 'view',
		name: 'reminders',
		draw(scene, turn) {
			const stands = standsOf(scene, reminders, turn).filter(({ cause }) => cause === undefined);
			const lines = stands.map(({ reminder: { heading, line }, item }) => ({
				heading,
				line: line(scene, item),
			}));
			const [first] = lines;
			const [stand] = stands;
			if (!first || !stand) return undefined;
			if (turn.startsWith('digest:')) return digestCard(scene.t, lines, turn);
			return stand.reminder.card?.(scene, stand.item, turn) ?? aloneCard(scene.t, first, turn);
		},
	};
}

/** Why somebody was reminded; the subject is a message, or one reminder of it by its id. */
function whyView(reminders: readonly Reminder[], { whyCard, whichWhyCard }: Drawing): View {
	return {
		kind: 'view',
		name: 'reminders.why',
		draw(scene, subject) {
			const { t } = scene;
			const sent = subject.includes(':')
				? carriedBy(scene.db, subject).filter(({ state }) => state === 'sent')
				: [reminderById(scene.db, Number(subject))].filter((row) => row !== undefined);
			const told = sent.map((row) => {
				const reminder = reminderOf(reminders, row);
				const item = itemOf(scene, row);
				return { id: row.id, item, line: reminder.line(scene, item), why: reminder.why(scene, item) };
			});
			const [only] = told;
			if (!only) return undefined;
			return told.length === 1 ? whyCard(t, only.line, only.why, only.item.rules) : whichWhyCard(t, told);
		},
	};
}
