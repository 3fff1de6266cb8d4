import { z } from 'zod';
import { command } from '../../src/bot/command.ts';
import { adviceCard, questionCard } from '../../src/cards/paper.ts';
import { STAYS, whichPaper } from '../../src/rules/papers.ts';

const answer = { schema: z.enum(['yes', 'no']).optional() };

/** 要不要转关系: which paper somebody needs who goes away, in four questions at most; nothing of it is kept. */
export const whichPaperCommand = command({
	name: 'paper',
	words: ['要不要转关系', '哪张证', '开介绍信', '开什么证明', '转不转关系', 'which paper'],
	who: 'anyone',
	page: 'moves',
	writes: false,
	purpose: 'paper.purpose',
	examples: ['要不要转关系', '哪张证'],
	english: ['which paper'],
	args: { stay: { schema: z.enum(STAYS).optional() }, fixed: answer, host: answer, online: answer },
	run(turn, { stay, fixed, host, online }) {
		const known = { stay, fixed: isYes(fixed), host: isYes(host), online: isYes(online) };
		const found = whichPaper(known);
		const rules = turn.book.at(turn.today);
		if ('paper' in found) {
			turn.say(adviceCard(turn.t, rules, found));
			return;
		}
		const said: Record<string, string> = {};
		for (const [question, word] of Object.entries({ stay, fixed, host, online }))
			if (word) said[question] = word;
		turn.say(questionCard(turn.t, rules, found.ask, said));
	},
});

function isYes(word: 'yes' | 'no' | undefined): boolean | undefined {
	return word === undefined ? undefined : word === 'yes';
}
