/** The rule book: what each rule says, and where it comes from. */
export const book = {
	book: {
		line: '{rule} ({source})',
		article: '{source}, art. {articles}',
		'second-hand': '{source}, quoted second-hand',
		local: '{source}, not a general rule',
		period: {
			month: 'month',
			quarter: 'quarter',
			'half-year': 'half-year',
			year: 'year',
			months: '{months} months',
		},
		source: {
			'branch-work': 'Regulations on the work of Party branches (trial)',
			'education-2019': 'Regulations on the education and management of Party members',
			'election-2020': 'Regulations on elections in primary organisations',
			'terms-2018': 'Opinion on the terms of primary organisations, 2018',
			'floating-2024': 'Opinion on floating members, 2024',
			'development-2026': 'Rules on the development of members, revised in May 2026',
			'circular-2004-10': 'Organisation Department circular 10 of 2004',
			'paper-circulars': 'Organisation Department circulars 10 of 2004 and 45 of 2006',
			'department-answers': 'answers of organisation departments',
			'labour-arbitration': 'Law on labour dispute mediation and arbitration',
			'labour-inspection': 'Regulations on labour inspection',
			'work-injury': 'Regulations on work injury insurance',
			'documents-formation': 'Party building in new organisations, source documents 000, 001, 003',
			'document-002': 'Party building in new organisations, source document 002',
			'document-003': 'Party building in new organisations, source document 003',
			'document-004': 'Party building in new organisations, source document 004',
			'local-custom': 'custom of some places',
			ours: 'this bot’s own timetable, adjustable',
		},
		rule: {
			'workers-meeting': { every: 'The workers’ meeting once every {period}' },
			'members-meeting': { every: 'The members’ meeting, as a rule once every {period}' },
			'committee-meeting': {
				every: 'The branch committee meeting, as a rule once every {period}',
				'from-members': 'Branches of {count} full members or more have a branch committee',
			},
			'group-meeting': {
				every: 'The Party group meeting, where there are groups, as a rule once every {period}',
			},
			'theme-day': {
				every: 'The theme Party day: one fixed day every {period}, which may be another meeting’s day too',
			},
			lecture: { every: 'Party lectures: no interval is set for a branch, so nobody is reminded' },
			'organisation-life': {
				every: 'The organisation life meeting at least once every {period}, as a rule in the fourth quarter',
			},
			review: {
				every:
					'The democratic review, as a rule once every {period}, together with organisation life if you like',
			},
			'heart-talk': { every: 'Heart-to-heart talks at least once every {period}' },
			quorum: {
				members:
					'A members’ meeting needs more than half of those entitled to vote; to pass, more than half of all entitled agree',
				committee: 'A committee meeting needs more than half of its members',
				written: 'Written opinions count for admissions only',
				'no-vote': 'Probationary members and visitors have no vote',
				online: 'Who takes part online is not counted for votes by default',
				election: 'For an election at least {count}% of those entitled are present',
				'election-base':
					'More than half elects; whether of those present or of all entitled, sources differ, mostly of those present',
			},
			expected: {
				'no-hard-demands':
					'No hard demands on old, ill and disabled members: shown beside those expected, never absent',
				'not-counted':
					'Not counted as expected: listed cases only, with the superior’s consent and a resolution of the members’ meeting',
			},
			'check-in': {
				before: 'Check-in opens {count} minutes before a meeting',
				after: 'Check-in closes {count} hours after a meeting began',
			},
			roll: {
				within: 'The roll can be recorded without a number for {count} days after a meeting',
				correct: {
					one: 'A closed roll is corrected by name for {count} day; later with a reason only',
					other: 'A closed roll is corrected by name for {count} days; later with a reason only',
				},
			},
			meeting: {
				plan: 'On a quarter’s first workday: plan its meetings',
				'first-alert': 'Reminded {count} days before a workers’ meeting',
				'second-alert': 'Reminded again {count} days before a workers’ meeting',
				'last-alert': {
					one: 'Reminded {count} day before a meeting',
					other: 'Reminded {count} days before a meeting',
				},
				'unplanned-first': 'Nothing planned {count} days before a period ends: a reminder',
				'unplanned-second': 'Nothing planned {count} days before a period ends: another reminder',
				roll: {
					one: 'The roll is open {count} day after a meeting: a reminder',
					other: 'The roll is open {count} days after a meeting: a reminder',
				},
			},
			transfer: {
				moved: 'Unit or habitual residence changed: the membership is transferred at once',
				due: 'Away at a fairly fixed place for study, work or life for {count} months: the membership is transferred',
				where:
					'New unit without an organisation: that of the unit’s place, the residence, the trade, or the county’s talent service agency; none may refuse',
				responsible:
					'Until the other side accepts, the home organisation is responsible; neither side refuses without a reason',
				'heads-up': 'A heads-up after {count} months away',
				weekly: 'Once due, {count} weekly reminders, then monthly ones',
				'no-letter': 'Begun {count} days ago and no letter: a reminder',
				'no-receipt': {
					one: 'Received {count} month ago and no receipt: a reminder',
					other: 'Received {count} months ago and no receipt: a reminder',
				},
			},
			float: {
				from: 'Unit or residence changed, not transferred, and unable to join the own branch for {count} months in a row: a floating member; before that, registered as away',
			},
			paper: {
				'none-until':
					'Meetings, visits, study, placement or inspection up to {count} months, membership not to be shown: no paper',
				'certificate-until': 'Otherwise away up to {count} months: a certificate',
				'activity-card': 'Time or place uncertain: an activity card; some places no longer issue it',
				'online-first': 'A transfer is done online; by letter only where that can’t be',
			},
			letter: {
				issuer: 'A letter of introduction is issued by a committee able to approve probationary members',
				longest: 'A letter of introduction is valid as written, {count} months at most',
				valid: 'Often {count} days are written on a letter of introduction',
				receipt: {
					one: 'The receipt is sent back within {count} month',
					other: 'The receipt is sent back within {count} months',
				},
				'first-alert': 'Reminded {count} days before a letter ends',
				'second-alert': 'Reminded again {count} days before a letter ends',
				'last-alert': 'Reminded a last time on the day a letter ends',
			},
			contact: {
				inland: 'The branch keeps in regular touch with members away; no interval is set',
				abroad: 'Members abroad: in touch at least once every {period}',
				every: 'In touch with a floating member every {count} months',
			},
			term: {
				branch: 'Branches and general branches serve {count} years',
				committee: 'Basic committees serve {count} years',
				reminded: 'The superior reminds {count} months before a term ends',
				shifted: {
					one: 'Elections may be earlier or later by {count} year at most, with approval',
					other: 'Elections may be earlier or later by {count} years at most, with approval',
				},
			},
			size: {
				branch: 'A branch from {count} full members on',
				'joint-units': 'A joint branch, as a rule of {count} units at most',
				'branch-most': 'A branch, as a rule of {count} members at most',
				'general-branch': 'A general branch from {count} members on, with approval',
				committee: 'A basic committee from {count} members on, with approval',
			},
			formation: {
				instructor: 'A unit without members gets an instructor',
				'member-from': 'A unit of {count} employees or more has a member',
				'organisation-from': 'A unit of {count} employees or more has an organisation',
			},
			instructor: { organisations: 'An instructor looks after {count} units' },
			report: { every: 'A report to the superior committee every {period}' },
			declaration: { every: 'Declared and inspected every {period}' },
			activists: {
				'by-staff':
					'Activists and new members a year: below 50 employees 1; up to 100, 3 or more and 1 or more; above, 5 and 2 or more',
				'by-branch': 'Each branch trains 5 to 20 activists a year',
			},
			leadership: { family: 'The owner’s family holds {count}% of the leadership at most' },
			development: {
				age: 'A written application from the age of {count} on',
				talk: {
					one: 'A talk within {count} month of the application',
					other: 'A talk within {count} months of the application',
				},
				contacts:
					'An activist is put on file with the superior; one to {count} full members are the contacts',
				examined: 'An activist is examined every {period}',
				candidate: 'A candidate after {count} months as an activist at the earliest',
				notice: 'Public notice for at least {count} workdays before that',
				sponsors: '{count} sponsors',
				training: 'Training for at least {count} days',
				'training-hours': 'Training may be counted in hours: at least {count}',
				'pre-examination': 'Sponsors, political review and training done: the committee examines in advance',
				meeting: {
					one: 'The members’ meeting within {count} month of that; probation begins on the day it agrees',
					other: 'The members’ meeting within {count} months of that; probation begins on the day it agrees',
				},
				vote: 'A secret ballot: more than half present, more than half of all entitled agree',
				approval: 'The committee approves within {count} months',
				'approval-special': 'In special cases the committee approves within {count} months',
				oath: {
					one: 'The oath about {count} month after approval',
					other: 'The oath about {count} months after approval',
				},
				probation: 'Probation lasts {count} months',
				'extended-least': 'Probation may be extended once, by {count} months at least',
				'extended-most': 'Probation is extended by {count} months at most',
				full: 'The meeting on full membership comes after probation; held late, Party age still counts from its end',
				'full-approval': 'The committee approves full membership within {count} months',
			},
			ticket: {
				'not-taken': {
					one: 'A ticket nobody has taken for {count} workday: whoever is on duty is reminded',
					other: 'A ticket nobody has taken for {count} workdays: whoever is on duty is reminded',
				},
				silent: 'No word for {count} days: whoever took the ticket is reminded',
			},
			labour: {
				arbitration: {
					one: 'Arbitration within {count} year; unpaid wages are not bound while employed, and {count} year after leaving',
					other:
						'Arbitration within {count} years; unpaid wages are not bound while employed, and {count} years after leaving',
				},
				inspection: 'Labour inspection looks into what happened within {count} years',
				'injury-employer': 'The employer reports a work injury within {count} days',
				'injury-worker': {
					one: 'Where the employer did not, the worker may within {count} year',
					other: 'Where the employer did not, the worker may within {count} years',
				},
			},
			reminders: {
				'longest-pause': 'Reminders can be paused for {count} days at a time',
				'member-cap': 'At most {count} reminders a person in a week',
				'day-begins': 'No reminders before {time}',
				'day-ends': 'No reminders after {time}',
			},
			figures: { 'fewest-told': 'Categories of help with fewer than {count} cases are not told' },
			kept: {
				'leave-reasons': 'Reasons for leave are kept for {count} days',
				stories: {
					one: 'What help was asked for, and contacts, are kept for {count} year after the end',
					other: 'What help was asked for, and contacts, are kept for {count} years after the end',
				},
				transfers: 'Records of transfers are kept for {count} years',
				figures: 'The figures of help are kept for ever, without persons',
			},
		},
	},
} as const;
