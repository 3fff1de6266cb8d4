/** What people say to each other through the bot and what does not arrive. */
export const delivery = {
	delivery: {
		title: 'Something did not arrive',
		summary: 'Something did not arrive; please have a look',
		'held-title': 'Something can’t be sent just now',
		held: '{thing} can’t be sent to {to} just now ({why}); I keep trying until {until}.',
		'to-group': '{thing} could not be posted to {group}: {why}.',
		'the-group': 'the group',
		'to-people': '{thing} did not reach {names}: {why}.',
		nobody: '{thing} reached nobody who could see to it: {why}.',
		somebody: 'the other side',
		singly: {
			one: '{count} person is told in private instead.',
			other: '{count} people are told in private instead.',
		},
		without: {
			one: '{count} more has no Feishu: please tell them.',
			other: '{count} more have no Feishu: please tell them.',
		},
		meeting: 'The notice of “{line}”',
		ticket: 'The words on request {id}',
		transfer: 'The news of transfer #{id}',
		registration: 'Your registration',
		message: 'The message you passed on',
		why: {
			'bot-out': 'I am no longer in that group, please add me again',
			'no-group': 'the group was dissolved or can’t be found',
			muted: 'the group does not let me speak just now',
			stopped: 'they have stopped me',
			'not-open':
				'I am not open to them yet, please ask the administrator to make me available to all members',
			gone: 'the account is gone',
			'not-taken': 'Feishu did not take the message',
			words: 'it has words in it that Feishu does not let through',
			unsure: 'the network failed, so nobody knows whether it arrived',
			other: 'several attempts came to nothing',
		},
		advice: 'Please call them or tell them in person. Then tap the button and I stop reminding you.',
		'advice-held':
			'If it is urgent, please tell them yourself and tap the button. Once it gets through, this is put right.',
		'advice-assignee':
			'Please call them or speak to them in person; or let somebody else go on: pass on #{id} with a name. Then tap the button and I stop reminding you.',
		'advice-requester':
			'Please call, or ask another officer or secretary in person to pass it on. Then tap the button and I stop reminding you.',
		'advice-nobody':
			'Nobody has seen your request yet. If it is urgent, please call, or go to the secretary or an officer in person. Once somebody knows, tap the button.',
		told: 'Told them',
		none: 'This is settled already; nobody needs to be told.',
		over: 'What did not arrive is seen to',
		settled: 'Good, they know',
		'settled-text': 'You won’t be reminded of it again.',
	},
} as const;
