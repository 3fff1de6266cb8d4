import { z } from 'zod';
import type { Arg } from '../../src/bot/command.ts';
import { MEETING_KINDS, type MeetingKind } from '../../src/rules/meetings.ts';

/** How people name the kinds; the longest word is read first. */
export const KIND_WORDS: Readonly<Record<string, MeetingKind>> = {
	支部党员大会: 'members',
	党员大会: 'members',
	支部大会: 'members',
	支部委员会会议: 'committee',
	支委会: 'committee',
	党小组会: 'group',
	主题党日: 'theme-day',
	党课: 'lecture',
	组织生活会: 'organisation-life',
	民主评议: 'review',
	党务工作者例会: 'workers',
	例会: 'workers',
};

const PATTERN = new RegExp(
	Object.keys(KIND_WORDS)
		.sort((a, b) => b.length - a.length)
		.join('|'),
);

/** One meeting may be several kinds: every kind named counts. Kept as `theme-day,lecture`. */
export const kinds: Arg<readonly MeetingKind[]> = {
	schema: z
		.string()
		.default('')
		.transform((text) => text.split(',').filter((kind) => kind !== ''))
		.pipe(z.array(z.enum(MEETING_KINDS))),
	read(said) {
		const found: MeetingKind[] = [];
		for (let match = said.take(PATTERN); match; match = said.take(PATTERN)) {
			const kind = KIND_WORDS[match[0]];
			if (kind && !found.includes(kind)) found.push(kind);
		}
		return found.join(',');
	},
};
