/** Which paper somebody needs who goes away. */
export const papers = {
	paper: {
		purpose: 'Going away? Four questions tell which paper you need',
		'ask-stay': 'How long will you be away?',
		'stay-short': 'Less than {short} months',
		'stay-middle': '{short} to {middle} months',
		'stay-long': 'More than {middle} months',
		'stay-unsure': 'Hard to say',
		'ask-fixed': 'Always in the same place?',
		'fixed-yes': 'One fixed place',
		'fixed-no': 'Different places',
		'ask-host': 'Is there a Party organisation that can take you in?',
		'host-yes': 'Yes',
		'host-no': 'No, or not sure',
		'ask-online': 'Can both sides do the transfer online?',
		'online-yes': 'Yes, or not sure',
		'online-no': 'No',
		none: 'No paper needed',
		'none-text':
			'Away for less than {short} months: no certificate, no transfer. Tell your branch before you go, so that it can tell you about meetings.',
		certificate: 'Ask for a certificate of membership',
		'certificate-text':
			'Away for {short} to {middle} months: your relation stays. Ask your branch for a certificate; it lets you take part in organisational life there.',
		'activity-card': 'Ask for an activity card',
		'activity-card-text':
			'Time or place uncertain: your relation stays, and the activity card lets you take part wherever you are. Some places no longer issue it; ask your branch first.',
		transfer: 'Transfer your relation, online',
		'transfer-text':
			'After {middle} months in one place the relation has to follow. The committees of both sides do it online. Until the other side accepts, your present branch looks after you.',
		'transfer-by-letter': 'Transfer your relation, by letter of introduction',
		'transfer-by-letter-text':
			"After {middle} months in one place the relation has to follow. Where it can't be done online, the committee (not the branch) issues a letter. Hand it in by the date written on it, within {longest} months at most.",
		stay: 'No transfer yet: register as a floating member',
		'stay-text':
			'No organisation there can take you in, so your relation stays with your present branch. Register where you are; the branch keeps in touch.',
		'to-transfer': 'See transfers',
		'to-float': 'Register being away',
		again: 'Answer again',
	},
} as const;
