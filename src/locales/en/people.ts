/** Who people are: registration, roles, rosters. */
export const people = {
	register: {
		purpose: 'Tell the branch who you are; the secretary confirms',
		'confirm-purpose': 'Confirm a registration',
		'refuse-purpose': 'Decline a registration',
		'show-purpose': 'See a registration',
		'ask-name': 'Please tell me your name, for example: “register 张三”',
		already:
			'You are already on the roster of “{branch}” as {name}. If that is wrong, please tell the branch secretary.',
		sent: 'Passed on to the secretary',
		'sent-text': '{name}, your registration has gone to “{branch}”. I will tell you when it is confirmed.',
		'no-branches': 'There are no branches here yet, so registering is not possible. Please ask an officer.',
		'name-branch':
			'There are many branches. Please add the full name of yours, for example: “register {name} 星光电子党支部”',
		'which-branch': 'Which branch are you in?',
		'go-on': 'I see, register',
		'not-now': 'Not now',
		left: 'All right, not registered',
		'left-text': 'Nothing was passed on. To register later, send “register” and your name.',
		name: 'Name',
		account: 'Feishu name',
		'account-unknown': 'not known yet',
		'card-title': 'A registration to confirm',
		'card-confirmed': 'Registration confirmed',
		'card-refused': 'Registration not confirmed',
		'namesake-without-account':
			'“{name}” is on the roster without a Feishu account. Confirming links the two.',
		'namesake-none':
			'“{name}” is not on the roster yet. If this is one of your members, tap full or probationary member to add them.',
		'namesake-with-account':
			'There is a “{name}” on the roster already, with a Feishu account. If it is the same person, nothing needs adding; add them only if it is another person of that name.',
		acting: '“{branch}” has no secretary now; you decide for it.',
		same: 'The same person, don’t add',
		other: 'Another one, {standing}',
		'which-standing': 'Is {name} a full or a probationary member?',
		'which-entry': 'Several entries called “{name}” have no Feishu account yet. Which one is it?',
		yes: 'One of our members',
		no: 'Not ours',
		decided: 'This registration has already been dealt with.',
		gone: 'This registration was taken back',
		'gone-text': 'Nothing is left to do.',
		'waits-again': 'The decision on your registration was taken back; “{branch}” will decide again.',
		welcome:
			'The secretary has confirmed: you are on the roster of “{branch}”. From now on one tap answers a meeting notice.',
		answered: 'About your registration',
		refused: '“{branch}” did not confirm your registration. If in doubt, please ask the branch secretary.',
		'account-gone': 'This Feishu account no longer exists; nothing was added to the roster.',
	},
	notice: {
		title: 'Before anything is noted',
		'used-by': 'I am used by {name}.',
		'used-by-phone': 'I am used by {name}, telephone {phone}.',
		keeps:
			'I note your name, your branch, your answers to meetings and what you hand me yourself, to tell you of meetings, to keep their roll and to remind you of what is due.',
		'who-sees':
			'The secretary of your branch sees it, and reasons for leave nobody else. Officers above say why before they see a list of names, and that is noted too.',
		wrong: 'If something is wrong, tell the branch secretary and it is put right.',
	},
	host: {
		purpose: 'Tell members who uses this assistant, and the telephone',
		title: 'Which committee uses me?',
		ask: 'Please write its name and telephone, for example: East Lake Committee 0755-12345678. I tell members before they register, or when they are first entered on a roster.',
		now: 'It says now: {name}, {phone}.',
		'no-phone': 'no telephone',
		'no-name':
			'No name could be read, so nothing was noted. Please write the committee’s full name and telephone, for example: “notice East Lake Committee 0755-12345678”',
		'not-yours': 'This is for officers of the whole tree; nothing was changed.',
		yes: 'Yes, say it like this',
		again: 'Change it',
		skip: 'Not now',
		skipped: 'All right, left out',
		'skipped-text': 'The notice goes without it. To add it later, send “notice”.',
		confirmed: 'Noted',
		'confirmed-text': 'The notice says so from now on. To change it, send “notice” again.',
		already: 'It says so already.',
	},
	role: {
		secretary: 'secretary',
		'committee-member': 'committee member',
		officer: 'officer',
		instructor: 'instructor',
		'appoint-purpose': 'Note who is secretary, committee member, officer or instructor',
		'dismiss-purpose': 'Note who has stepped down',
		'ask-person': 'Who is it? Please @ them, for example: “appoint secretary @张三”',
		which:
			'Please name the role: secretary, officer, instructor or 委员 (committee member). For example: “appoint secretary @张三”',
		already: '{name} is already {role} of “{branch}”.',
		told: 'You have been noted as {role} of “{branch}”. Send “help” to see what you can do.',
		'told-title': 'Something was noted about you',
		appointed: 'Noted',
		'appointed-text': '{name}: {role} of “{branch}”. The organisation’s formal approval decides.',
		'none-held': '{name} holds no role that you could end.',
		'last-officer':
			'{name} is the only officer and can’t be relieved. Please appoint another one first, for example: appoint officer @Li Si',
		'whole-tree': 'all branches',
		'dismiss-sure':
			'Note that {name} is no longer {roles}? Requests they are working on go to somebody else.',
		'dismiss-yes': 'Note it',
		'dismiss-no': 'Leave it',
		dismissed: 'Noted as stepped down',
		'dismissed-text': '{name} is no longer {roles}. The organisation’s formal approval decides.',
		line: '{role} of “{branch}”',
	},
	standing: { full: 'full member', probationary: 'probationary member', activist: 'activist' },
	roster: {
		purpose: 'See your branch’s roster',
		'add-purpose': 'Add people to the roster; a whole list can be pasted',
		title: 'Roster of {name}',
		intro:
			'{count} in all: full members {full}, probationary members {probationary}. Without Feishu: {without}; the secretary answers for them.',
		empty: 'The roster is still empty.',
		'no-account': 'no Feishu',
		'has-account': 'matched with the Feishu account in the group',
		'how-to-add':
			'To add people, send “roster add” and the list, one person a line. Pasting straight from a spreadsheet works.',
		'ask-list':
			'Please send me the list, one person a line, for example: “roster add\n张三\n李四（预备党员）”',
		'nothing-read':
			'I could read no names, so nothing was noted. Please put one person on a line, for example: “roster add\n张三\n李四”',
		preview: {
			one: 'Is this right? {count} person',
			other: 'Is this list right? {count} people',
		},
		'preview-summary': 'Please check the list',
		confirm: {
			one: 'Yes, add {count} person',
			other: 'Yes, add {count} people',
		},
		cancel: 'Don’t add',
		dropped: 'All right, nothing was added',
		'dropped-text': 'The roster is as it was. To add people, send me the list again.',
		expired:
			'This list is no longer kept: it waited too long, or something else was done meanwhile. Please paste it again.',
		'dropped-ids': {
			one: 'The list holds {count} ID number. It was neither read nor stored; please delete it from the chat too.',
			other:
				'The list holds {count} ID numbers. They were neither read nor stored; please delete them from the chat too.',
		},
		'dropped-phones': {
			one: '{count} mobile number was not stored.',
			other: '{count} mobile numbers were not stored.',
		},
		'dropped-others': 'The other columns were not stored.',
		lost: 'No name could be read in these lines: {lines}',
		'doubt-title': {
			one: 'I am unsure of one line',
			other: 'I am unsure of a line ({count} left)',
		},
		'doubt-line': 'Line {line}: {text}',
		'doubt-not-a-name': '“{name}” does not look like a name.',
		'doubt-duplicate': '“{name}” is already in the list. Is this another person of that name?',
		'doubt-two-names':
			'This line seems to hold more than one person. To add both, skip it and send them again, one a line.',
		'doubt-long': '“{name}” is too long for a name.',
		'doubt-two-accounts':
			'Several people in the group are called “{name}”. Only the name is noted for now; please ask the person to send “register {name}”, which links the account.',
		'doubt-skip': 'Skip this line',
		'doubt-take': 'Take “{name}”',
		added: {
			one: 'Added {count} person: {list}',
			other: 'Added {count} people: {list}',
		},
		linked: 'Linked with their Feishu accounts: {list}',
		already: 'Already on the roster: {list}',
		elsewhere:
			'{name} is on the roster of “{branch}” and was not added again. Please use “roster remove” there first.',
		'not-possible': '{name} can’t be added now, and was not. Please ask an officer to check.',
		done: 'Roster updated',
		'done-summary': 'The roster has changed',
		'nothing-new': 'The roster is unchanged',
	},
	'move-out': {
		purpose: 'Take somebody who left, or was added by mistake, off the roster',
		ask: 'Who is it? For example: “roster remove @张三 转出”',
		title: 'Taken off the roster',
		done: '{name} is off the roster of “{branch}” ({why}). Only this roster changes, not the formal Party relation.',
	},
} as const;

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
		'asked-title': 'The registration card is on its way to the group',
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
