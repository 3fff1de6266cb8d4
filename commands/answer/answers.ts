import type { AnswerWord } from '../../db/attendance.ts';
import { numbered, rest } from '../../src/bot/arguments/index.ts';
import { type Command, command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Key } from '../../src/locales/index.ts';
import { gluedReason } from '../../src/reading/hear/index.ts';
import { answerForMyself } from './write.ts';

interface Spoken {
	readonly name: string;
	readonly answer: AnswerWord;
	readonly words: readonly string[];
	readonly purpose: Key;
	readonly examples: readonly string[];
	readonly english: readonly string[];
	glued(rest: string): boolean;
}

const ofMeeting = (rest: string) => /^(这次|本次|下次)?(会议?|活动|党日)?[\s#\d。!]*$/.test(rest);

const SPOKEN: readonly Spoken[] = [
	{
		name: 'come',
		answer: 'coming',
		words: ['参加', '去', '能来', '我来', '来', '准时参加', '能参加', '可以参加', '能去', '出席', 'yes'],
		purpose: 'answer.come-purpose',
		examples: ['参加', '参加 #3'],
		english: ['yes'],
		glued: ofMeeting,
	},
	{
		name: 'leave',
		answer: 'leave',
		words: ['请假', '来不了', '去不了', '夜班', '没空', 'leave'],
		purpose: 'answer.leave-purpose',
		examples: ['请假', '请假 出差', '请假 #3'],
		english: ['leave', 'leave on a business trip'],
		glued: gluedReason,
	},
	{
		name: 'late',
		answer: 'late',
		words: ['晚点到', '迟到', '晚到', '晚点来', '会晚到', 'late'],
		purpose: 'answer.late-purpose',
		examples: ['晚点到', '迟到 10分钟'],
		english: ['late'],
		glued: (rest) => /^\d+\s*(分钟|小时|刻钟)?$|^(一会儿?|半小时)$/.test(rest),
	},
	{
		name: 'online',
		answer: 'online',
		words: ['线上', '线上参加', '网上参加', '视频参加', 'online'],
		purpose: 'answer.online-purpose',
		examples: ['线上'],
		english: ['online'],
		glued: (rest) => /^(参加|参会)$/.test(rest),
	},
];

/** 请假 李四，其他都到了: that is a roll, not somebody's own leave. */
const OTHERS = /其他|其余|剩下|[都全]到|[都全]来/;

/** 参加, 请假, 晚点到, 线上: the answer of who was invited, changeable until the roll is closed. */
export const answers: readonly Command[] = SPOKEN.map(({ answer, ...spoken }) =>
	command({
		...spoken,
		who: 'anyone',
		page: 'meetings',
		answer: true,
		undo: 'restore',
		args: { meeting: numbered('meeting'), reason: rest(200) },
		run(turn, { meeting, reason }) {
			const kept = answer === 'leave' ? reason?.replace(/^[\s,，。、:：]+/, '') || undefined : undefined;
			if (kept && OTHERS.test(kept)) throw new Refusal('answer.sounds-like-roll');
			answerForMyself(turn, { command: spoken.name, answer, meeting, reason: kept });
		},
	}),
);
