/** What is said unasked, why, and how to have less of it. */
export const reminders = {
	reminder: {
		digest: {
			one: 'Today’s reminders ({count} item)',
			other: 'Today’s reminders ({count} items)',
		},
		summary: 'Today’s reminders',
		times: '{line} ({count} cases)',
		'why-button': 'Why this reminder?',
		'less-button': 'Fewer reminders',
		heading: {
			plan: 'Meetings to plan',
			ahead: 'Meetings coming up',
			roll: 'Rolls to record',
			transfer: 'Transfers of membership',
			contact: 'Floating members: keep in touch',
			ticket: 'Help tickets',
		},
		plan: {
			line: '{branch}: to be planned this quarter: {kinds}',
			monthly: '{kind} (every month)',
			once: '{kind} (once)',
		},
		unplanned: {
			line: '{branch} has {lacks}',
			settled: '{branch}: everything required is planned',
			month: 'no {kind} planned this month',
			quarter: 'no {kind} planned this quarter',
			year: 'no {kind} planned this year',
			months: 'no {kind} planned in these {months} months',
		},
		ahead: {
			title: 'Coming up: {kinds} (#{id})',
			line: '{line} (#{id})',
			'line-open': '{line} (#{id}); you have not answered yet',
		},
		roll: { line: '{branch}: the roll of {line} (#{id}) is still open' },
		transfer: {
			'heads-up': '{name} left on {since}; {months} months are over on {on}, please prepare',
			line: '{name} left on {since}; {months} months were over on {on}, the transfer is due',
			above: '{branch}: a member has been away for {months} months and is not transferred yet',
		},
		letter: {
			over: 'The letter of {name} to {to} ended on {until}',
			own: 'Your letter of introduction ends on {until}, {days} days from now; please hand it in at {to}',
			'own-today': 'Your letter of introduction ends today; please hand it in at {to} today',
			line: 'The letter of {name} to {to} ends on {until}, {days} days from now',
			today: 'The letter of {name} to {to} ends today',
		},
		contact: {
			line: '{name}: the last contact was on {on}, {months} months ago',
			never: '{name}: no contact noted since {on}, {months} months ago',
			settled: '{name}: contacted on {on}',
		},
		ticket: {
			'own-not-taken':
				'#{id}: nobody has taken your request yet; I have reminded those on duty. If it is urgent, call {number}',
			'own-nobody': '#{id}: nobody can take your request now. Please call {number}; the request stays',
			'own-taken': '#{id}: your request has moved on',
			'not-taken': '#{id} {category}: asked on {on}, nobody has taken it yet',
			'silent-taken':
				'#{id}: you took it on {on}, {days} days ago, and have not replied yet; somebody is waiting to hear from you',
			answered: '#{id}: you replied on {on}',
			silent: '#{id}: your last reply was on {on}, {days} days ago; somebody is waiting to hear from you',
		},
	},
	why: {
		purpose: 'See the rule and the dates behind the last reminder',
		title: 'Why you were reminded',
		rules: 'Based on',
		which: 'Which one do you mean?',
		none: 'You have not been sent a reminder lately.',
		'second-hand-note':
			'Quoted second-hand means taken from reprints and not checked against the original; the organisation department has the last word.',
		'local-note':
			'What is not a general rule is done in some places only; your organisation department has the last word.',
		changed:
			'The reminder fell on {on} by the dates of then; they have changed since, and nothing is left to do about it.',
		you: 'you',
		somebody: 'A member of {branch}',
		plan: '{on} was the first workday of Q{quarter}: time to plan the quarter’s meetings.',
		unplanned: 'Reminded from {on} on, because nothing is planned: {ends}.',
		'unplanned-settled': 'When this was sent on {on} something was not planned yet; now all of it is.',
		period: '{kind} by {last}, {days} days left then',
		ahead:
			'The meeting: {line}. {days} days before it is {on}. Days off are left in peace; the reminder comes on the workday before.',
		roll: '{line} is over, and your roll is what counts. From the day after ({on}) an open roll is mentioned once. To record it, send “登记到会 #{id} 全到”',
		'transfer-heads-up':
			'{name} left on {since}. {headsUp} months were over on {early}; after {months}, on {due}, the membership has to be transferred.',
		'transfer-due': '{name} left on {since}. {months} months were over on {due} ({headsUp} on {early}).',
		'transfer-again':
			'{name} left on {since}. {headsUp} months were over on {early}, {months} on {due}. While it is open: {weekly} times weekly, then monthly; this one fell on {on}.',
		letter:
			'The letter ({name}) is good until {until}; {days} days before is {on}. Days off are left in peace; the reminder comes on the workday before.',
		'letter-today': 'The letter ({name}) is good until {until}, that very day.',
		contact: 'The last contact with {name} was on {last}; {months} months later is {on}.',
		'contact-never': 'No contact with {name} is noted since {last}; {months} months later is {on}.',
		'ticket-not-taken': '#{id} was asked on {opened}; one workday later, on {on}, nobody had taken it.',
		'ticket-silent-taken': 'You took #{id} on {last} and have not replied; {days} days later is {on}.',
		'ticket-silent': 'Your last reply to #{id} was on {last}; {days} days later is {on}.',
	},
	less: {
		purpose: 'Pause reminders for some days, or choose your own hours',
		title: 'Fewer reminders',
		'is-on': 'Reminders are on.',
		'is-paused': 'Reminders are paused until {on}.',
		'is-hours': 'Reminders come {hours}, never on days off.',
		how: 'You can also write: “less pause 7 days”, “less hours 18:00-21:00”, “less resume”',
		'pause-button': 'Pause {days} days',
		'resume-button': 'Resume',
		'hours-button': 'Other hours',
		'which-hours': 'When do reminders suit you? On night shift, choose the hours from evening to morning.',
		span: 'from {from} to {until}',
		'over-midnight': 'from {from} to {until} the next day',
		done: 'Noted',
		paused: 'Reminders are paused until {on}, except for help tickets you have taken: somebody is waiting.',
		resumed: 'Reminders are on again. What was kept back and is still of use will follow.',
		hours: 'From now on reminders come {hours}.',
		'hours-unclear':
			'I could not read the hours; nothing was changed. Please write: “less hours 18:00-21:00”',
		'too-long': 'A pause lasts {most} days at most; nothing was changed. Please write: “less pause 30 days”',
	},
} as const;
