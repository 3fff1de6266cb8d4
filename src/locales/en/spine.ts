/** What is said whatever the job: dates, lists, refusals, help, small talk. */
export const spine = {
	spine: {
		'see-private': 'Sent to you in private',
		private: 'There is something for you to look at',
		'called-off': 'All right, nothing was noted.',
		'not-readable':
			'I could not read part of this, so nothing was noted. Please put it another way, or send “help” for examples.',
		'too-long':
			'Too long: up to {most} characters fit here and yours are {count}. Nothing was noted or sent. Please shorten it, or say it in several parts.',
		'message-too-long':
			'This is too long: up to {most} characters at a time, and yours are {count}. Nothing was noted. Please send it to me in two or more parts.',
		'too-many-mentions':
			'Up to {most} people can be mentioned at a time, and you mentioned {count}. Nothing was noted. Please send it to me in two or more parts.',
		'identity-dropped': {
			one: 'The {count} ID number you wrote was neither read nor stored; please delete your message from the chat too.',
			other:
				'The {count} ID numbers you wrote were neither read nor stored; please delete your message from the chat too.',
		},
		'not-ours': 'This card no longer works. Please send “help” to start again.',
		'tap-unread': 'This tap could not be read, and nothing was noted. Please type it instead.',
		'too-fast':
			'You have said more in this minute than I can follow. I am not listening for now; please go on in a minute.',
		'too-fast-taps': 'That was too fast, and this tap did nothing. Please tap again in a minute.',
		stumbled:
			'Something went wrong; nothing was done or noted. Please try again later. If it still fails, give the administrator this reference: {reference}',
		choose: 'Please choose',
		confirm: 'Please confirm',
		'left-alone': 'All right, left as it is',
		'left-alone-text': 'Nothing was changed and nobody was told.',
		'maybe-twice': '(possibly sent twice)',
	},
	look: {
		title: 'Why do you look at the names of “{name}”?',
		'title-several': {
			one: 'Why do you look at the names of {count} branch?',
			other: 'Why do you look at the names of {count} branches?',
		},
		text: 'Asked once a day for each branch. Who looked and why is noted, and the members themselves may know. Tap one, or just write it to me.',
		check: 'To check the roster and who is away',
		prepare: 'To prepare meetings and activities',
		asked: 'The branch or a member asked me to help',
		acting:
			'“{name}” has no secretary now, and you act for it. Reasons for leave are for the secretary alone and not shown here.',
	},
	draft: {
		title: 'Please look before it is sent',
		'to-group': 'This will be posted in the group “{chat}”; {count} people are invited:',
		singly: 'This will be told to {count} people in private:',
		without: 'Of these, people without Feishu: {count}. Please let them know yourself.',
		post: 'Post it',
		tell: 'Tell everybody',
		'drop-post': 'Not now',
		edit: 'Change it',
		gone: 'This card is more than a day old and its content is no longer kept. Please say it again.',
		done: 'This has been done already.',
		dropped: 'All right: nothing was sent and nothing noted.',
		changed: 'This version has been changed; please see the card below.',
		unused: 'Not used: “{words}”.',
	},
	refuse: {
		'not-member':
			'You are not on a roster yet, so this is not possible. Please send “register” and your name first.',
		'not-secretary':
			'This is for branch secretaries and officers. If you are the secretary, please ask an officer to send “appoint secretary @you” in the group.',
		'not-officer': 'This is for officers; please ask one.',
		'not-your-branch': 'You do not look after this branch; nothing was changed.',
		'no-branch':
			'You have no branch yet. In the branch’s group, please send “branch bind” and the branch’s full name.',
		'name-the-branch':
			'You look after several branches. Please send it again with the branch’s full name at the end.',
		'unknown-branch':
			'There is no branch called “{name}”. Please give its full name; “branch list” shows them.',
		'unknown-person':
			'“{name}” was not found on the roster. Please give the full name or @ the person; “roster” shows who is on it.',
	},
	ask: {
		'which-branch': 'Which branch?',
		'which-person': 'Several people are called “{name}”. Which one?',
		'account-or-name':
			'The account you mentioned is called “{name}”, and somebody else on the roster bears that name too. Which one do you mean?',
		'account-not-on-roster':
			'The account “{name}” you mentioned is not matched to the roster yet. Do you mean the one on the roster?',
		'this-account': 'The account I mentioned',
		'on-roster': 'On the roster: {label}',
		'with-account': 'with Feishu',
		nth: '{label} · no. {nth}',
	},
	when: {
		'day-and-time': '{day}, {time}',
		day: '{weekday} {day} {monthName}',
		date: '{day} {monthName} {year}',
		'day-of-year': '{day} {year}',
		short: '{weekday} {day} {monthName} {time}',
		'full-hour': '{hour} {part}',
		'half-hour': '{hour}:{minutes} {part}',
		minutes: '{hour}:{minutes} {part}',
		'before-dawn': 'am',
		morning: 'am',
		noon: 'pm',
		afternoon: 'pm',
		evening: 'pm',
		monday: 'Mon',
		tuesday: 'Tue',
		wednesday: 'Wed',
		thursday: 'Thu',
		friday: 'Fri',
		saturday: 'Sat',
		sunday: 'Sun',
		jan: 'Jan',
		feb: 'Feb',
		mar: 'Mar',
		apr: 'Apr',
		may: 'May',
		jun: 'Jun',
		jul: 'Jul',
		aug: 'Aug',
		sep: 'Sep',
		oct: 'Oct',
		nov: 'Nov',
		dec: 'Dec',
	},
	list: {
		and: ' and ',
		comma: ', ',
		dot: ' · ',
		colon: ': ',
		more: '… and {count} more',
	},
	done: { undo: 'Wrong, undo' },
	undo: {
		purpose: 'Take back what you last did, within ten minutes',
		button: 'Take back what I just did',
		done: 'Undone',
		'done-text': 'Everything is as it was before.',
		'done-what': '“{what}” was taken back; everything is as it was before.',
		nothing: 'You have done nothing in the last ten minutes that could be undone.',
		'too-late':
			'This can’t be taken back: only whoever did it can, within ten minutes, and once. To change it, please do it again.',
		'not-this': 'This cannot be undone.',
		'changed-since':
			'Things have changed since, so it cannot simply be undone. Please note it as it stands now.',
	},
	help: {
		purpose: 'See what I can do for you',
		button: 'Help',
		title: 'What I can do for you',
		'by-job': 'More, by subject:',
		page: {
			meetings: 'Meetings',
			moves: 'Moving and transfers',
			help: 'Asking for help',
			figures: 'Figures',
			branch: 'Roster and branch',
			reminders: 'Reminders',
		},
		next: 'More',
		back: 'Back',
		sure: 'Do “{word}” right now?',
		figures: 'See the figures',
		more: 'For examples, send “help” and a word, as in “help leave”.',
		about: 'How to use “{word}”',
		examples: 'You can send:',
		also: 'These work too: {words}',
		roster: 'Roster',
		mine: 'My attendance',
	},
	todo: {
		purpose: 'See what is waiting for you',
		title: 'To do',
		'title-empty': 'All done',
		empty: 'Nothing is waiting for you.',
		answer: 'Not answered yet: {line} (#{id})',
		roll: 'Roll not taken yet: {branch}, {line} (#{id})',
		registration: 'Registration to confirm: {name}, {branch}',
		'answer-button': 'Answer',
		'roll-button': 'Take the roll',
		'registration-button': 'See registration',
	},
	greet: {
		title: 'Hello, I am Zhibu, the branch assistant',
		private:
			'To answer a meeting, be excused, check in or register, just tell me. No forms, no forced check-in, no points, no rankings.',
		privacy: 'What you tell me in private is not shown in any group.',
		todo: 'To do',
		meetings: 'Meetings',
		register: 'Register',
		group:
			'Hello, I am Zhibu. Meeting notices come here; one tap answers. Please tell me reasons and private matters in private. To begin, an officer sends “@me branch bind” and the branch’s full name here.',
	},
	operator: {
		title: 'Some things need you',
		spent: {
			button: 'Where they went',
			title: 'Where the messages of the last 7 days went',
			said: 'Notices and answers',
			reminders: 'Reminders',
			patches: 'Cards redrawn',
			times: '{count}',
			text: 'When the quota gets short, cards are redrawn less often; near its end, reminders that can wait do.',
		},
		more: {
			button: 'How to get more',
			title: 'How to get more messages',
			text: 'Upgrade the edition or buy more calls in the Feishu admin console, then set BOT_MONTHLY_CALLS on the server to the new number and start again. What was kept goes out by itself.',
		},
		news: {
			'line-down':
				'The connection that brings messages is down ({code}); I keep trying. Until then I hear nobody. Please check the server’s network.',
			'line-refused':
				'Feishu refuses the app’s id or secret ({code}), so I receive nothing. Whoever keeps the server should put the new App Secret into LARK_APP_SECRET and start again.',
			'two-machines':
				'{count} machines use this app at once, and each gets a random part of the messages. Please keep one.',
			'sending-refused':
				'For a while Feishu did not let me send (code {code}). Everything was kept; I can send again and am doing so. Please look at the app’s permissions and state, lest it stops again.',
			'reading-refused':
				'Feishu does not let me look up members (code {code}). All of it is kept and tried again. Please check the app’s permissions and state.',
			'names-withheld':
				'Feishu keeps members’ names from me, so I do not know them. Please add contact:user.base:readonly in the developer console, let the contact range be all members, and publish a new version.',
			'disk-low':
				'The server’s disk has {mib} MiB left; once it is full I can record nothing. Whoever keeps the server should make room.',
			'quota-70':
				'{percent}% of this month’s messages are used ({used}/{size}). At this rate they end around day {day}; then nothing goes out until the 1st. Help and meeting notices come first.',
			'quota-90':
				'{percent}% of this month’s messages are used ({used}/{size}). At this rate they end around day {day}; then nothing goes out until the 1st. Help and meeting notices come first.',
			'clock-slow':
				'The server’s clock is {minutes} minutes slow, so what people send is refused as forged. Whoever keeps the server should set it right (turn on automatic time).',
			'clock-fast':
				'The server’s clock is {hours} hours fast, so what people send is refused as out of date. Whoever keeps the server should set it right (turn on automatic time).',
			'clock-lowered':
				'The server’s clock had run ahead: I had noted a time {days} days later than Feishu’s, and have set it right. Messages and reminders that wait have new times; please look at the dates recorded meanwhile.',
			'quota-gone':
				'The month’s messages were used up, and for a while nothing went out. Everything was kept; I can send again and am doing so. If that happens often, please see that there are more.',
		},
	},
	talk: {
		hello: 'Hello, I am here. What can I do for you?',
		welcome: 'You’re welcome.',
		voice:
			'I do not understand voice messages yet. Please press and hold it, convert it to text, and send me that.',
		'no-files': 'I read text only; pictures and files were not stored.',
		'not-understood': 'I did not understand that',
		'not-understood-text': 'Nothing was noted. Send “help” to see what I can do.',
		nearest: 'Did you mean “{word}”?',
		'nothing-written': 'Nothing has been noted so far. If you did, one tap does it.',
		meant: 'Yes, {word}',
		doubtful: 'What is your answer?',
		'doubtful-text': 'I was not sure what you meant, so nothing was noted.\n{line}',
		'doubtful-several':
			'I was not sure about that sentence, so nothing was noted. You have {count} meetings to answer; choose which one after tapping.',
		'was-asked': 'Was that a question?',
		'was-negated': 'All right, nothing was done',
		'negated-text':
			'That sentence sounded as if it should not be done. If it should, please send the word alone.',
		'nothing-done': 'That sentence sounded like a question, so nothing was done.',
	},
	'officer-code': {
		purpose: 'Become the first officer, with the six digits that whoever installed me gives you',
		ask: 'Please send me the six digits from the terminal, for example: “admin code 482913”',
		wrong: 'That code is not right. Please look for the latest six digits in the terminal.',
		void: 'This code no longer works. If there is an officer, ask them to send “appoint officer @you” in the group; if not, ask whoever runs me for a new one: npx zhibu officer-code',
		locked: 'Five wrong codes in a row. Please try again in an hour.',
		welcome: 'You are an officer now',
		'first-steps':
			'Three steps:\n1. Add me to the branch’s group and send there “@me branch bind” and its full name.\n2. In the group: “@me appoint secretary @张三”\n3. Ask the secretary to send me “roster add” and the list.',
		'where-it-runs':
			'Please install this in the committee’s own Feishu organisation, not in a company’s. First tell the superior organisation department, the county level and its cyberspace office. Send nothing classified.',
	},
} as const;
