import { z } from 'zod';
import { command } from '../../src/bot/command.ts';
import { adviceCard, questionCard } from '../../src/cards/paper.ts';
import { STAYS, whichPaper } from '../../src/rules/papers.ts';

const answer = { schema: z.enum(['yes', 'no']).optional() };

/** 要不要转关系: which paper somebody needs who moves or goes away, in five questions at most; nothing of it is kept. */
export const whichPaperCommand = command({
	name: 'paper',
	words: ['要不要转关系', '哪张证', '开介绍信', '开什么证明', '转不转关系', 'which paper'],
	who: 'anyone',
	page: 'moves',
	writes: false,
	purpose: 'paper.purpose',
	examples: ['要不要转关系', '哪张证'],
	english: ['which paper'],
	args: {
		moved: answer,
		stay: { schema: z.enum(STAYS).optional() },
		visit: answer,
		fixed: answer,
		host: answer,
		online: answer,
	},
	run(turn, { stay, ...words }) {
		const { moved, visit, fixed, host, online } = words;
		const found = whichPaper({
			moved: isYes(moved),
			stay,
			visit: isYes(visit),
			fixed: isYes(fixed),
			host: isYes(host),
			online: isYes(online),
		});
		const rules = turn.book.at(turn.today);
		if ('paper' in found) {
			turn.say(adviceCard(turn.t, rules, found));
			return;
		}
		const said: Record<string, string> = {};
		for (const [question, word] of Object.entries({ stay, ...words })) if (word) said[question] = word;
		turn.say(questionCard(turn.t, rules, found.ask, said));
	},
});

function isYes(word: 'yes' | 'no' | undefined): boolean | undefined {
	return word === undefined ? undefined : word === 'yes';
}
