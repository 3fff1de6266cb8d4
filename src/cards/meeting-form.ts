import type { Card } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';
import { MEETING_KINDS } from '../rules/meetings.ts';

/** The form that plans a meeting: day and time, kinds, place, topic. */
export function planForm(t: Words, branch: { readonly id: number; readonly name: string }): Card {
	return {
		title: t('meeting.form-title', { name: branch.name }),
		tone: 'plain',
		body: [
			{
				kind: 'form',
				name: 'plan',
				fields: [
					{ kind: 'date-time', name: 'when', label: t('meeting.when'), required: true },
					{
						kind: 'choices',
						name: 'kinds',
						label: t('meeting.kind'),
						choices: MEETING_KINDS.filter((kind) => kind !== 'other').map((kind) => ({
							value: kind,
							label: t(`kind.${kind}`),
						})),
					},
					{
						kind: 'input',
						name: 'place',
						label: t('meeting.place'),
						placeholder: t('meeting.place-example'),
					},
					{
						kind: 'input',
						name: 'topic',
						label: t('meeting.topic'),
						placeholder: t('meeting.topic-example'),
					},
				],
				submit: {
					label: t('meeting.form-submit'),
					action: { command: 'meeting', args: { branch: String(branch.id) } },
					style: 'primary',
				},
			},
		],
	};
}
