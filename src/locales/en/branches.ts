/** The tree of branches and their groups. */
export const branches = {
	bind: {
		purpose: 'Say it in a branch’s group: ties the group to the branch',
		'invite-purpose': 'Ask the members in the group to register',
		ask: 'Please add the branch’s full name, for example: “branch bind 星光电子党支部”',
		'in-a-group':
			'Please say this in the branch’s own group: add me to the group, then send “@me branch bind” and the branch’s full name.',
		already: 'This group already belongs to “{name}”.',
		title: 'Group bound',
		done: 'This is the group of “{name}”. Meeting notices will be posted here.',
		under: 'This is the group of “{name}”, under “{parent}”. Meeting notices will be posted here.',
		moved: 'The group it had before gets no more notices.',
		'strangers-title': 'Some people here are on no roster',
		strangers:
			'Group of “{name}”: {strangers} of {seated} people are on no roster. Being in a group makes nobody a member; people register, or the secretary enters them. Post a registration card there?',
		'ask-them': 'Post the card',
		'register-title': '{name}: members, please register',
		'register-text':
			'Tap below and tell me your name in private. If you are not a member of this branch, please ignore this.',
		'register-button': 'Register',
		'asked-title': 'Registration card posted',
		asked: 'When somebody registers with “{name}”, the secretary will be asked to confirm.',
	},
	branches: {
		purpose: 'See the branches you look after',
		title: {
			one: 'You look after {count} branch',
			other: 'You look after {count} branches',
		},
		line: {
			one: '{indent}{name}: {count} person',
			other: '{indent}{name}: {count} people',
		},
		'line-unbound': {
			one: '{indent}{name}: {count} person, no group bound yet',
			other: '{indent}{name}: {count} people, no group bound yet',
		},
		empty:
			'There are no branches yet. In a branch’s group, please send “branch bind” and the branch’s full name.',
	},
	'place-under': {
		purpose: 'Note which organisation a branch belongs under',
		ask: 'Which organisation is above it? For example: “branch under 高新区两新党委”',
		unknown:
			'“{name}” was not found, or you do not look after it. Please give the full name; “branch list” shows them all.',
		circle: '“{parent}” is already below “{name}”; it cannot be the other way round.',
		already: '“{name}” is already under “{parent}”.',
		title: 'Noted',
		done: '“{name}” is now under “{parent}”.',
	},
} as const;
